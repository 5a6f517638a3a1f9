"""Enters the gateways and instruments of the simulator into the register of a simulated company, as its
people would: enrolled, calibrated, bump-tested. Nothing of it is ever done to a real company."""

from __future__ import annotations

from datetime import timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.access import may
from davy.accounts.models import Account, Company
from davy.building.envelopes import envelope
from davy.db import rows, tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.instruments import gateways, queries
from davy.instruments.kinds import kinds, words
from davy.instruments.models import Gateway as GatewayRow
from davy.instruments.models import InstrumentRow
from davy.instruments.topics import Wire
from davy.simulator import plant
from davy.simulator.plant import Gateway, Instrument, Plant
from davy.sites.models import Site, WorkPoint
from davy_core.instants import iso

__all__ = ["FLEET", "NotSimulatedError", "company", "enrol"]

FLEET = (
    "multi_gas", "multi_gas", "fan", "beacon", "cutoff_relay", "helmet", "fixed_gas", "rope_hook",
    "multi_gas", "gate", "thermal_camera", "weather_station",
)  # fmt: skip
"""The kinds behind one gateway, in this order and again from the beginning."""
_SHORT = {kind: "".join(part[0] for part in kind.split("_")).upper() + kind[-1].upper() for kind in FLEET}
_ADAPTERS = ("plain", "plain", "frame")
_FRESH = timedelta(days=7)  # a calibration that ends sooner is renewed


class NotSimulatedError(RuntimeError):
    """There is no simulated company, or nobody in it who keeps its register; the message tells what to do."""


def company(code: str | None = None) -> Company:
    """The simulated company, the one of this code where several are. Raises NotSimulatedError."""
    found = Company.objects.filter(simulated=True).order_by("code")
    if code is not None:
        found = found.filter(code=code)
    one = found.first()
    if one is None:
        raise NotSimulatedError(
            "There is no simulated company here. Start one with: davy serve --demo; or name your own "
            "gateways and instruments in a file: davy simulate --plant FILE"
        )
    return one


def enrol(into: Company, number: int, each: int, kept: Path) -> Plant:
    """So many gateways with so many instruments each; what is there already stays. `kept` is the file that
    remembers their passwords. Raises NotSimulatedError."""
    if not into.simulated:
        raise NotSimulatedError(f"{into.name} is no simulated company: nothing is made up there.")
    known = {one.user: one.password for one in plant.read(kept).gateways} if kept.exists() else {}
    with tenant.company(into.id):
        site = Site.objects.filter(company_id=into.id).order_by("code").first()
        points = list(WorkPoint.objects.filter(company_id=into.id).order_by("code"))
    keeper = _keeper(into.id)
    if site is None:
        raise NotSimulatedError(
            f"{into.name} has no site yet: its demo is still being made. Try again later."
        )
    places = cycle([(p.lat, p.lon) for p in points] or [(None, None)])
    made = []
    for place in range(number):
        row, wire, password = _gateway(into.id, site, f"sim{place + 1}", _ADAPTERS[place % 3], known)
        fleet = []
        for n, kind in enumerate(islice(cycle(FLEET if row.adapter == "plain" else FLEET[:2]), each)):
            lat, lon = next(places)
            one = Instrument(f"SIM{place + 1}-{_SHORT[kind]}{n + 1:02d}", kind, lat, lon)
            _instrument(into.id, site.id, row.id, one, keeper)
            fleet.append(one)
        made.append(Gateway(wire.user, password, wire.up, wire.down, row.adapter, tuple(fleet)))
    found = Plant(tuple(made))
    plant.write(kept, found)
    return found


def _gateway(
    company_id: UUID, site: Site, key: str, adapter: str, known: dict[str, str]
) -> tuple[GatewayRow, Wire, str]:
    """The gateway with a password that lets it in: the remembered one, else a new one."""
    with tenant.company(company_id):
        row = GatewayRow.objects.filter(company_id=company_id, key=key).first()
        wire = gateways.wire(row) if row is not None else None
        if row is not None and wire is not None and wire.user in known:
            return row, wire, known[wire.user]
        password, hashed = gateways.new_password()
        if row is None:
            row = GatewayRow(company_id=company_id, site_id=site.id, key=key, name=f"模拟网关 {key[3:]}")
        row.adapter, row.password_hash, row.password_at = adapter, hashed, clock.now()
        row.save()
        return row, gateways.wire(row), password


def _instrument(company_id: UUID, site: UUID, gateway: UUID, one: Instrument, keeper: Sender) -> None:
    with tenant.company(company_id):
        row = InstrumentRow.objects.filter(company_id=company_id, serial=one.serial).values("id").first()
    found = row["id"] if row else uuid7()
    kind, now = kinds()[one.kind], clock.now()
    if row is None:
        body = {
            "kind": one.kind,
            "serial": one.serial,
            "site": str(site),
            "gateway": str(gateway),
            "name": f"{words()['kinds'][one.kind]['zh']} {one.serial[-2:]}",
            "ex": "Ex ia IIC T6 Ga",
            "firmware": "sim-1",
        }
        _give(company_id, found, "enrol_instrument", body, keeper)
    with tenant.company(company_id):
        state = queries.instrument(company_id, found)
    if state is None:
        return
    if kind.calibration is not None and (state.calibrated_until or now) < now + _FRESH:
        told = {"on": iso(now - timedelta(days=2)), "certificate": f"模拟 {now:%Y%m%d}"}
        _give(company_id, found, "calibrate_instrument", told, keeper)
    if kind.bump is not None and (state.bumped_at is None or state.bumped_at < now - kind.bump / 2):
        _give(company_id, found, "bump_test_instrument", {"passed": True}, keeper)


def _keeper(company_id: UUID) -> Sender:
    """Somebody who keeps the register of instruments there."""
    with tenant.company(company_id):
        active = "SELECT 1 FROM people_person WHERE company_id = %s AND id = %s AND status = 'active'"
        for account in Account.objects.filter(company_id=company_id, is_active=True).order_by("username"):
            keeps = may(account.roles, "instruments", "write") and account.person_id is not None
            if keeps and rows.one(active, (company_id, account.person_id)):
                return Sender("person", account.person_id, account.id)
    raise NotSimulatedError(
        "Nobody there keeps the register of instruments: give somebody the role registrar."
    )


def _give(company_id: UUID, stream: UUID, kind: str, body: dict[str, Any], sender: Sender) -> None:
    sent = envelope(
        company_id,
        stream,
        kind,
        body,
        occurred_at=clock.now(),
        stream_kind="instrument",
        app="simulator/1",
    )
    answer = execute(sent, sender)
    if answer["verdict"] != "accepted":
        codes = ", ".join(str(reason["code"]) for reason in answer["reasons"])
        raise NotSimulatedError(f"{kind} was refused: {codes}")
