"""Reminding whoever a permit waits for: once in a while, recorded, one permit at a time. No deadline moves
by it and nobody's step is skipped (S20); more often than that it would only be noise (S27)."""

from __future__ import annotations

from datetime import datetime, timedelta

from davy_core.instants import instant, iso
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.permits.command import Command
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Stage
from davy_core.permits.stamp import stamp
from davy_core.permits.state import Permit

NUDGE_EVERY = timedelta(minutes=30)
"""(j) Whoever waits may remind the same step again after this."""


def nudge(permit: Permit, command: Command, facts: Facts) -> Outcome:
    """Tell those whose signature is due now that it is waited for."""
    stage = permit.stage()
    if stage is None:
        return refuse("wrong_state", command=command.kind, state=permit.state)
    before = last_nudge(permit, stage)
    if before is not None and facts.now < before + NUDGE_EVERY:
        left = before + NUDGE_EVERY - facts.now
        return refuse("nudged_lately", minutes=-(-left // timedelta(minutes=1)))
    since = permit.stage_since or facts.now
    due = since + timedelta(seconds=stage.deadline_s)
    key = f"{_word(stage)}{iso(facts.now)}"
    return accept(Event("ReminderSent", {**stamp(facts), "reminder": key, "due": iso(due)}))


def last_nudge(permit: Permit, stage: Stage) -> datetime | None:
    """When somebody last reminded those of this step; None when nobody has."""
    word = _word(stage)
    told = [instant(key.removeprefix(word)) for key in permit.reminders if key.startswith(word)]
    return max(told, default=None)


def _word(stage: Stage) -> str:
    return f"nudge:{stage.id}:"


HANDLERS = {"nudge": nudge}
