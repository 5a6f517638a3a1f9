"""Writes what is due and was not written yet. Looked at twice it writes nothing: what stands is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.ids import is_id
from davy.points import record
from davy.points.book import book
from davy.points.models import Entry, Suspect
from davy_core.points.due import Due, due
from davy_core.points.farming import Suspect as Found
from davy_core.points.farming import suspects
from davy_core.points.rules import Book

__all__ = ["alone", "look"]

_NAMES = UUID("7be7a3b0-6f0b-5d0c-9f1f-0d3f5c4a9e21")  # what an anomaly's id is derived under; never changes
Key = tuple[str, str, str]


def alone(company_id: UUID, about: str) -> None:
    """Nobody else writes about this until the transaction is over."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"points:{company_id}:{about}"])


def look(company_id: UUID, now: datetime, *, months: int = 2) -> int:
    """Judge this month and those before it, `months` in all, by the rules in force; how many entries are
    new."""
    zone = ZoneInfo(Company.objects.get(id=company_id).timezone)
    first = now.astimezone(zone).date().replace(day=1)
    for _ in range(months - 1):
        first = (
            first.replace(year=first.year - 1, month=12)
            if first.month == 1
            else first.replace(month=first.month - 1)
        )
    since = datetime.combine(first, time.min, zone)
    with tenant.company(company_id):
        alone(company_id, "look")
        told = record.stories(company_id, since)
        for found in suspects(told, book().farming, zone):
            _keep(company_id, found, now)
        owed = due(told, record.marks(company_id, since), book(), zone, record.void(company_id))
        standing = record.standing(company_id, since)
        new = [_row(company_id, now, *one) for one in _missing(owed, standing, book())]
        Entry.objects.bulk_create(new, batch_size=500)
    return len(new)


def _missing(
    owed: Iterable[Due], standing: Mapping[Key, record.Standing], rules: Book
) -> Iterator[tuple[Due, int, int]]:
    """What has to be written: a due, its number and its points. A first word, or the difference to what
    stands. What was written under other rules stays unless it was taken away."""
    seen = set()
    for one in owed:
        if not (is_id(one.person) and is_id(one.about)):
            continue
        seen.add(one.key)
        before = standing.get(one.key)
        if before is None:
            yield one, 0, one.points
        elif one.points != before.points and (before.version == rules.version or one.why.get("void")):
            yield one, before.number, one.points - before.points
    for key, before in standing.items():
        if key not in seen and before.points:
            rule, about, person = key
            gone = Due(rule, before.kind, about, person, 0, before.at, {"lifted": True})
            yield gone, before.number, -before.points


def _row(company_id: UUID, now: datetime, one: Due, number: int, points: int) -> Entry:
    return Entry(
        company_id=company_id,
        rule=one.rule,
        version=book().version,
        kind=one.kind,
        about=UUID(one.about),
        person_id=UUID(one.person),
        number=number,
        points=points,
        at=one.at,
        written_at=now,
        why=_plain(one.why),
    )


def _plain(why: Mapping[str, Any]) -> dict[str, Any]:
    return dict(why)


def _keep(company_id: UUID, found: Found, now: datetime) -> None:
    """A new anomaly, or what was added to one."""
    name = uuid5(_NAMES, f"{company_id}\n{found.kind}\n{found.span}")
    people = [UUID(one) for one in found.people if is_id(one)]
    permits = [UUID(one) for one in found.permits]
    grown = {"people": people, "permits": permits, "figures": dict(found.figures)}
    known = Suspect.objects.filter(company_id=company_id, id=name)
    if not known.exists():
        Suspect.objects.create(id=name, company_id=company_id, kind=found.kind, found_at=now, **grown)
    else:
        known.exclude(permits=permits, people=people).update(**grown)
