"""What an instrument is watched for now: from the register, the permit it serves and the rules."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.instruments import queries as instruments
from davy.instruments.kinds import kinds
from davy.instruments.watching import book
from davy.permits.facts import load, snapshot
from davy.sensing.whereabouts import NOWHERE, Whereabouts, whereabouts
from davy_core.instruments.kinds import Kind
from davy_core.instruments.state import Instrument
from davy_core.permits.gas_plan import plan_of
from davy_core.watch.preparing import prepare
from davy_core.watch.reading import millis
from davy_core.watch.setting import Bound, Profile, Setting, Worn
from davy_core.watch.wearing import Standing, breathed

__all__ = ["Served", "gas_kinds", "is_relied", "measures", "served", "setting_of", "standing"]

# Whom an instrument serves, and the versions of all that its setting rests on.
_SERVED = """
SELECT i.id, i.version, i.kind, i.retired_at IS NOT NULL AS retired, b.id AS binding,
  b.permit_id AS permit, b.person_id AS person, b.point, coalesce(b.from_at, i.enrolled_at) AS since,
  p.version AS permit_version
FROM instruments_instrument i
LEFT JOIN instruments_binding b
  ON b.company_id = i.company_id AND b.instrument_id = i.id AND b.until_at IS NULL
LEFT JOIN permits_permit p ON p.company_id = b.company_id AND p.id = b.permit_id
WHERE i.company_id = %s AND i.id = ANY(%s::uuid[])
"""
_LIVE_OF = """
SELECT id FROM permits_permit
WHERE company_id = %s AND %s = ANY(people) AND state IN ('issued', 'active', 'paused') ORDER BY id
"""
# Where each of them stands: checked in at work that is not over and cleared (S6), or in its space.
_STANDS = """
SELECT w.person, p.id::text AS permit, p.version, p.doc->'inside' ? w.person AS inside, EXISTS (
    SELECT 1 FROM instruments_binding b JOIN instruments_instrument i
      ON i.company_id = b.company_id AND i.id = b.instrument_id AND i.kind = ANY(%(gas)s)
    WHERE b.company_id = p.company_id AND b.permit_id = p.id AND b.until_at IS NULL) AS measured
FROM unnest(%(people)s::text[]) AS w(person)
JOIN permits_permit p ON p.company_id = %(company)s
  AND (p.state IN ('issued', 'active', 'paused') OR p.clearance = 'open')
  AND (p.doc->'inside' ? w.person OR (p.doc->'check_ins' ? w.person AND w.person::uuid = ANY(p.people)))
ORDER BY w.person, p.id
"""
_MOST = 20_000
_KEPT_S = 60
_kept: dict[UUID, tuple[tuple[Any, ...], Setting]] = {}


@dataclass(frozen=True)
class Served:
    """An instrument and whom it serves now: a permit at a point, a person, or nobody."""

    id: UUID
    version: int
    kind: str
    retired: bool
    binding: UUID | None
    permit: UUID | None
    person: UUID | None
    point: str | None
    since: datetime
    permit_version: int | None
    stands: tuple[Standing, ...] = ()
    """Of a gas detector that somebody wears: the work whose air he breathes now."""
    whereabouts: Whereabouts = NOWHERE
    """Of what tells where somebody is: where he should be now."""

    @property
    def breathes(self) -> str | None:
        """Who wears it, where it measures the air."""
        return str(self.person) if self.person is not None and measures(self.kind) else None

    @property
    def relying(self) -> list[UUID]:
        """The permits that rely on it: without it nobody knows what they are watched for."""
        if self.permit is not None:
            return [self.permit] if is_relied(self.kind) else []
        return [UUID(one.permit) for one in self.stands if one.relies]

    def permits(self, company_id: UUID) -> list[UUID]:
        """The permits that its wearer, or it itself, has to do with now."""
        if self.permit is not None:
            return [self.permit]
        if self.person is None:
            return []
        if self.breathes is not None:
            return [UUID(one.permit) for one in self.stands]
        return [row["id"] for row in rows.many(_LIVE_OF, (company_id, self.person))]


def is_relied(kind: str) -> bool:
    """Whether work relies on such an instrument: it measures the air, or looks for fire. One that this
    release does not know counts as such."""
    found = kinds().get(kind)
    return found is None or found.gas or "flame" in found.channels


def served(company_id: UUID, wanted: Iterable[UUID]) -> dict[UUID, Served]:
    """Whom these instruments serve."""
    found = {row["id"]: Served(**row) for row in rows.many(_SERVED, (company_id, list(wanted)))}
    breathing = sorted({one.breathes for one in found.values() if one.breathes is not None})
    if breathing:
        stands = standing(company_id, breathing)
        found = {k: replace(one, stands=stands.get(one.breathes or "", ())) for k, one in found.items()}
    located = sorted({str(one.person) for one in found.values() if one.person and _locates(one.kind)})
    if located:
        places = whereabouts(company_id, located)
        found = {k: replace(one, whereabouts=_place(one, places)) for k, one in found.items()}
    return found


def _place(one: Served, places: Mapping[str, Whereabouts]) -> Whereabouts:
    return places.get(str(one.person), NOWHERE) if _locates(one.kind) else NOWHERE


def _locates(kind: str) -> bool:
    """Whether such an instrument tells where its wearer is."""
    found = kinds().get(kind)
    return found is not None and "lat" in found.channels


def standing(company_id: UUID, people: Sequence[str]) -> dict[str, tuple[Standing, ...]]:
    """By person, the work whose air he breathes now."""
    asked = {"company": company_id, "people": list(people), "gas": gas_kinds()}
    found: dict[str, list[Standing]] = {}
    for row in rows.many(_STANDS, asked):
        one = Standing(row["permit"], row["version"], row["inside"], row["measured"])
        found.setdefault(row["person"], []).append(one)
    return {person: breathed(stands) for person, stands in found.items()}


def gas_kinds() -> list[str]:
    """The kinds that measure the air."""
    return [kind.code for kind in kinds().values() if kind.gas]


def measures(kind: str) -> bool:
    """Whether such an instrument measures the air."""
    found = kinds().get(kind)
    return found is not None and found.gas


def setting_of(company_id: UUID, one: Served) -> Setting:
    """What it is watched for; made anew when the register, the binding or the permit changed.

    Raises KeyError for a kind that this release does not have, and what preparing raises."""
    # What the site declares of the place stands in no version: the minute stands for it where a permit is.
    minute = int(time.monotonic() // _KEPT_S) if one.permit is not None or one.stands else 0
    rests_on = (one.version, one.binding, one.permit_version, one.stands, one.whereabouts, minute)
    kept = _kept.get(one.id)
    if kept is None or kept[0] != rests_on:
        if len(_kept) >= _MOST:
            _kept.clear()
        kept = _kept[one.id] = (rests_on, _prepared(company_id, one))
    return kept[1]


def _prepared(company_id: UUID, one: Served) -> Setting:
    instrument = instruments.instrument(company_id, one.id)
    if instrument is None:
        raise KeyError(str(one.id))
    kind = kinds()[instrument.kind]
    relying = one.relying
    served_now = [one.permit] if one.permit is not None else [UUID(s.permit) for s in one.stands]
    bound = [_bound(company_id, permit, relied=permit in relying) for permit in served_now]
    place = one.whereabouts
    within, forbidden = place.within, place.forbidden
    # How high he is only his instrument can tell: where he works may be on a scaffold above the point.
    worn = Worn(str(one.person), within=within, forbidden=forbidden) if one.person else None
    return prepare(_profile(one, instrument, kind), book(), bound, worn)


def _profile(one: Served, instrument: Instrument, kind: Kind) -> Profile:
    channels = {name: channel.unit for name, channel in kind.channels.items()}
    period = int(kind.period.total_seconds() * 1000)
    return Profile(str(one.id), channels, period, millis(one.since), _calibrated_until(instrument, kind))


def _calibrated_until(instrument: Instrument, kind: Kind) -> int | None:
    """Where a kind is calibrated and nobody says it was, nothing is proven from the beginning (S4)."""
    if kind.calibration is None:
        return None
    until = instrument.calibrated_until
    return millis(until) if until is not None else 0


def _bound(company_id: UUID, permit_id: UUID, *, relied: bool) -> Bound:
    """The permit with its pinned plan."""
    found = load(company_id, permit_id)
    if found is None:
        raise KeyError(str(permit_id))
    permit, _ = found
    facts = snapshot(company_id, permit, permit.place.point, {}, now=clock.now())
    return Bound(str(permit_id), plan_of(permit, facts), facts.rulebook.limits, relied=relied)
