"""Record a gas round: the readings as sent, each with the server's verdict; a failing one stops live work
(S3, S4)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from davy_core.gas.rounds import RoundVerdict, admit, judge_round
from davy_core.gas.units import GasError, quantity
from davy_core.gas.verdict import Reading, Verdict
from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.parts import Round
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.stopping import paused


def record_round(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Readings of one round; `round` continues the analyst's open round point by point.

    Every round is recorded whatever it shows: bad news is never refused. A failing one pauses live work at
    once."""
    plan = plan_of(permit, facts)
    if plan is None:
        return refuse("gas_not_planned")
    open_round = _open_round(permit, command, facts)
    if command.body.get("round") and open_round is None:
        return refuse("round_unknown", round=command.body["round"])
    last = _last_sampled(permit, without=open_round)
    readings, reasons = _readings(command, facts, last)
    if reasons:
        return Refused(tuple(reasons))
    earlier = _as_readings(open_round) if open_round else []
    judged = judge_round([*earlier, *readings], plan, facts.rulebook.limits, now=facts.now, last=last)
    recorded = _event(command, facts, open_round, readings, judged)
    if judged.outcome != "fail":
        return accept(recorded)
    alarm = Event("AlarmRaised", {**stamp(facts), "kind": "gas_limit", "subject": _worst_point(judged)})
    if permit.state == "active":
        return accept(recorded, paused(permit, facts, "gas"), alarm)
    return accept(recorded, alarm)


def _open_round(permit: Permit, command: Command, facts: Facts) -> Round | None:
    wanted = command.body.get("round")
    latest = permit.rounds[-1] if permit.rounds else None
    if latest is None or latest.id != wanted or latest.by != facts.actor.person:
        return None
    return latest


def _last_sampled(permit: Permit, without: Round | None) -> dict[str, datetime]:
    last: dict[str, datetime] = {}
    for found in permit.rounds:
        if without is not None and found.id == without.id:
            continue
        for reading in found.readings:
            last[reading.point] = max(reading.sampled_at, last.get(reading.point, reading.sampled_at))
    return last


def _readings(
    command: Command, facts: Facts, last: Mapping[str, datetime]
) -> tuple[list[Reading], list[Reason]]:
    readings, reasons = [], []
    for number, row in enumerate(command.body["readings"]):
        where = {"point": row["point"], "substance": row["substance"]}
        try:
            found = _reading(f"{command.id}:{number}", row, facts)
        except GasError as error:
            reasons.append(Reason(error.code, where))
            continue
        why = admit(found, facts.rulebook.limits, now=facts.now, last=last.get(found.point))
        reasons += [Reason(code, where) for code in why]
        if row.get("photo") is not None and row["photo"] not in facts.attachments:
            reasons.append(Reason("photo_unknown", {"photo": row["photo"]}))
        readings.append(found)
    return readings, reasons


def _reading(reading_id: str, row: Mapping[str, Any], facts: Facts) -> Reading:
    return Reading(
        id=reading_id,
        point=row["point"],
        substance=row["substance"],
        quantity=quantity(row["value"]["value"], row["value"]["unit"]),
        sampled_at=instant(row["sampled_at"]),
        by=facts.actor.person or "",
        clock=facts.clock,
    )


def _as_readings(found: Round) -> list[Reading]:
    return [
        Reading(
            f"{found.id}/{n}",
            r.point,
            r.substance,
            quantity(r.value, r.unit),
            r.sampled_at,
            found.by,
            r.clock,
        )
        for n, r in enumerate(found.readings)
    ]


def _event(
    command: Command, facts: Facts, open_round: Round | None, readings: list[Reading], judged: RoundVerdict
) -> Event:
    sent = {r.id: row for r, row in zip(readings, command.body["readings"], strict=True)}
    rows = [_row(v, sent[v.reading.id]) for v in judged.readings if v.reading.id in sent]
    data = {
        **stamp(facts),
        "round": open_round.id if open_round else command.id,
        "readings": rows,
        "verdict": judged.outcome,
        "complete": judged.complete,
        "points": {p.point: p.outcome for p in judged.points if p.sampled_at is not None},
    }
    if judged.sampled_from is not None:
        data["sampled_at"] = iso(judged.sampled_from)
    return Event("RoundRecorded", data)


def _row(verdict: Verdict, sent: Mapping[str, Any]) -> dict[str, Any]:
    reading = verdict.reading
    found: dict[str, Any] = {
        "point": reading.point,
        "substance": reading.substance,
        "value": reading.quantity.plain(),
        "sampled_at": iso(reading.sampled_at),
        "verdict": verdict.outcome,
        "clock": reading.clock,
        "source": sent.get("source", "manual"),
    }
    optional = {
        "reason": verdict.reason,
        "limit": f"{verdict.limit.high.normalize():f}" if verdict.limit else None,
        "limit_unit": verdict.limit.unit if verdict.limit else None,
        "photo": sent.get("photo"),
        "instrument": sent.get("instrument"),
    }
    return {**found, **{k: v for k, v in optional.items() if v is not None}}


def _worst_point(judged: RoundVerdict) -> str:
    return next((p.point for p in judged.points if p.outcome == "fail"), "round")
