"""Reminders and deadlines: what is due now, and when the clock must look again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from davy_core.instants import iso
from davy_core.outcome import Event
from davy_core.permits.facts import Facts
from davy_core.permits.paper_checks import CHECK_WITHIN, oldest_open
from davy_core.permits.reviewing import review_due
from davy_core.permits.state import Permit
from davy_core.rules.evaluate import Judgement, Outcome, next_lapse
from davy_core.rules.requirement import Requirement

RUNNING = frozenset({"issued", "active", "paused"})
COPY_AFTER = timedelta(minutes=30)
REVIEW_REMINDER = timedelta(hours=4)
UNKNOWN_RECHECK = timedelta(seconds=10)
AFTER = timedelta(milliseconds=1)


def due_reminders(permit: Permit, facts: Facts) -> list[Event]:
    """Every reminder whose instant has come and that was not sent yet; the overdue ones raise their alarm."""
    events: list[Event] = []
    for key, at, alarm_kind in _schedule(permit, facts):
        if at > facts.now or key in permit.reminders:
            continue
        mark = {"at": iso(facts.now), "by": "clock"}
        events.append(Event("ReminderSent", {**mark, "reminder": key, "due": iso(at)}))
        if alarm_kind:
            events.append(Event("AlarmRaised", {**mark, "kind": alarm_kind, "subject": key}))
    return events


def next_check(
    permit: Permit, facts: Facts, watched: Sequence[tuple[Requirement, Judgement]]
) -> datetime | None:
    """The earliest instant at which a tick may have something to do; None when nothing is ever due again."""
    times = [at for key, at, _ in _schedule(permit, facts) if key not in permit.reminders]
    if permit.state in RUNNING | {"submitted"}:
        times.append(permit.window.end + AFTER)
    judged = [j for _, j in watched]
    lapse = next_lapse(judged)
    if lapse is not None:
        times.append(lapse + AFTER)
    if any(_to_be_noted(permit, j) for j in judged):
        times.append(facts.now)
    if _waits_for_silence(permit, judged):
        times.append(facts.now + UNKNOWN_RECHECK)
    times += [p.start for p in facts.calendar.periods if permit.state in RUNNING and p.start > facts.now]
    due = min(times, default=None)
    return due if due is None else max(due, facts.now)


def _to_be_noted(permit: Permit, judgement: Judgement) -> bool:
    """Whether a watch changed and no tick has said so yet: it lapsed, came back, or nobody can tell now."""
    known, unknown = judgement.requirement in permit.lapsed, judgement.requirement in permit.unknown_since
    if judgement.passes:
        return known or unknown
    return not unknown if judgement.outcome is Outcome.UNKNOWN else not known


def _waits_for_silence(permit: Permit, judged: list[Judgement]) -> bool:
    unknown = {j.requirement for j in judged if j.outcome is Outcome.UNKNOWN}
    return bool(unknown - set(permit.lapsed))


def _schedule(permit: Permit, facts: Facts) -> Iterator[tuple[str, datetime, str | None]]:
    """(key, instant, alarm kind) of everything that falls due by itself in this state."""
    limits = facts.rulebook.reminders
    if permit.state == "submitted" and permit.stage_since is not None:
        stage = permit.stage()
        if stage is not None:
            due = permit.stage_since + timedelta(seconds=stage.deadline_s)
            yield f"approval_overdue:{stage.id}", due, "approval_overdue"
            late = min(COPY_AFTER, timedelta(seconds=stage.deadline_s))
            yield f"approval_copy:{stage.id}", due + late, None
    owed = review_due(permit)
    if owed is not None:
        yield "review_due", owed - REVIEW_REMINDER, None
        yield "review_overdue", owed, "review_overdue"
    if permit.state == "issued" and not permit.started:
        yield "before_start", permit.window.start - timedelta(seconds=limits["before_start_s"]), None
    if permit.state in RUNNING:
        yield "before_end", permit.window.end - timedelta(seconds=limits["before_end_s"]), None
    if permit.pause and permit.started and (permit.state == "paused" or permit.clearance == "open"):
        yield from _pause_limits(permit, limits["receipt_s"], limits["confirm_s"])
    if permit.clearance == "open" and permit.ended_at is not None:
        every = timedelta(seconds=limits["clearance_s"])
        # After an outage the last time that passed is told, not each of them.
        told = [int(key.rpartition(":")[2]) for key in permit.reminders if key.startswith("clearance_open")]
        time = max(max(told, default=0) + 1, (facts.now - permit.ended_at) // every)
        yield f"clearance_open:{time}", permit.ended_at + every * time, "clearance_open"
    yield from _paper(permit)
    yield from ((f"rectification:{r.id}", r.due, "rectification_overdue") for r in permit.rectifications
                if r.done_at is None and permit.state == "finished")  # fmt: skip


def _paper(permit: Permit) -> Iterator[tuple[str, datetime, str | None]]:
    """Entries from paper that nobody settled: once for all that fall due in the same hour (S27)."""
    waiting = oldest_open(permit)
    if waiting is not None and permit.on_place:
        due = waiting + CHECK_WITHIN
        yield f"paper_unchecked:{iso(due)[:13]}", due, "paper_unchecked"


def _pause_limits(
    permit: Permit, receipt_s: int, confirm_s: int
) -> Iterator[tuple[str, datetime, str | None]]:
    """S8: no receipt in 30 s, not confirmed in 3 min."""
    pause = permit.pause
    assert pause is not None
    key = iso(pause.decided_at)
    if pause.received_at is None:
        yield f"not_received:{key}", pause.decided_at + timedelta(seconds=receipt_s), "pause_not_received"
    if pause.confirmed_at is None:
        yield f"not_confirmed:{key}", pause.decided_at + timedelta(seconds=confirm_s), "stop_not_confirmed"
