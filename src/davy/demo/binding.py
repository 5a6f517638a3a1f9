"""The people of the demo carry their meters to the permits they work on, and put their helmets on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts.models import Account
from davy.building.envelopes import envelope
from davy.db import rows, tenant
from davy.demo.hand import APP
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.permits.facts import load, snapshot
from davy.sites.models import WorkPoint
from davy_core.permits.gas_plan import plan_of

__all__ = ["carry", "given"]

_log = logging.getLogger(__name__)

_MOST_POINTS = 3
_HELMETS = 3
Move = Callable[[str, float, float], None]

# Confined spaces first: where gas matters most nobody goes without.
_LIVE = """
SELECT p.id, p.type, p.point_id FROM permits_permit p
WHERE p.company_id = %s AND p.state IN ('active', 'paused') AND p.type IN ('confined', 'hot')
ORDER BY p.type <> 'confined', p.id LIMIT 12
"""
_BOUND = """
SELECT permit_id, count(*) AS n FROM instruments_binding
WHERE company_id = %s AND until_at IS NULL AND permit_id IS NOT NULL GROUP BY permit_id
"""
_FREE = """
SELECT i.id, i.serial, i.kind, i.token FROM instruments_instrument i
WHERE i.company_id = %s AND i.retired_at IS NULL AND i.serial = ANY(%s) AND i.kind = %s
  AND NOT EXISTS (SELECT 1 FROM instruments_binding b WHERE b.company_id = i.company_id
    AND b.instrument_id = i.id AND b.until_at IS NULL)
ORDER BY i.serial
"""
_WORN = """
SELECT b.instrument_id, b.person_id FROM instruments_binding b
WHERE b.company_id = %s AND b.until_at IS NULL AND b.person_id IS NOT NULL
"""


@dataclass(frozen=True)
class _Work:
    """A live permit: its people by duty, and where on it gas is measured."""

    id: UUID
    guardian: str | None
    people: tuple[str, ...]
    points: tuple[str, ...]
    spot: tuple[float, float] | None


def carry(company_id: UUID, serials: Sequence[str], move: Move) -> int:
    """Bind free meters of these to live permits that none serves, and helmets to their guardians, whose place
    is told to `move`; take off the helmets of those who are done. How many were bound."""
    with tenant.company(company_id):
        served = {row["permit_id"] for row in rows.many(_BOUND, (company_id,))}
        live = [_work(company_id, row) for row in rows.many(_LIVE, (company_id,))]
        meters = rows.many(_FREE, (company_id, list(serials), "multi_gas"))
        helmets = rows.many(_FREE, (company_id, list(serials), "helmet"))
        worn = {str(row["person_id"]): row["instrument_id"] for row in rows.many(_WORN, (company_id,))}
    bound = 0
    for work in live:
        if work.id in served:
            continue
        for point in work.points[:_MOST_POINTS]:
            if not meters:
                break
            meter = meters.pop(0)
            body = {"code": meter["token"], "permit": str(work.id), "point": point}
            bound += given(company_id, ("instrument", meter["id"]), work.people, "bind_instrument", body)
            _to(work, meter["serial"], move)
    return bound + _helmets(company_id, live[:_HELMETS], helmets, worn, move)


def _helmets(
    company_id: UUID, live: Sequence[_Work], free: list[dict[str, Any]], worn: dict[str, UUID], move: Move
) -> int:
    done, bound = {g for w in live if (g := w.guardian)}, 0
    for person, helmet in worn.items():
        if person not in done:
            given(company_id, ("instrument", helmet), (person,), "release_instrument", {"reason": "by_hand"})
    for work in live:
        if work.guardian is None or work.guardian in worn or not free:
            continue
        taken = free.pop(0)
        body = {"code": taken["token"], "person": work.guardian}
        bound += given(company_id, ("instrument", taken["id"]), (work.guardian,), "bind_instrument", body)
        _to(work, taken["serial"], move)
    return bound


def _to(work: _Work, serial: str, move: Move) -> None:
    if work.spot is not None:
        move(serial, *work.spot)


def _work(company_id: UUID, row: dict[str, Any]) -> _Work:
    found = load(company_id, row["id"])
    if found is None:
        return _Work(row["id"], None, (), (), None)
    permit, _ = found
    plan = plan_of(permit, snapshot(company_id, permit, permit.place.point, {}, now=clock.now()))
    crew = permit.crew
    people = (crew.guardian, *crew.analysts, crew.responsible, crew.applicant)
    where = WorkPoint.objects.filter(company_id=company_id, id=row["point_id"]).first()
    spot = None
    if where is not None and where.lat is not None and where.lon is not None:
        spot = (where.lat, where.lon)
    return _Work(
        row["id"],
        crew.guardian,
        tuple(dict.fromkeys(str(p) for p in people if p)),
        tuple(plan.points) if plan else (),
        spot,
    )


def given(
    company_id: UUID, stream: tuple[str, UUID], people: Sequence[str], kind: str, body: dict[str, Any]
) -> bool:
    """Have the first of these people do it to this record whom the door lets; whether one was."""
    on, record = stream
    for person in people:
        account = Account.objects.filter(
            company_id=company_id, person_id=person, firm_id=None, is_active=True
        ).first()
        if account is None:
            continue
        sent = envelope(company_id, record, kind, body, occurred_at=clock.now(), stream_kind=on, app=APP)
        try:
            answer = execute(sent, Sender("person", UUID(person), account.id))
        except DoorBusyError:
            return False
        if answer["verdict"] == "accepted":
            return True
        _log.info("%s was refused: %s", kind, [reason["code"] for reason in answer["reasons"]])
    return False
