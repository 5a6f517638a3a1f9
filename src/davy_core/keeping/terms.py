"""The contract of keeping, and why a record still has to stay."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from davy_core.fields import Fields


@dataclass(frozen=True)
class Period:
    """How long something is kept at the least, counted from its end, and by which clause; `also` are the
    clauses that ask for no more. `law`: the days of the law, where a company keeps it longer."""

    days: int
    clause: str
    also: str | None
    grade: str
    law: int


@dataclass(frozen=True)
class Terms:
    """The parsed contract: periods by what they are for, labels that tell of the work, the fields of an event
    that name a picture, voice or hand of whoever acted, and after how many days a shorter period is in force.
    """

    periods: Mapping[str, Period]
    work: frozenset[str]
    his: frozenset[str]
    wait: int

    @classmethod
    def load(cls, document: Mapping[str, Any], packs: Sequence[Mapping[str, Any]] = ()) -> Terms:
        """The terms of the contract with the periods of the packs: of one thing the longest counts, and where
        several ask for as long, the binding one is named. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(document, "keeping", faults)
        ordered = sorted([document, *packs], key=lambda pack: pack.get("binding") is False)
        periods: dict[str, Period] = {}
        for pack in ordered:
            for name, row in Fields(pack, "periods", faults).entries("periods").items():
                one = _period(row, name, faults)
                periods[name] = _longer(periods[name], one) if name in periods else one
        if "record" not in periods:
            faults.append("keeping: no period of records")
        work, his = frozenset(top.words("work")), frozenset(top.words("his"))
        wait = top.raw("shorten_after_days")
        if not isinstance(wait, int) or wait < 1:
            faults.append("keeping: shorten_after_days is a whole number of days")
            wait = 1
        if faults:
            raise ValueError("; ".join(faults))
        return cls(periods, work, his, wait)

    def tightened(self, days: Mapping[str, int]) -> Terms:
        """The terms with what a company keeps longer; what is shorter than the law changes nothing."""
        own = {
            name: replace(period, days=max(period.days, days.get(name, 0)))
            for name, period in self.periods.items()
        }
        return replace(self, periods=own)

    def of_the_work(self, event_type: str, label: str) -> bool:
        """Whether these words tell of the work. What nobody listed is a person's own."""
        return label in self.work or f"{event_type}.{label}" in self.work

    def of_the_person(self, event_type: str, name: str) -> bool:
        """Whether the attachment that this field of an event names shows whoever acted."""
        return name in self.his or f"{event_type}.{name}" in self.his


@dataclass(frozen=True)
class Hold:
    """A legal hold that stands: its id, what it is about (``permit``, ``person`` or ``span``), and who or
    what that is. A span ends with its last instant."""

    id: str
    about: str
    permit: str | None = None
    person: str | None = None
    starts: datetime | None = None
    ends: datetime | None = None

    def covers(self, trace: Trace) -> bool:
        """Whether it holds this record."""
        if self.about == "permit":
            return self.permit in {trace.id, *trace.permits}
        if self.about == "person":
            return self.person in trace.people
        if self.starts is None or self.ends is None:
            return True  # a span nobody can read holds everything
        return trace.first <= self.ends and trace.last >= self.starts


@dataclass(frozen=True)
class Trace:
    """A record by its stream: its number if it has one, when its first and last event was recorded, whether
    it is over (closed and cleared, of a permit), the permits that rely on it, and everybody it names."""

    kind: str
    id: str
    number: str | None
    first: datetime
    last: datetime
    over: bool
    permits: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Stays:
    """Why a record stays: ``open``, ``period`` with its day, or ``hold`` with its id."""

    why: str
    until: datetime | None = None
    hold: str | None = None


def stays(trace: Trace, holds: Sequence[Hold], terms: Terms, now: datetime) -> Stays | None:
    """Why this record may not lose anything yet; None when it may."""
    if not trace.over:
        return Stays("open")
    for hold in holds:
        if hold.covers(trace):
            return Stays("hold", hold=hold.id)
    until = due(trace, terms)
    return Stays("period", until) if now < until else None


def due(trace: Trace, terms: Terms) -> datetime:
    """When the period of a record ends that is over."""
    return trace.last + timedelta(days=terms.periods["record"].days)


def _period(found: object, name: str, faults: list[str]) -> Period:
    row = Fields(found, name, faults)
    days = row.raw("days")
    if not isinstance(days, int) or days < 1:
        row.fault("days is a whole number of days")
        days = 1
    return Period(days, row.text("clause"), None, row.text("grade"), days)


def _longer(one: Period, other: Period) -> Period:
    """The longer of two, the first where they are as long; the clause of the other stands beside it."""
    longer, shorter = (other, one) if other.days > one.days else (one, other)
    beside = [clause for clause in (longer.also, shorter.clause, shorter.also) if clause]
    return replace(longer, also=" · ".join(beside))
