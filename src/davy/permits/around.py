"""What stands around a permit: neighbours at its point, other work of its people, numbers, shifts, contact,
the clock."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.clock import beat
from davy.db import rows
from davy.permits import nearby, outages, weather
from davy.permits.loads import LOADS, Load, loads_of
from davy.sites import queries as sites
from davy.sites.queries import PlaceFacts
from davy_core.instants import instant
from davy_core.permits.facts import Contact, Neighbour
from davy_core.permits.linked import DONE_COUNTS
from davy_core.permits.nearby import Nearby, OutageSeen
from davy_core.permits.relied import Relied
from davy_core.permits.state import Permit
from davy_core.rulebooks.recall import STANDS, stream_of
from davy_core.weather.observation import Weather

__all__ = [
    "LOCAL", "Around", "Window", "look", "named", "next_number", "shift_bounds", "simulated", "use_number",
    "watch", "window_of",
]  # fmt: skip

LOCAL = ZoneInfo("Asia/Shanghai")
Window = tuple[datetime, datetime]
LIVE = "state IN ('issued', 'active', 'paused', 'finished')"
NOBODY = UUID(int=0)


def window_of(permit: Permit | None, body: Mapping[str, Any], now: datetime) -> Window:
    """The window that a judgement looks at: the permit's (or the one asked for), stretched to include now."""
    asked = body.get("window")
    start, end = (instant(asked["from"]), instant(asked["to"])) if asked else (now, now)
    if not asked and permit is not None:
        start, end = permit.window.start, permit.window.end
    return min(start, now), max(end, now) + timedelta(seconds=1)


_OTHER = """
SELECT id::text, type, doc->'crew'->>'responsible' AS responsible, number, state, clearance,
  doc->>'place_handed_to' AS handed_to, point_id = %(point)s AS same_point,
  state IN ('active', 'paused', 'finished')
    OR (starts_at < %(own_end)s AND ends_at > %(own_start)s) AS overlaps
FROM permits_permit
"""
_NEIGHBOURS = f"""
{_OTHER}
WHERE company_id = %(company)s AND point_id = %(point)s AND id <> %(permit)s
  AND ({LIVE} OR clearance = 'open')
ORDER BY id LIMIT 50
"""
_LINKED = f"""
SELECT type, {LIVE} OR state = 'closed' AS live, ends_at FROM permits_permit
WHERE company_id = %(company)s AND id = ANY(%(links)s::uuid[])
  AND (state NOT IN ('closed', 'voided', 'withdrawn') OR state = 'closed' AND type = ANY(%(done)s))
"""  # noqa: S608 - constants
_ISOLATIONS = f"""
SELECT i.number, r.released_at IS NOT NULL AS released, i.points, i.applied, i.verified, i.blinds,
  i.blinds_verified, i.valve_only, i.locks, i.state = 'testing' AS testing,
  (SELECT count(*) FROM isolations_reliance o JOIN permits_permit p
    ON p.company_id = o.company_id AND p.id = o.permit_id
    WHERE o.company_id = i.company_id AND o.isolation_id = i.id AND o.permit_id <> r.permit_id
    AND o.released_at IS NULL
    AND (p.state IN ('draft', 'submitted') OR p.{LIVE} OR p.clearance = 'open')) AS others
FROM isolations_reliance r
JOIN isolations_isolation i ON i.company_id = r.company_id AND i.id = r.isolation_id
WHERE r.company_id = %(company)s AND r.permit_id = %(permit)s
"""  # noqa: S608 - constants
_LOOK = f"""
SELECT json_build_object(
  'loads', (SELECT json_agg(l) FROM ({LOADS}) l),
  'neighbours', (SELECT json_agg(n) FROM ({_NEIGHBOURS}) n),
  'linked', (SELECT json_agg(k) FROM ({_LINKED}) k),
  'nearby', CASE WHEN %(crossing)s THEN (SELECT coalesce(json_agg(n), '[]') FROM ({nearby.NEARBY}) n) END,
  'contact', (SELECT json_build_object('at', at, 'on_site', on_site, 'proven_at', proven_at)
    FROM permits_contact WHERE company_id = %(company)s AND permit_id = %(permit)s
    AND person_id = %(guardian)s),
  'weather', (SELECT json_agg(w) FROM ({weather.FRESH}) w),
  'isolations', (SELECT json_agg(s) FROM ({_ISOLATIONS}) s),
  'outage', ({outages.SEEN}),
  'recall', (SELECT state FROM rulebook_recall WHERE company_id = %(company)s AND id = %(recall)s)
)::text AS found
"""  # noqa: S608 - constants


@dataclass(frozen=True)
class Around:
    """What one look found. `loads`: by person id, what else he does and did today.
    `weather` is None when nobody told of it for two hours."""

    loads: Mapping[str, Load]
    neighbours: tuple[Neighbour, ...]
    links_known: frozenset[str]
    links_live: frozenset[str]
    links_until: Mapping[str, datetime]
    contact: Contact | None
    weather: Weather | None
    basis_recalled: bool
    isolations: tuple[Relied, ...]
    nearby: tuple[Nearby, ...] | None
    outage: OutageSeen | None


def look(
    company_id: UUID,
    permit: Permit | None,
    place: PlaceFacts | None,
    people: Sequence[str],
    *,
    basis: str,
    window: Window,
    now: datetime,
    crossing: bool,
) -> Around:
    """The other permits that count at the point (S6, S23), other work of these people, linked permits, the
    guardian's last sign of life, the weather, a recall of the rules, and where asked (`crossing`) the works
    around that may conflict: one statement, for every decision asks for it all."""
    spot = nearby.spot_of(place, permit.place.equipment) if crossing and place and permit else None
    row = rows.one(
        _LOOK,
        nearby.params(spot, permit, now)
        | {
            "company": company_id,
            "permit": permit.id if permit else str(NOBODY),
            "point": place.point_id if place else NOBODY,
            "site": place.site_id if place else NOBODY,
            "own_area": place.area_id if place else NOBODY,
            "guardian": (permit.crew.guardian if permit else None) or str(NOBODY),
            "people": sorted(set(people)),
            "links": list(permit.links) if permit else [],
            "start": window[0],
            "end": window[1],
            "own_start": permit.window.start if permit else window[0],
            "own_end": permit.window.end if permit else window[1],
            "recall": stream_of(basis),
            "now": now,
            "midnight": _midnight(now),
            "done": sorted(DONE_COUNTS),
        },
    )
    return _seen(company_id, place, json.loads(row["found"]) if row else {}, now)


def _seen(company_id: UUID, place: PlaceFacts | None, found: Mapping[str, Any], now: datetime) -> Around:
    linked, contact = found["linked"] or (), found["contact"]
    return Around(
        loads=loads_of(found["loads"] or (), now, _midnight(now)),
        neighbours=tuple(Neighbour(**one) for one in found["neighbours"] or ()),
        links_known=frozenset(one["type"] for one in linked),
        links_live=frozenset(one["type"] for one in linked if one["live"]),
        links_until=_until(linked),
        contact=_contact(contact) if contact else None,
        weather=weather.told(found["weather"] or ()),
        basis_recalled=found["recall"] in STANDS,
        isolations=tuple(Relied(**one) for one in found["isolations"] or ()),
        nearby=None if found["nearby"] is None else nearby.nearby_of(found["nearby"], now),
        outage=outages.seen_of(company_id, place, found["outage"]),
    )


def _midnight(now: datetime) -> datetime:
    return datetime.combine(now.astimezone(LOCAL), time(0), LOCAL)


def named(company_id: UUID, permit: Permit | None, body: Mapping[str, Any]) -> Neighbour | None:
    """The other permit that a command is about; None when this company has none such."""
    if permit is None or body["permit"] == permit.id:
        return None
    row = rows.one(
        _OTHER + "WHERE company_id = %(company)s AND id = %(id)s",
        {
            "company": company_id,
            "id": body["permit"],
            "point": permit.place.point,
            "own_start": permit.window.start,
            "own_end": permit.window.end,
        },
    )
    return None if row is None else Neighbour(**row)


def _until(linked: Iterable[Mapping[str, Any]]) -> dict[str, datetime]:
    """Work type → when the last of its linked permits ends (10.8)."""
    found: dict[str, datetime] = {}
    for one in linked:
        ends = instant(one["ends_at"])
        found[one["type"]] = max(ends, found.get(one["type"], ends))
    return found


def _contact(found: Mapping[str, Any]) -> Contact:
    proven = found["proven_at"]
    return Contact(instant(found["at"]), found["on_site"], instant(proven) if proven else None)


def next_number(company_id: UUID, letters: str, now: datetime) -> str:
    """The next ticket number of the local day, e.g. DH-20261121-0007; gapless within a committed day."""
    day = now.astimezone(LOCAL).strftime("%Y%m%d")
    prefix = f"{letters}-{day}-"
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
    return sites.shift_ends(company_id, place.site_id, permit.started_at, now)


@lru_cache(maxsize=64)
def simulated(company_id: UUID) -> bool:
    """Whether the company is a simulated one: set when it is made and never changed."""
    row = rows.one("SELECT simulated FROM accounts_company WHERE id = %s", (company_id,))
    return bool(row and row["simulated"])


def watch() -> tuple[bool, timedelta | None]:
    """Whether the clock that watches permits runs, and while it makes up for a gap, how long that was
    (S18)."""
    found = beat.state()
    return found.ok, None if found.gap_s is None else timedelta(seconds=found.gap_s)
