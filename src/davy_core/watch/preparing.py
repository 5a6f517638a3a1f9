"""From the register, the rules and the permits to a setting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from davy_core.gas.substances import GENERIC
from davy_core.watch.fences import Fence
from davy_core.watch.permit_limits import Bounds, permit_bounds, unjudged
from davy_core.watch.rulebook import Rule, WatchBook
from davy_core.watch.setting import Bound, Check, Profile, Setting, Worn

USUAL = frozenset({"temp", "still", "hook"})
"""Channels without a gas that every message is expected to carry."""


def prepare(
    profile: Profile, book: WatchBook, permits: Sequence[Bound] = (), worn: Worn | None = None
) -> Setting:
    """The setting of one instrument. A rule applies where the instrument has its channel; one about a person
    only where somebody wears it."""
    if {"lat", "lon"} <= profile.channels.keys():
        profile = replace(profile, channels={**profile.channels, "position": "place"})
    checks = [*_own(profile, book), *_permits(profile, book, permits)]
    if worn is not None:
        checks += _person(profile, book, worn)
    gases = frozenset(c for c in profile.channels if c in book.channels and book.channels[c].substance)
    # A gas that nothing is held to proves nothing by coming, and stops nothing by staying away.
    held = frozenset(c.channel for c in checks if c.channel is not None)
    steady = (
        profile.steady if profile.steady is not None else (gases & held) | (USUAL & profile.channels.keys())
    )
    silences = tuple(c for c in checks if c.rule.kind == "silence" and steady)
    plain = [c for c in checks if c.rule.kind in {"threshold", "permit_limit"} and c.reason is None]
    return Setting(
        version=_version(profile, book, checks, worn),
        instrument=profile.instrument,
        since=profile.since,
        checks=MappingProxyType({c.key: c for c in checks}),
        limits={ch: tuple(c for c in plain if c.channel == ch) for ch in profile.channels},
        others=tuple(c for c in checks if c.rule.kind in {"rate", "signal", "fall", "hook", "fence", "flat"}),
        silences=silences,
        doubts=tuple(c for c in checks if c.rule.kind == "doubt" and c.reason is None),
        blind=tuple(c for c in checks if c.reason is not None),
        steady=steady,
        gases=gases,
        flats=tuple(c for c in checks if c.rule.kind == "flat"),
        quiet=min((c.after for c in silences), default=None),
        calibrated_until=profile.calibrated_until,
    )


def _own(profile: Profile, book: WatchBook) -> Iterator[Check]:
    subject = f"instrument/{profile.instrument}"
    for rule in book.rules.values():
        if rule.about != "instrument" or rule.kind == "permit_limit" or rule.relied:
            continue
        if rule.channel is not None and rule.channel not in profile.channels:
            continue
        yield _check(rule, subject, profile)


def _person(profile: Profile, book: WatchBook, worn: Worn) -> Iterator[Check]:
    for rule in book.rules.values():
        if rule.about != "person" or rule.channel not in profile.channels:
            continue
        fences: tuple[Fence, ...] = ()
        if rule.kind == "fence":
            fences = worn.forbidden if rule.side == "inside" else worn.within
            if not fences:
                continue
        yield _check(rule, f"person/{worn.person}", profile, height=worn.height, fences=fences)


def _permits(profile: Profile, book: WatchBook, permits: Sequence[Bound]) -> Iterator[Check]:
    for bound in permits:
        subject = f"permit/{bound.permit}"
        for rule in book.of_kind("permit_limit"):
            yield from _limits(rule, subject, profile, book, bound)
        if bound.relied:
            for rule in book.of_kind("silence"):
                if rule.relied:
                    yield _check(rule, subject, profile)


def _limits(rule: Rule, subject: str, profile: Profile, book: WatchBook, bound: Bound) -> Iterator[Check]:
    if bound.plan is None or bound.limits is None:
        return
    for channel in profile.channels:
        substance = book.channels[channel].substance if channel in book.channels else None
        if substance is None:
            continue
        name, key = f"{rule.id}.{channel}", f"{rule.id}.{channel}@{subject}"
        bounds = permit_bounds(substance, bound.plan, bound.limits)
        if bounds:
            yield Check(key, name, rule, subject, channel, MappingProxyType(dict(bounds)))
        elif substance == GENERIC and unjudged(substance, bound.plan, bound.limits):
            doubt = book.of_kind("doubt")[0]
            blind = f"{doubt.id}.{channel}"
            yield Check(f"{blind}@{subject}", blind, doubt, subject, channel, reason="gas_limit_missing")


def _check(
    rule: Rule,
    subject: str,
    profile: Profile,
    *,
    height: Decimal | None = None,
    fences: tuple[Fence, ...] = (),
) -> Check:
    after = max(rule.hold, rule.counts.get("periods", 0) * profile.period) if rule.kind == "silence" else 0
    bounds = {rule.unit: figures(rule)} if rule.kind == "threshold" and rule.unit else {}
    return Check(
        key=f"{rule.id}@{subject}",
        name=rule.id,
        rule=rule,
        subject=subject,
        channel=rule.channel,
        bounds=MappingProxyType(bounds),
        height=height,
        fences=fences,
        after=after,
    )


def figures(rule: Rule) -> Bounds:
    """The bounds of a threshold rule, in its own unit."""
    found, clear = rule.figures, rule.figures.get("clear")
    above, below = found.get("above"), found.get("below")
    return Bounds(
        high=above,
        low=below,
        clear_high=clear if above is not None else None,
        clear_low=clear if below is not None else None,
        worse_by=found.get("worse_by"),
        basis=rule.source,
    )


def _unit(item: tuple[str, Bounds]) -> str:
    return item[0]


def _version(profile: Profile, book: WatchBook, checks: Sequence[Check], worn: Worn | None) -> str:
    """Tells two settings apart: everything that a step compares by."""
    told = [book.id, book.version, profile.instrument, str(profile.since), str(profile.period)]
    told += [str(profile.calibrated_until), str(sorted(profile.channels.items())), repr(worn)]
    told += [
        f"{c.key} {c.after} {sorted((u, b.high, b.low, b.whole) for u, b in c.bounds.items())}"
        for c in checks
    ]
    return hashlib.sha256("\n".join(told).encode()).hexdigest()[:16]
