"""What stands around a permit: neighbours at its point, other work of its people, numbers, shifts, contact,
the clock."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.clock import beat
from davy.db import rows
from davy.sites import queries as sites
from davy.sites.queries import PlaceFacts
from davy_core.instants import instant
from davy_core.permits.facts import Contact, Neighbour
from davy_core.permits.state import Permit

__all__ = [
    "LOCAL", "Window", "guardian_contact", "linked_types", "loads", "neighbours", "next_number",
    "shift_bounds", "simulated", "use_number", "watch", "wind_force", "window_of",
]  # fmt: skip

LOCAL = ZoneInfo("Asia/Shanghai")
Window = tuple[datetime, datetime]
LIVE = "state IN ('issued', 'active', 'paused', 'finished')"
LETTERS = {"hot": "DH", "confined": "SX"}


def window_of(permit: Permit | None, body: Mapping[str, Any], now: datetime) -> Window:
    """The window that a judgement looks at: the permit's (or the one asked for), stretched to include now."""
    asked = body.get("window")
    start, end = (instant(asked["from"]), instant(asked["to"])) if asked else (now, now)
    if not asked and permit is not None:
        start, end = permit.window.start, permit.window.end
    return min(start, now), max(end, now) + timedelta(seconds=1)


_LOADS = f"""
SELECT person::text,
       count(p.id) AS live,
       count(p.id) FILTER (WHERE p.guardian_id = person) AS guarded,
       (SELECT count(*) FROM permits_permit o WHERE o.company_id = %(company)s AND o.id <> %(permit)s
         AND (o.state IN ('active', 'paused', 'finished') OR o.clearance = 'open')
         AND person = ANY(o.people) AND o.doc->'inside' ? person::text) AS inside
FROM unnest(%(people)s::uuid[]) AS person
LEFT JOIN permits_permit p ON p.company_id = %(company)s AND person = ANY(p.people) AND p.id <> %(permit)s
  AND (p.{LIVE}) AND p.starts_at < %(end)s AND p.ends_at > %(start)s
GROUP BY person
"""  # noqa: S608 - constants


def loads(
    company_id: UUID, permit: Permit | None, people: Sequence[str], window: Window
) -> dict[str, tuple[int, int, int]]:
    """Person id → (other live permits naming him in the window, those he guards, other spaces he is in)."""
    if not people:
        return {}
    found = rows.many(
        _LOADS,
        {
            "company": company_id,
            "permit": permit.id if permit else str(UUID(int=0)),
            "people": sorted(set(people)),
            "start": window[0],
            "end": window[1],
        },
    )
    return {row["person"]: (row["live"], row["guarded"], row["inside"]) for row in found}


_NEIGHBOURS = f"""
SELECT id::text, number, state, clearance, doc->>'place_handed_to' AS handed_to,
       state IN ('active', 'paused', 'finished') OR (starts_at < %(end)s AND ends_at > %(start)s) AS overlaps
FROM permits_permit
WHERE company_id = %(company)s AND point_id = %(point)s AND id <> %(permit)s
  AND ({LIVE} OR clearance = 'open')
ORDER BY id LIMIT 50
"""  # noqa: S608 - constants


def neighbours(
    company_id: UUID, permit: Permit | None, point_id: str | None, window: Window
) -> tuple[Neighbour, ...]:
    """The other permits that count at the same work point (S6, S23)."""
    if point_id is None:
        return ()
    asked = {
        "company": company_id,
        "point": point_id,
        "permit": permit.id if permit else str(UUID(int=0)),
        "start": permit.window.start if permit else window[0],
        "end": permit.window.end if permit else window[1],
    }
    return tuple(
        Neighbour(
            id=row["id"],
            number=row["number"],
            state=row["state"],
            clearance=row["clearance"],
            same_point=True,
            overlaps=row["overlaps"],
            handed_to=row["handed_to"],
        )
        for row in rows.many(_NEIGHBOURS, asked)
    )


def guardian_contact(company_id: UUID, permit: Permit | None) -> Contact | None:
    """The guardian's last sign of life on this permit."""
    if permit is None or permit.crew.guardian is None:
        return None
    row = rows.one(
        "SELECT at, on_site, proven_at FROM permits_contact"
        " WHERE company_id = %s AND permit_id = %s AND person_id = %s",
        (company_id, permit.id, permit.crew.guardian),
    )
    return None if row is None else Contact(row["at"], row["on_site"], row["proven_at"])


def linked_types(company_id: UUID, permit: Permit | None) -> tuple[frozenset[str], frozenset[str]]:
    """The work types of the linked permits that have not ended, and of those that are issued or live."""
    if permit is None or not permit.links:
        return frozenset(), frozenset()
    found = rows.many(
        f"SELECT type, {LIVE} AS live FROM permits_permit WHERE company_id = %s AND id = ANY(%s::uuid[])"  # noqa: S608
        " AND state NOT IN ('closed', 'voided', 'withdrawn')",
        (company_id, list(permit.links)),
    )
    return frozenset(r["type"] for r in found), frozenset(r["type"] for r in found if r["live"])


def next_number(company_id: UUID, work_type: str, now: datetime) -> str:
    """The next ticket number of the local day, e.g. DH-20261121-0007; gapless within a committed day."""
    day = now.astimezone(LOCAL).strftime("%Y%m%d")
    prefix = f"{LETTERS.get(work_type, work_type.upper()[:2])}-{day}-"
    rows.run(
        "INSERT INTO permits_counter (company_id, prefix, last) VALUES (%s, %s, 0) ON CONFLICT DO NOTHING",
        (company_id, prefix),
    )
    # Held until the transaction ends: the number is only used up when the submission is accepted.
    row = rows.one(
        "SELECT last FROM permits_counter WHERE company_id = %s AND prefix = %s FOR UPDATE",
        (company_id, prefix),
    )
    return f"{prefix}{(row['last'] if row else 0) + 1:04d}"


def use_number(company_id: UUID, number: str) -> None:
    """The number was given to a permit."""
    prefix, _, last = number.rpartition("-")
    rows.run(
        "UPDATE permits_counter SET last = greatest(last, %s) WHERE company_id = %s AND prefix = %s",
        (int(last), company_id, f"{prefix}-"),
    )


def shift_bounds(
    company_id: UUID, place: PlaceFacts | None, permit: Permit | None, now: datetime
) -> tuple[datetime, ...]:
    """The ends of the shifts that have run since the work started, up to the one that runs now (S11)."""
    if place is None or permit is None or permit.started_at is None or permit.ended_at is not None:
        return ()
    bounds: list[datetime] = []
    at = permit.started_at
    while at <= now and len(bounds) < 12:
        found = sites.shift_at(company_id, place.site_id, at)
        if found is None:
            return tuple(bounds)
        bounds.append(found.ends_at)
        at = found.ends_at
    return tuple(bounds)


def wind_force(company_id: UUID, place: PlaceFacts | None, now: datetime) -> int | None:
    """The wind force (Beaufort) last entered for the site, when it is not older than two hours; else
    unknown."""
    if place is None:
        return None
    row = rows.one(
        "SELECT wind_force FROM permits_weather WHERE company_id = %s AND site_id = %s"
        " AND observed_at > %s::timestamptz - interval '2 hours' ORDER BY observed_at DESC LIMIT 1",
        (company_id, place.site_id, now),
    )
    return None if row is None else int(row["wind_force"])


def simulated(company_id: UUID) -> bool:
    """Whether the company is a simulated one."""
    row = rows.one("SELECT simulated FROM accounts_company WHERE id = %s", (company_id,))
    return bool(row and row["simulated"])


def watch() -> tuple[bool, timedelta | None]:
    """Whether the clock that watches permits runs, and while it makes up for a gap, how long that was
    (S18)."""
    found = beat.state()
    return found.ok, None if found.gap_s is None else timedelta(seconds=found.gap_s)
