"""How long a company keeps something beyond the law. Longer acts at once; shorter acts late and is told.

What a shorter period lets go does not come back. So it is signed, the others are told at once, and until it
is in force any of those who may decide on it takes it back without a signature.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from davy_core.instants import instant, iso
from davy_core.keeping.doubting import Clock, doubted
from davy_core.keeping.terms import Terms
from davy_core.outcome import Event, Outcome, accept, refuse
from davy_core.signatures.ways import Proof, told

__all__ = ["Deciding", "Own", "Shorter", "decide_period", "set_by"]


@dataclass(frozen=True)
class Shorter:
    """So many days instead of more, from an instant on; who signed it, and when."""

    days: int
    starts: datetime
    by: str
    at: datetime


@dataclass(frozen=True)
class Own:
    """The days of a company, and those that are to follow them."""

    days: int
    shorter: Shorter | None = None

    def on(self, now: datetime) -> int:
        """The days that are in force."""
        return self.settled(now).days

    def settled(self, now: datetime) -> Own:
        """With what is in force by now and nothing but what is still to come."""
        if self.shorter is None or now < self.shorter.starts:
            return self
        return Own(self.shorter.days)


@dataclass(frozen=True)
class Deciding:
    """Who decides on keeping, whether he may and how he proved that it is he; the law and the clock."""

    now: datetime
    person: str | None
    may: bool
    proof: Proof | None
    law: Terms
    clock: Clock


def decide_period(own: Mapping[str, Own], kind: str, body: Mapping[str, Any], facts: Deciding) -> Outcome:
    """Accept a longer period, a shorter one with a signature, and its being taken back."""
    what, now = str(body["what"]), facts.now
    law = facts.law.periods.get(what)
    if law is None:
        return refuse("not_found")
    kept = own.get(what, Own(law.days)).settled(now)
    data: dict[str, Any] = {"at": iso(now), "by": facts.person, "what": what}
    words = {"reason": str(body["reason"])}
    if kind == "withdraw_shortening":
        if kept.shorter is None:
            return refuse("shortening_none")
        return accept(Event("ShorteningWithdrawn", data, words))
    days, before = body["days"], max(kept.days, law.days)
    if days < law.days:
        return refuse("period_too_short", days=law.days, clause=law.clause)
    if days >= before:
        return accept(Event("PeriodSet", {**data, "days": days}, words))
    if facts.proof is None:
        return refuse("period_shorter_unsigned", days=days, before=before)
    until = doubted(facts.clock, now)
    if until is not None:
        return refuse("removal_clock_doubted", until=iso(until)[:10])
    data |= {"days": days, "before": before, "from": iso(now + timedelta(days=facts.law.wait))}
    return accept(Event("PeriodShortening", {**data, "signed": told(facts.proof)}, words))


def set_by(own: Mapping[str, Own], event_type: str, data: Mapping[str, Any]) -> Mapping[str, Own]:
    """The periods after one of the three events. Raises ValueError for a shortening of nothing."""
    what, at = data["what"], instant(data["at"])
    if event_type == "PeriodSet":
        return {**own, what: Own(data["days"])}
    kept = own.get(what)
    if kept is None:
        raise ValueError(f"{event_type} of a period that was never longer")
    kept, coming = kept.settled(at), None
    if event_type == "PeriodShortening":
        coming = Shorter(data["days"], instant(data["from"]), data["by"], at)
    return {**own, what: replace(kept, shorter=coming)}
