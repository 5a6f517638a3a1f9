"""Judge the requirements that stand at a command, and tell in words what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from davy_core.outcome import Event, Reason
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit
from davy_core.permits.view import view
from davy_core.rules import evaluate
from davy_core.rules.evaluate import Judgement, Outcome
from davy_core.rules.explain import entry
from davy_core.rules.requirement import Requirement

NEXT_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "draft": ("submit",),
    "submitted": ("sign_stage", "issue"),
    "issued": ("start",),
    "active": ("finish",),
    "paused": ("resume",),
    "finished": ("accept",),
    "voided": ("confirm_clear",),
    "withdrawn": ("confirm_clear",),
}
"""What a permit is on its way to in each state: the gates its card shows ahead of time."""


def gate(
    permit: Permit, command: Command, facts: Facts, kinds: Iterable[str]
) -> tuple[list[Reason], list[Event]]:
    """The reasons of every requirement at these commands that is not met, and the alarms they raise."""
    asked = _asked(facts.rulebook.asked, kinds)
    if not asked:
        return [], []
    judged = _judge(asked, view(permit, command, facts), facts)
    reasons, alarms = [], []
    for requirement, judgement in judged:
        if judgement.passes:
            continue
        code = "requirement_unknown" if judgement.outcome is Outcome.UNKNOWN else "requirement_not_met"
        reasons.append(Reason(code, missing=entry(requirement, judgement)))
        if requirement.alarm is not None:
            alarms.append(alarm(requirement, facts))
    return reasons, alarms


def standing(permit: Permit, facts: Facts) -> list[tuple[Requirement, Judgement]]:
    """What the card shows: the gates of what comes next, and everything watched in this state."""
    kinds = NEXT_COMMANDS.get(permit.state, ())
    watching = permit.watched_as
    asked = [r for r in facts.rulebook.asked if r.at & set(kinds) or watching & r.states]
    return _judge(asked, view(permit, None, facts), facts)


def watched(permit: Permit, facts: Facts) -> list[tuple[Requirement, Judgement]]:
    """Everything watched in the permit's state, judged now."""
    asked = [r for r in facts.rulebook.asked if permit.watched_as & r.states]
    return _judge(asked, view(permit, None, facts), facts) if asked else []


def watch_outcome(permit: Permit, requirement_id: str, facts: Facts) -> str:
    """How one watched requirement stands now, whatever the state; `unknown` when the rulebook lost it."""
    asked = [r for r in facts.rulebook.asked if r.id == requirement_id]
    judged = _judge(asked, view(permit, None, facts), facts)
    return judged[0][1].outcome.value if judged else Outcome.UNKNOWN.value


def alarm(requirement: Requirement, facts: Facts) -> Event:
    """The AlarmRaised event of a requirement, with its AQ 3064.2 code where it has one."""
    data = {**stamp(facts), "kind": "requirement", "subject": requirement.id}
    return Event("AlarmRaised", {**data, "code": requirement.alarm} if requirement.alarm else data)


def _asked(requirements: Iterable[Requirement], kinds: Iterable[str]) -> list[Requirement]:
    wanted = set(kinds)
    return [r for r in requirements if r.at & wanted]


def _judge(
    asked: Iterable[Requirement], seen: Mapping[str, Any], facts: Facts
) -> list[tuple[Requirement, Judgement]]:
    wanted = list(asked)
    return list(zip(wanted, evaluate.judge_all(wanted, seen, facts.now), strict=True))
