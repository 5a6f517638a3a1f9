"""What one person must do now on a permit, and by when: the phone's first page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from davy_core.permits.crossing import SIGNS_TOO
from davy_core.permits.paper_checks import to_check
from davy_core.permits.reviewing import review_due
from davy_core.permits.state import Permit

EARLY = timedelta(minutes=60)
ROUND_EVERY = timedelta(minutes=30)
CHECKERS = frozenset({"shift_leader", "control", "acceptor", "responsible"})
"""Whose task it is to hold entries from paper against the sheet; the guardian may and has other things to
watch."""
Tasks = Iterator["Task"]


@dataclass(frozen=True)
class Task:
    """One thing to do: the command that does it, and when it is due (None: as soon as possible)."""

    command: str
    due: datetime | None = None


def todo(
    permit: Permit,
    person: str,
    duties: frozenset[str],
    now: datetime,
    *,
    gas: bool = True,
    calls: timedelta | None = None,
) -> tuple[Task, ...]:
    """The person's tasks on this permit in the order in which they are to be done; empty when there is
    none. `gas`: whether the work is tested for gas at all; `calls`: how often work without signal reports."""
    steps: Mapping[str, Callable[..., Tasks]] = {
        "draft": _draft,
        "submitted": partial(_submitted, gas=gas),
        "issued": partial(_issued, gas=gas),
        "active": partial(_active, calls=calls),
        "paused": _paused,
        "finished": _finished,
        "voided": _ended,
        "withdrawn": _ended,
    }
    step = steps.get(permit.state)
    found = tuple(step(permit, person, duties, now)) if step else ()
    if "coordinator" in duties and permit.state in SIGNS_TOO and not _has_signed(permit, person):
        found = (Task("sign_crossing"), *found)
    return (*found, *_beside(permit, person, duties))


def _beside(p: Permit, person: str, duties: frozenset[str]) -> Tasks:
    """What waits in any state, after the work itself."""
    owed = review_due(p)
    if owed and "reviewer" in duties:
        yield Task("review_urgent", owed)
    unread = to_check(p, person)
    if unread and p.on_place and duties & CHECKERS:
        yield Task("confirm_capture", unread)


def _has_signed(p: Permit, person: str) -> bool:
    return any(one.by == person for one in p.crossings)


def _draft(p: Permit, person: str, duties: frozenset[str], now: datetime) -> Tasks:
    if "applicant" in duties:
        yield Task("submit", p.window.start)


def _submitted(p: Permit, person: str, duties: frozenset[str], now: datetime, *, gas: bool) -> Tasks:
    begin = p.window.start
    analysed = all(h.applies is not None for h in p.hazards)
    measured = all(m.applies is not None for m in p.measures)
    tested = not gas or any(r.complete and r.verdict == "pass" for r in p.rounds)
    if not analysed and duties & {"responsible", "confirmer"}:
        yield Task("confirm_hazard", begin)
    if analysed and not measured and "confirmer" in duties:
        yield Task("answer_measure", begin)
    if analysed:
        yield from _records(p, duties, "before_sign", begin)
    if analysed and measured and _air_waits(p) and duties & {"responsible", "confirmer"}:
        yield Task("switch_ventilation" if p.ventilation else "plan_ventilation", begin)
    if analysed and measured and not tested and not _air_waits(p) and "analyst" in duties:
        yield Task("record_round", air_ready(p))
    yield from _briefing(p, person, duties)
    briefed = all(one in p.briefing.signed for one in p.crew.on_site())
    stage = p.stage()
    if stage and "signer" in duties and analysed and measured and tested and briefed:
        due = p.stage_since + timedelta(seconds=stage.deadline_s) if p.stage_since else begin
        yield Task("sign_stage", due)


def _records(p: Permit, duties: frozenset[str], due: str, when: datetime | None) -> Tasks:
    """The values and checks that are due in this state and not yet good."""
    if duties & {"responsible", "guardian", "analyst", "confirmer"}:
        asked = [d for d in p.record_duties if due in d.due]
        if any((newest := p.newest(d.id)) is None or not newest.ok for d in asked):
            yield Task("record_value", when)


def _records_again(p: Permit, duties: frozenset[str]) -> Tasks:
    """The value that is due next while work goes on, for who watches it."""
    if not duties & {"responsible", "guardian"}:
        return
    begun = max((at for at in (p.started_at, p.stood_by_at) if at), default=None)
    times = []
    for duty in (d for d in p.record_duties if "during" in d.due and d.every_s):
        newest = p.newest(duty.id)
        last = newest.at if newest else begun
        times += [last + timedelta(seconds=duty.every_s)] if last else []
    if times:
        yield Task("record_value", min(times))


def _calls(p: Permit, duties: frozenset[str], every: timedelta | None) -> Tasks:
    """The next check call of work without signal, for whoever hears it."""
    if p.untethered is None or not duties & {"control", "shift_leader"}:
        return
    heard = max((at for at in (p.untethered.called_at, p.started_at, p.stood_by_at) if at), default=None)
    yield Task("record_call", heard + every if heard and every else None)


def _air_waits(p: Permit) -> bool:
    """Whether the ventilation is still to be planned or switched on."""
    return p.ventilation_due and (p.ventilation is None or p.ventilated_since is None)


def air_ready(p: Permit) -> datetime:
    """From when on the air may be tested: the end of the minimum time, else the begin of validity."""
    if p.ventilation is None or p.ventilated_since is None:
        return p.window.start
    return p.ventilated_since + timedelta(seconds=p.ventilation.minimum_s)


def _briefing(p: Permit, person: str, duties: frozenset[str]) -> Tasks:
    if p.briefing.at is None and "briefer" in duties:
        yield Task("give_briefing", p.window.start)
    if p.briefing.at is not None and person in p.crew.on_site() and person not in p.briefing.signed:
        yield Task("sign_briefing", p.window.start)


def _issued(p: Permit, person: str, duties: frozenset[str], now: datetime, *, gas: bool) -> Tasks:
    if now < p.window.start - EARLY:
        return
    begin = p.window.start
    if person in p.crew.on_site() and person not in p.check_ins:
        yield Task("check_in", begin)
    yield from _briefing(p, person, duties)
    if p.ventilation_due and p.ventilated_since is None and duties & {"responsible", "confirmer"}:
        yield Task("switch_ventilation", begin)
    if "guardian" in duties and not p.five_checks_ok:
        yield Task("five_checks", begin)
    if "shift_leader" in duties and p.ticket_verified is None:
        yield Task("verify_ticket", begin)
    yield from _records(p, duties, "before_start", begin)
    stale = max((r.sampled_at for r in p.rounds if r.complete and r.sampled_at), default=None)
    if gas and "analyst" in duties and (stale is None or now - stale > ROUND_EVERY):
        yield Task("record_round", begin)
    if "responsible" in duties:
        yield Task("start", begin)


def _active(
    p: Permit, person: str, duties: frozenset[str], now: datetime, *, calls: timedelta | None
) -> Tasks:
    if "guardian" in duties:
        last = max(at for at in (p.guard_round_at, p.started_at, p.stood_by_at) if at)
        yield Task("guard_round", last + ROUND_EVERY)
    yield from _calls(p, duties, calls)
    yield from _records_again(p, duties)
    if person in p.crew.on_site() and person not in p.check_ins:
        yield Task("check_in")
    yield from _briefing(p, person, duties)
    if "responsible" in duties:
        yield Task("finish", p.window.end)
    if "incoming" in duties:
        yield Task("take_duty")


def _paused(p: Permit, person: str, duties: frozenset[str], now: datetime) -> Tasks:
    pause = p.pause
    if pause and p.started and pause.received_at is None and person in p.crew.on_site():
        yield Task("receive_pause")
    elif pause and p.started and pause.confirmed_at is None and duties & {"responsible", "guardian"}:
        yield Task("confirm_stopped")
    if any(c.kind == "cancel_requested" for c in p.causes) and "issuer" in duties:
        yield Task("approve_cancel")
    # Whether to cancel is one decision: its no stands beside its yes, and is no task of its own.
    if any(c.kind not in {"break", "cancel_requested"} for c in p.causes) and duties & {
        "shift_leader",
        "issuer",
        "control",
    }:
        yield Task("resolve_cause")
    if "guardian" in duties and (p.stood_by_at is None or (pause and p.stood_by_at < pause.decided_at)):
        yield Task("stand_by", p.window.end)
    if "responsible" in duties and all(c.kind == "break" for c in p.causes):
        yield Task("resume", p.window.end)
    if "incoming" in duties:
        yield Task("take_duty")


def _finished(p: Permit, person: str, duties: frozenset[str], now: datetime) -> Tasks:
    if p.type == "hot" and "guardian" in duties and p.fire_checked_at is None:
        yield Task("check_residual_fire", (p.finished_at or now) + ROUND_EVERY)
    yield from _records(p, duties, "before_accept", None)
    open_items = [r for r in p.rectifications if r.done_at is None]
    if open_items and "responsible" in duties:
        yield Task("rectify", min(r.due for r in open_items))
    if not open_items and "acceptor" in duties:
        yield Task("accept", (p.finished_at or now) + ROUND_EVERY)


def _ended(p: Permit, person: str, duties: frozenset[str], now: datetime) -> Tasks:
    if p.clearance != "open":
        return
    if p.inside and "guardian" in duties:
        yield Task("leave_space")
    if p.type == "hot" and "guardian" in duties and p.fire_checked_at is None:
        yield Task("check_residual_fire")
    if "shift_leader" in duties:
        yield Task("confirm_clear")
