"""The same photo, the same handwriting, the same readings: what nobody gets twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from davy_core.findings.history import Finding, History, Limits, Step

AMBIENT = frozenset(map(Decimal, ("20.7", "20.8", "20.9", "21", "21.0")))
"""Oxygen as ordinary air gives it, in %vol: the same everywhere, like a combustible reading of zero."""


def photos(histories: Sequence[History]) -> Iterator[Finding]:
    """One picture stands for two permits, or for two things of one."""
    used: dict[str, dict[tuple[str, str], tuple[str, str]]] = defaultdict(dict)
    for history in histories:
        for step in history.steps:
            about = str(step.data.get("measure") or step.data.get("purpose") or step.type)
            for photo in _photos(step):
                used[photo].setdefault((history.permit, about), (step.event, step.by))
    for places in used.values():
        if len(places) > 1:
            people = {by for _, by in places.values()}
            permits = tuple(dict.fromkeys(permit for permit, _ in places))
            events = tuple(dict.fromkeys(event for event, _ in places.values()))
            person = people.pop() if len(people) == 1 else None
            yield Finding("same_photo", person, permits, events, {"times": len(places)})


def strokes(histories: Sequence[History]) -> Iterator[Finding]:
    """One handwriting, stroke by stroke, stands under two signatures. What one command signed is one."""
    used: dict[str, dict[str, tuple[Step, str]]] = defaultdict(dict)
    for history in histories:
        for step in history.steps:
            if step.strokes is not None:
                used[step.strokes].setdefault(step.command or step.event, (step, history.permit))
    for signed in used.values():
        if len(signed) > 1:
            people = {step.by for step, _ in signed.values()}
            permits = tuple(dict.fromkeys(permit for _, permit in signed.values()))
            events = tuple(step.event for step, _ in signed.values())
            person = people.pop() if len(people) == 1 else None
            yield Finding("same_strokes", person, permits, events, {"times": len(signed)})


def readings(histories: Sequence[History], limits: Limits) -> Iterator[Finding]:
    """One analyst recorded `same_rounds` rounds with the same figures, of which at least two are not what
    ordinary air gives. What the server took from an instrument is nobody's copying."""
    used: dict[tuple[str, tuple[str, ...]], list[tuple[Step, str]]] = defaultdict(list)
    for history in histories:
        for step in history.of("RoundRecorded"):
            rows = [r for r in step.data.get("readings", ()) if r.get("source") != "instrument"]
            told = tuple(sorted(f"{r['point']} {r['substance']} {r['value']['value']}" for r in rows))
            if sum(_tells(r["substance"], Decimal(r["value"]["value"])) for r in rows) >= 2:
                used[step.by, told].append((step, history.permit))
    for (person, _), rounds in used.items():
        if len(rounds) >= limits.same_rounds:
            permits = tuple(dict.fromkeys(permit for _, permit in rounds))
            events = tuple(step.event for step, _ in rounds)
            yield Finding("same_readings", person, permits, events, {"rounds": len(rounds)})


def _tells(substance: str, value: Decimal) -> bool:
    return value not in AMBIENT if substance == "oxygen" else value != 0


def _photos(step: Step) -> Iterator[str]:
    for name in ("photo", "photos"):
        found = step.data.get(name)
        yield from [found] if isinstance(found, str) else found or ()
