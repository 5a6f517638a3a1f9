"""A permit as a row of table A.1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from types import MappingProxyType

from davy_core.exchange.codes import TICKET_TYPE, flag, local
from davy_core.permits.parts import Reading
from davy_core.permits.state import Permit

Value = str | int | float | None
Row = dict[str, Value]


@dataclass(frozen=True)
class Named:
    """One person as the row names him. `certificates` are (name, number) of his special-operation papers."""

    name: str
    mobile: str = ""
    unit: str = ""
    certificates: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Around:
    """What the row says and the permit does not hold: names, texts and the place.

    Degrees are WGS-84, which the exchange reads as CGCS2000: the two differ by centimetres."""

    company_name: str
    company_code: str
    position: str
    content: str
    people: Mapping[str, Named] = field(default_factory=lambda: MappingProxyType({}))
    substances: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    longitude: float | None = None
    latitude: float | None = None
    changed_cause: str | None = None
    cancelled_cause: str | None = None


def ticket_row(permit: Permit, around: Around, status: str, *, at: datetime, by: str) -> Row:
    """The row after a change `at` an instant `by` somebody; `status` is the TICKET_STATUS of the permit's
    state.

    START_TIME and END_TIME are the approved times until the real ones are known."""
    crew = permit.crew
    responsible = _named(around, [crew.responsible])
    workers = _named(around, crew.workers)
    papers = [paper for worker in workers for paper in worker.certificates]
    return {
        "ID": permit.id,
        "COMPANY_NAME": around.company_name,
        "COMPANY_CODE": around.company_code,
        "TICKET_TYPE": TICKET_TYPE.get((permit.type, permit.level)),
        **_gas(permit, around),
        "ISSUE_TIME": local(permit.issued_at),
        "START_TIME": local(permit.started_at or permit.window.start),
        "END_TIME": local(_ended(permit) or permit.window.end),
        "TICKET_POSITION": around.position,
        "TICKET_CONTENT": around.content,
        "CHECKED_TIME": local(permit.ended_at) if permit.state == "closed" else None,
        "LONGITUDE": around.longitude,
        "LATITUDE": around.latitude,
        "TICKET_STATUS": status,
        "SUPERVISOR_NAME": _joined(p.name for p in _named(around, [crew.guardian])),
        "WORKER_NAME": _joined(w.name for w in workers),
        "WORKER_CERTI_NAME": _joined(name for name, _ in papers) or None,
        "WORKER_CERTI_NUM": _joined(number for _, number in papers) or None,
        "WORK_DEPARTMENT": _joined(dict.fromkeys(p.unit for p in (*workers, *responsible) if p.unit)),
        "IS_CONTRACTOR_WORK": flag(permit.contractor is not None),
        "TICKET_RESPONS_NAME": _joined(p.name for p in responsible),
        "MAJOR_PERSON_MOBILE": _joined(p.mobile for p in responsible),
        "IS_CHANGED": flag(permit.is_changed),
        "CHANGED_CAUSE": around.changed_cause,
        "IS_CANCELLED": flag(permit.is_cancelled),
        "CANCELLED_CAUSE": around.cancelled_cause,
        "DELETED": "0",
        "CREATE_DATE": local(permit.drafted_at),
        "CREATE_BY": crew.applicant,
        "UPDATE_DATE": local(at),
        "UPDATE_BY": by,
    }


def _named(around: Around, people: Iterable[str | None]) -> list[Named]:
    """Everybody known by name; a person who was erased leaves no name here either."""
    return [around.people[p] for p in people if p is not None and p in around.people]


def _joined(words: Iterable[str]) -> str:
    """Several values as the exchange writes them: joined by an ASCII comma, which then occurs in none of
    them."""
    return ",".join(word.replace(",", "，") for word in words)


def _ended(permit: Permit) -> datetime | None:
    return permit.finished_at or (permit.ended_at if permit.started else None)


def _gas(permit: Permit, around: Around) -> Row:
    """The one decisive reading: the worst of the latest whole round, else of the latest round. The table
    has room for one triple only and none for its unit, which stands behind the name."""
    reading = _decisive(permit)
    if reading is None:
        return {"GAS_NAME": None, "GAS_TIME": None, "GAS_VALUE": None}
    return {
        "GAS_NAME": f"{around.substances.get(reading.substance, reading.substance)}({reading.unit})",
        "GAS_TIME": local(reading.sampled_at),
        "GAS_VALUE": _number(reading.value),
    }


def _decisive(permit: Permit) -> Reading | None:
    whole = [r for r in permit.rounds if r.complete and r.readings] or [
        r for r in permit.rounds if r.readings
    ]
    if not whole:
        return None
    severity = {"fail": 0, "unknown": 1}
    return min(whole[-1].readings, key=lambda r: severity.get(r.verdict, 2))


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
