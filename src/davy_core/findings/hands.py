"""One hand for many: signatures too close together, and one person at two places at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot

from davy_core.findings.history import Finding, History, Limits, Step

SIGNED = ("StageSigned", "TicketVerified", "WorkAccepted")
Signed = tuple[Step, History]


def many_at_once(histories: Sequence[History], limits: Limits) -> Iterator[Finding]:
    """One person signed nodes of at least `signed_permits` permits within `signed_within_s` seconds."""
    for person, signed in _by_person(histories, SIGNED).items():
        told = 0  # what belongs to a finding begins no other one
        for start, (first, _) in enumerate(signed):
            near = [one for one in signed[start:] if _seconds(first, one[0]) <= limits.signed_within_s]
            permits = tuple(dict.fromkeys(history.permit for _, history in near))
            if start < told or len(permits) < limits.signed_permits:
                continue
            told = start + len(near)
            figures = {"permits": len(permits), "seconds": round(_seconds(first, near[-1][0]))}
            yield Finding("one_hand", person, permits, tuple(step.event for step, _ in near), figures)


def two_places(
    histories: Sequence[History], places: Mapping[str, tuple[float, float]], limits: Limits
) -> Iterator[Finding]:
    """One person was on site at two points farther apart than anybody walks in the time between. A point
    without a position proves nothing."""
    types = {step.type for history in histories for step in history.steps if _there(step)}
    for person, seen in _by_person(histories, tuple(types)).items():
        there = [one for one in seen if _there(one[0]) and one[1].point in places]
        for (a, first), (b, second) in pairwise(there):
            apart = _metres(places[first.point], places[second.point])
            seconds = _seconds(a, b)
            if apart >= limits.apart_m and apart > limits.walking_m_s * max(seconds, 1):
                figures = {"metres": round(apart), "seconds": round(seconds)}
                permits = tuple(dict.fromkeys((first.permit, second.permit)))
                yield Finding("two_places", person, permits, (a.event, b.event), figures)


def _there(step: Step) -> bool:
    return step.data.get("on_site") == "inside"


def _seconds(a: Step, b: Step) -> float:
    return (b.at - a.at).total_seconds()


def _metres(a: tuple[float, float], b: tuple[float, float]) -> float:
    return hypot(a[0] - b[0], a[1] - b[1])


def _by_person(histories: Sequence[History], types: tuple[str, ...]) -> dict[str, list[Signed]]:
    found: dict[str, list[Signed]] = defaultdict(list)
    for history in histories:
        for step in history.of(*types):
            found[step.by].append((step, history))
    for steps in found.values():
        steps.sort(key=lambda one: (one[0].at, one[0].event))
    return found
