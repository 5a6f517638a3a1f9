"""Who is inside an area or a site, by who went through its gates last; and what makes that doubtful.

This is what gates saw, and no count of heads: whoever slipped in behind another is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True)
class GateSeen:
    """A gate. `areas`: where it leads, none = the whole site. `blind_since`: it told nothing since; None: it
    tells what happens there."""

    id: str
    areas: frozenset[str] = frozenset()
    blind_since: datetime | None = None

    def leads_to(self, area: str | None) -> bool:
        """Whether one comes through it into this area; None asks for the site as a whole."""
        return not self.areas if area is None else area in self.areas


@dataclass(frozen=True)
class StepSeen:
    """One passage. `source`: the gate told it, or a person (hand)."""

    person: str
    gate: str
    at: datetime
    way: str
    source: str = "gate"


@dataclass(frozen=True)
class Inside:
    """Somebody inside: `since` he went in there, last seen at `gate`; `doubts`: long, hand."""

    person: str
    since: datetime
    gate: str
    seen_at: datetime
    doubts: tuple[str, ...] = ()


def inside(
    steps: Iterable[StepSeen],
    gates: Mapping[str, GateSeen],
    now: datetime,
    *,
    area: str | None,
    long_after: timedelta,
) -> tuple[Inside, ...]:
    """Everybody inside the area, or the site (None), who came first first. `steps` in any order."""
    found = []
    by_person: dict[str, list[StepSeen]] = {}
    for step in steps:
        if step.gate in gates:
            by_person.setdefault(step.person, []).append(step)
    for person, told in by_person.items():
        one = _inside(person, sorted(told, key=_order), gates, area)
        if one is not None:
            long = ("long",) if now - one.since > long_after else ()
            found.append(Inside(one.person, one.since, one.gate, one.seen_at, (*long, *one.doubts)))
    return tuple(sorted(found, key=lambda one: (one.since, one.person)))


def blind(gates: Iterable[GateSeen], area: str | None) -> tuple[GateSeen, ...]:
    """The gates by which somebody may have come or gone there unseen, the one that is blind longest first."""
    led = [(g.blind_since, g.id, g) for g in gates if g.blind_since and (g.leads_to(area) or not g.areas)]
    return tuple(gate for _, _, gate in sorted(led, key=lambda one: one[:2]))


def _order(step: StepSeen) -> tuple[datetime, bool]:
    """Of two at one instant the one that leaves somebody inside is taken to be the later."""
    return step.at, step.way == "in"


def _inside(
    person: str, steps: Sequence[StepSeen], gates: Mapping[str, GateSeen], area: str | None
) -> Inside | None:
    """Walk through what he did. Through the gate of an area one comes out into the site; who leaves the site
    has left its areas."""
    since: datetime | None = None
    has_site_gate = any(not gate.areas for gate in gates.values())
    last: StepSeen | None = None
    for step in steps:
        gate = gates[step.gate]
        if area is not None and not (gate.leads_to(area) or (not gate.areas and step.way == "out")):
            continue
        last = step
        if step.way == "in":
            since = since or step.at
        elif area is not None or not gate.areas or not has_site_gate:
            since = None
        else:
            since = since or step.at  # out of an area, and so on the site
    if since is None or last is None:
        return None
    return Inside(person, since, last.gate, last.at, ("hand",) if last.source == "hand" else ())
