"""Judge requirements against facts: gates at a command, watches in a state, and when the next one lapses.

Unknown is not yes: what cannot be told is never met, and an unknown `when` applies (S1).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from davy_core.rules import cel
from davy_core.rules.cel import Bound, Tri
from davy_core.rules.requirement import Requirement

_ABSENT = object()


class Outcome(StrEnum):
    """What a judgement comes to."""

    MET = "met"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Consequence(StrEnum):
    """What a watch brings about now."""

    NONE = "none"
    ALARM = "alarm"
    PAUSE = "pause"
    VOID = "void"


@dataclass(frozen=True)
class Judgement:
    """The verdict on one requirement. `until` is the last instant at which it still holds, only when met;
    `evidence` the facts it declares and that were there, by dotted path, as they were handed in."""

    requirement: str
    outcome: Outcome
    until: datetime | None
    evidence: Mapping[str, object]

    @property
    def passes(self) -> bool:
        """Whether it stands in nobody's way."""
        return self.outcome in {Outcome.MET, Outcome.NOT_APPLICABLE}


def judge(requirement: Requirement, facts: Mapping[str, object], now: datetime) -> Judgement:
    """Judge one requirement. Raises what `cel.bind` raises for facts of a wrong shape."""
    return _judge(requirement, facts, cel.bind(facts, now), now)


def gate(
    requirements: Iterable[Requirement], command: str, facts: Mapping[str, object], now: datetime
) -> tuple[Judgement, ...]:
    """The judgements of every gate that stands at the command, in the order of the requirements."""
    asked = [r for r in requirements if command in r.at]
    return judge_all(asked, facts, now)


def watch(
    requirements: Iterable[Requirement], state: str, facts: Mapping[str, object], now: datetime
) -> tuple[Judgement, ...]:
    """The judgements of everything watched in the state, in the order of the requirements."""
    asked = [r for r in requirements if state in r.states]
    return judge_all(asked, facts, now)


def judge_all(
    requirements: Iterable[Requirement], facts: Mapping[str, object], now: datetime
) -> tuple[Judgement, ...]:
    """The judgements of all these requirements, wherever they stand, in their order."""
    bound = cel.bind(facts, now)
    return tuple(_judge(r, facts, bound, now) for r in requirements)


def next_lapse(judgements: Iterable[Judgement]) -> datetime | None:
    """The earliest `until` of what is met: at that instant it still holds, right after it no longer does."""
    return min((j.until for j in judgements if j.until is not None), default=None)


def consequence(
    requirement: Requirement, judgement: Judgement, *, unknown_since: datetime | None, now: datetime
) -> Consequence:
    """What a watched requirement brings about now.

    Nothing while it passes; its `on_lapse` when failed; when unknown an alarm at once, and its `on_lapse`
    once `silence` is over, where voiding becomes a pause (not knowing never voids, S9). `unknown_since` is
    when it became unknown, None = only now. Raises ValueError for a gate."""
    if requirement.on_lapse is None:
        raise ValueError(f"{requirement.id} is not watched")
    if judgement.passes:
        return Consequence.NONE
    lapsed = Consequence(requirement.on_lapse)
    if judgement.outcome is Outcome.FAILED:
        return lapsed
    if requirement.silence is not None and now - (unknown_since or now) < requirement.silence:
        return Consequence.ALARM
    return Consequence.PAUSE if lapsed is Consequence.VOID else lapsed


def _judge(requirement: Requirement, facts: Mapping[str, object], bound: Bound, now: datetime) -> Judgement:
    evidence = _evidence(requirement.evidence, facts)
    mine = bound.with_params(requirement.param_values())
    if requirement.when and cel.evaluate(cel.compiled(requirement.when), mine) is Tri.FALSE:
        return Judgement(requirement.id, Outcome.NOT_APPLICABLE, None, evidence)
    holds = cel.evaluate(cel.compiled(requirement.holds), mine)
    if holds is not Tri.TRUE:
        outcome = Outcome.FAILED if holds is Tri.FALSE else Outcome.UNKNOWN
        return Judgement(requirement.id, outcome, None, evidence)
    if requirement.until is None:
        return Judgement(requirement.id, Outcome.MET, None, evidence)
    until = cel.instant(cel.compiled(requirement.until), mine)
    # A lease whose end nobody can tell, or whose end is past, is no lease, whatever `holds` says.
    if until is None or until < now:
        return Judgement(requirement.id, Outcome.UNKNOWN, None, evidence)
    return Judgement(requirement.id, Outcome.MET, until, evidence)


def _evidence(paths: Iterable[str], facts: Mapping[str, object]) -> Mapping[str, object]:
    """The facts at the paths that are there."""
    found: dict[str, object] = {}
    for path in paths:
        value: object = facts
        for name in path.split("."):
            value = value.get(name, _ABSENT) if isinstance(value, Mapping) else _ABSENT
        if value is not _ABSENT:
            found[path] = value
    return MappingProxyType(found)
