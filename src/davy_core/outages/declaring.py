"""Declare an outage, extend it, end it: before the fact or after it, with the times as they were."""

from __future__ import annotations

from datetime import datetime

from davy_core.instants import instant, iso
from davy_core.outages.facts import QUEUED, OutageCommand, OutageFacts
from davy_core.outages.ground import meet
from davy_core.outages.stamp import alarm, stamp
from davy_core.outages.state import Outage
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse


def declare(command: OutageCommand, facts: OutageFacts) -> Outcome:
    """A new outage. With `ended` it is declared afterwards and is over already: its account is due at
    once."""
    body = command.body
    starts, until = instant(body["from"]), instant(body["until"])
    ended = instant(body["ended"]) if "ended" in body else None
    reasons = _times(facts, starts, until, ended)
    if not facts.place_known:
        reasons.append(Reason("outage_place_unknown"))
    areas = tuple(sorted(body.get("areas", ())))
    other = next((o for o in facts.others if _twice(o, areas, facts.now, starts=starts, ends=ended)), None)
    if other is not None:
        reasons.append(Reason("outage_open_already", {"number": other.number}))
    if reasons:
        return Refused(tuple(reasons))
    data = {
        **stamp(facts),
        "outage": command.stream,
        "number": facts.number,
        "site": body["site"],
        "areas": list(areas),
        "reason": body["reason"],
        "from": iso(starts),
        "until": iso(until),
        "late": facts.now - starts > QUEUED,
    }
    words = {"text": str(body["text"])} if body.get("text") else {}
    declared = Event("OutageDeclared", data, words)
    if ended is None:
        return accept(declared)
    return accept(declared, Event("OutageEnded", {**stamp(facts), "ended": iso(ended)}))


def _times(facts: OutageFacts, starts: datetime, until: datetime, ended: datetime | None) -> list[Reason]:
    """Honest times: nothing ends before it begins, nothing is over that is to come."""
    book, now = facts.book, facts.now
    if not now - book.back <= starts <= now + book.ahead:
        return [Reason("outage_far_away", {"days": book.back.days})]
    if ended is not None:
        return [] if starts < ended <= now else [Reason("outage_in_future")]
    if until <= max(starts, now):
        return [Reason("outage_end_passed")]
    return (
        [Reason("outage_too_long", {"hours": _hours(facts)})]
        if until - max(starts, now) > book.longest
        else []
    )


def _twice(
    other: Outage, areas: tuple[str, ...], now: datetime, *, starts: datetime, ends: datetime | None
) -> bool:
    """Whether an open outage is declared already for a place and a time of this one: it is extended."""
    if other.ended_at is not None or (ends is not None and ends <= other.starts_at):
        return False
    return meet(areas, other.areas) and starts < max(other.until, now)


def extend(outage: Outage, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Expect its end later, or sooner."""
    until = instant(command.body["until"])
    if until <= max(facts.now, outage.starts_at):
        return refuse("outage_end_passed")
    if until - facts.now > facts.book.longest:
        return refuse("outage_too_long", hours=_hours(facts))
    return accept(Event("OutageExtended", {**stamp(facts), "until": iso(until)}))


def end(outage: Outage, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Say when it was over: not later than now, and after it began; only one that has not begun yet is called
    off, for that one asks for no account."""
    ended = instant(command.body["ended"])
    if ended > facts.now or (facts.now >= outage.starts_at and ended <= outage.starts_at):
        return refuse("outage_in_future")
    return accept(Event("OutageEnded", {**stamp(facts), "ended": iso(max(ended, outage.starts_at))}))


def chase(outage: Outage, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """The clock: one that runs past its expected end is neither ended nor extended by itself."""
    if facts.now <= outage.until:
        return accept()
    if outage.chased_at is not None and facts.now - outage.chased_at < facts.book.again:
        return accept()
    return accept(Event("OutageChased", stamp(facts)), alarm(facts, "outage_overdue", outage.id))


def _hours(facts: OutageFacts) -> int:
    return int(facts.book.longest.total_seconds() // 3600)


HANDLERS = {"extend_outage": extend, "end_outage": end, "chase_outage": chase}
