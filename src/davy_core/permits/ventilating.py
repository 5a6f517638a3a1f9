"""通风方案 and the fan: plan the ventilation of a space, switch it on and off (先通风、再检测、后作业)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from typing import Any

from davy_core.gas.units import GasError, Quantity, quantity
from davy_core.instants import instant
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.ventilation.decay import Reading
from davy_core.ventilation.figures import figures_of
from davy_core.ventilation.plan import Asked, History, PlanError, check_code, plan

WAITED = timedelta(minutes=2)
"""An older word that the fan runs was waiting somewhere; it may stand still since."""


def plan_ventilation(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The plan with its minimum time and check code; a new one supersedes the last."""
    figures = figures_of(facts.rulebook.template)
    if figures is None:
        return refuse("ventilation_not_asked")
    body = command.body
    try:
        found = plan(_asked(body, facts), figures, facts.rulebook.limits)
    except PlanError as wrong:
        return Refused((Reason(wrong.code, wrong.values),))
    except GasError as wrong:
        return refuse(wrong.code)
    version = permit.ventilation.version + 1 if permit.ventilation else 1
    content = {**_entered(body), **found}
    data = {**stamp(facts), "version": version, "plan": content}
    code = check_code(permit.id, version, content)
    return accept(Event("VentilationPlanned", {**data, "code": code}))


def switch_ventilation(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """The fan goes on or off. On counts from now, by the server's clock; off is always taken down."""
    running, photo = command.body["running"], command.body.get("photo")
    if running and facts.now - facts.occurred_at > WAITED:
        return refuse("offline_cannot_start")
    if running and permit.ventilated_since is not None:
        return refuse("ventilation_runs_already")
    if photo is not None and photo not in facts.attachments:
        return refuse("photo_unknown", photo=photo)
    data = {**stamp(facts), "running": running}
    return accept(Event("VentilationSwitched", {**data, "photo": photo} if photo else data))


def _asked(body: Mapping[str, Any], facts: Facts) -> Asked:
    return Asked(
        volume_m3=Decimal(body["volume_m3"]),
        flow=Decimal(body["flow"]["value"]),
        flow_unit=body["flow"]["unit"],
        duct=body["duct"],
        work=body["work"],
        held=[(row["substance"], _quantity(row)) for row in body["residues"]],
        declared=facts.ground.substances if facts.ground else (),
        history=_history(body.get("history")),
        unit_sure=body.get("unit_sure") is True,
    )


def _quantity(row: Mapping[str, Any]) -> Quantity:
    return quantity(row["value"]["value"], row["value"]["unit"])


def _history(told: Mapping[str, Any] | None) -> History | None:
    if told is None:
        return None
    readings = tuple(
        Reading(instant(r["at"]), quantity(r["value"], told["unit"]).value) for r in told["readings"]
    )
    flow = told["flow"]
    return History(told["substance"], told["unit"], Decimal(flow["value"]), flow["unit"], readings)


def _entered(body: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("volume_m3", "flow", "duct", "work", "asked_s")
    found = {key: body[key] for key in kept if body.get(key) is not None}
    held = [{"substance": r["substance"], "value": _quantity(r).plain()} for r in body["residues"]]
    told = body.get("history")
    if told is not None:
        rows = [
            {"at": r["at"], "value": quantity(r["value"], told["unit"]).plain()["value"]}
            for r in told["readings"]
        ]
        found["history"] = {**told, "readings": rows}
    return {**found, "held": held, "unit_sure": body.get("unit_sure") is True}


HANDLERS = {"plan_ventilation": plan_ventilation, "switch_ventilation": switch_ventilation}
