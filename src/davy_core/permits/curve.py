"""The curve before the start: for how long the bound instruments have told, without a gap, of air within its
limits.

A site's own requirement may ask for it (its figures `curve_for` and `curve_gap`); the standard asks for a
round and no more, and this never stands in for one. What is doubtful tells nothing; a breach begins it anew
(S3, S4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from davy_core.gas.plan import SamplingPlan
from davy_core.gas.verdict import FUTURE_TOLERANCE, TRUSTED_CLOCKS
from davy_core.instants import iso
from davy_core.instruments.fitness import fit_for_gas_test
from davy_core.instruments.last import SILENT, InstrumentSeen, LastReading
from davy_core.permits.facts import Facts
from davy_core.permits.gas_plan import plan_of
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.state import Permit
from davy_core.permits.taking import needed, stands_for
from davy_core.watch.permit_limits import Bounds, permit_bounds

FOR, GAP = "curve_for", "curve_gap"
"""The parameters by which a requirement asks for a curve."""
MINUTE = 60
UNJUDGED = "unjudged"
Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class CurveAsked:
    """How long it must be (`least`), and how long it may be silent in between (`gap`)."""

    least: timedelta
    gap: timedelta


def curve_asked(book: Rulebook) -> CurveAsked | None:
    """The strictest that any requirement asks; None: nobody asks for a curve."""
    told = [r.params for r in book.asked if FOR in r.params and GAP in r.params]
    spans = [p[FOR].value for p in told], [p[GAP].value for p in told]
    least = [v for v in spans[0] if isinstance(v, timedelta)]
    gap = [v for v in spans[1] if isinstance(v, timedelta)]
    return CurveAsked(max(least), min(gap)) if least and gap else None


def curve_view(permit: Permit, facts: Facts) -> dict[str, Any]:
    """As rules read it, where it is asked for: since when it goes on (absent: it does not), and how many
    minutes are left."""
    asked = curve_asked(facts.rulebook)
    if asked is None:
        return {}
    span = curve_of(permit, facts, asked)
    left = max(asked.least - (facts.now - span[0] if span else timedelta()), timedelta())
    found: dict[str, Any] = {"curve_left_min": -(-int(left.total_seconds()) // MINUTE)}
    return {**found, "curve_since": iso(span[0]), "curve_until": iso(span[1])} if span else found


def curve_of(permit: Permit, facts: Facts, asked: CurveAsked) -> Span | None:
    """From when until when all of them have told of good air; None while one does not, or none is bound."""
    plan = plan_of(permit, facts)
    if plan is None:
        return None
    measuring = [s for s in facts.serving if needed(s, plan, facts.rulebook.limits, facts.now)]
    spans = [_span(permit, seen, plan, facts, asked.gap) for seen in measuring]
    known = [span for span in spans if span is not None]
    if not known or len(known) < len(spans):
        return None
    return max(began for began, _ in known), min(last for _, last in known)


def _span(
    permit: Permit, seen: InstrumentSeen, plan: SamplingPlan, facts: Facts, gap: timedelta
) -> Span | None:
    if fit_for_gas_test(seen.instrument, seen.kind, facts.now) or _doubted(permit, seen):
        return None
    bounds = _bounds(seen, plan, facts)
    channels = needed(seen, plan, facts.rulebook.limits, facts.now)
    if not all(bounds[name] and all(each.whole for each in bounds[name]) for name in channels):
        return None  # within limits of which some are not known proves nothing
    return unbroken(seen.told, bounds, channels, gap, facts.now)


def unbroken(
    told: Sequence[LastReading],
    bounds: Mapping[str, Sequence[Bounds]],
    channels: Sequence[str],
    gap: timedelta,
    now: datetime,
) -> Span | None:
    """The first of the readings since which each was good and none was more than `gap` after the one before,
    and the last of them; None where a breach or a silence stands at the end. `told` by time; `channels` are
    those it must tell."""
    began: datetime | None = None
    last: datetime | None = None
    for reading in told:
        if _breaks(reading, bounds):
            began = last = None
        elif _is_sound(reading, channels, now):
            if last is None or reading.taken_at - last > gap:
                began = reading.taken_at
            last = reading.taken_at
    return (began, last) if began is not None and last is not None and now - last <= gap else None


def _breaks(reading: LastReading, bounds: Mapping[str, Sequence[Bounds]]) -> bool:
    """Whether a value is outside its limits, whatever else is to be said of it."""
    if "over_range" in reading.doubts.values():
        return True
    return any(
        each.side(Decimal(reading.channels[name])) is not None
        for name, its in bounds.items()
        if name in reading.channels
        for each in its
    )


def _is_sound(reading: LastReading, channels: Sequence[str], now: datetime) -> bool:
    return (
        reading.clock in TRUSTED_CLOCKS
        and not reading.doubts
        and reading.channels.get("fault", "0") in {"0", "0.0"}
        and reading.taken_at <= now + FUTURE_TOLERANCE
        and all(name in reading.channels for name in channels)
    )


def _bounds(seen: InstrumentSeen, plan: SamplingPlan, facts: Facts) -> dict[str, list[Bounds]]:
    """By channel, the limits of everything that it stands for in this plan, in its own unit."""
    found: dict[str, list[Bounds]] = {}
    for name, gas in seen.gases.items():
        unit = seen.kind.channels[name].unit if seen.kind and name in seen.kind.channels else ""
        limits = (permit_bounds(one, plan, facts.rulebook.limits) for one in stands_for(gas, plan))
        found[name] = [its[unit] for its in limits if unit in its]
    return found


def _doubted(permit: Permit, seen: InstrumentSeen) -> bool:
    """Whether the watch says now that nobody can trust it. Silence is judged by the gap that is asked for;
    that nobody judges the readings at all is told by the same rule."""
    about = (e for e in permit.episodes if e.is_open and e.instrument == seen.instrument.id)
    return any(
        e.rule in seen.doubting and (seen.doubting[e.rule] != SILENT or e.reason == UNJUDGED) for e in about
    )
