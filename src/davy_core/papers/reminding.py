"""Which reminder of a paper's end is due on a day. After a stop the newest step is told, and each once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from davy_core.fields import Fields

__all__ = ["BOOKED", "ENDED", "PAPERS", "ReminderBook", "Renewal", "Tell", "tell", "wrong"]

ENDED = -1
"""The step after the last day on which the paper counts."""
BOOKED = -2
"""The step before an appointment for its renewal."""
PAPERS = ("certificate", "review", "checkup", "training")
_LONGEST = 365


@dataclass(frozen=True)
class Tell:
    """Tell this step now; `passed` are the earlier ones that are never told any more, `missed` those of them
    whose day passed while the paper was known: the reader is told that they did not come."""

    step: int
    passed: tuple[int, ...] = ()
    missed: tuple[int, ...] = ()


def tell(
    ends: date,
    today: date,
    steps: Collection[int],
    told: Collection[int],
    *,
    known: date,
    booked: date | None = None,
) -> Tell | None:
    """What is to be told today of a paper whose last day is `ends`; None: nothing.

    `steps` are days before the end; `told` the steps that are over with, told or passed; `booked` the day of
    an appointment for its renewal: until then nothing is told but the appointment itself, the day before,
    except that the paper has ended. `known` is the day from which the end was known.
    """
    left = (ends - today).days
    reached = sorted(step for step in steps if left <= step)
    if left < 0:
        reached = [ENDED, *reached]
    waits = booked is not None and booked >= today
    if waits and booked is not None and ENDED not in reached:
        eve = today >= booked - timedelta(days=1) and BOOKED not in told
        return Tell(BOOKED) if eve else None
    if not reached or reached[0] in told:
        return None
    passed = tuple(step for step in reached[1:] if step not in told)
    late = () if booked is not None else tuple(s for s in passed if ends - timedelta(days=s) >= known)
    return Tell(reached[0], passed, late)


@dataclass(frozen=True)
class Renewal:
    """What a kind of paper asks for: steps in days, clause, the name of renewing it in both languages, and
    what to bring as parsed rows."""

    days: tuple[int, ...]
    clause: str
    zh: str
    en: str
    bring: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True)
class ReminderBook:
    """The contract of reminders."""

    hours: tuple[int, int]
    most: int
    first: int
    papers: Mapping[str, Renewal]
    forms: Mapping[str, Mapping[str, Any]]
    says: Mapping[str, Any]

    @classmethod
    def load(cls, document: Mapping[str, Any]) -> ReminderBook:
        """The book of the parsed contract. Raises ValueError naming every fault."""
        faults: list[str] = []
        top = Fields(document, "reminders", faults)
        top.raw("v")
        span, most, first = top.entries("hours"), _number(top, "most"), _number(top, "first")
        forms: dict[str, Any] = dict(top.entries("forms"))
        papers = {
            what: _renewal(Fields(row, what, faults), frozenset(forms))
            for what, row in top.entries("papers").items()
        }
        if set(papers) != set(PAPERS):
            top.fault(f"papers are not {', '.join(PAPERS)}")
        faults += [
            f"{what}: days {why}" for what, row in papers.items() if (why := wrong(row.days, most, first))
        ]
        says = dict(top.entries("says"))
        top.finish()
        hours = (_hour(span, "from", faults), _hour(span, "to", faults))
        if faults:
            raise ValueError("; ".join(faults))
        return cls(hours, most, first, papers, forms, says)


def wrong(days: Sequence[int], most: int, first: int) -> str | None:
    """Why these steps may not be: more than `most`, none as early as `first`, twice the same,
    out of range."""
    if not 1 <= len(days) <= most:
        return "too_many"
    if len(set(days)) != len(days) or not all(0 <= day <= _LONGEST for day in days):
        return "range"
    return None if max(days) >= first else "too_late"


def _renewal(row: Fields, forms: frozenset[str]) -> Renewal:
    listed = [Fields(each, f"{row.place}.bring", row.faults) for each in row.items("bring")]
    bring = tuple({"zh": b.text("zh"), "en": b.text("en"), "form": b.maybe_text("form")} for b in listed)
    for one in bring:
        if one["form"] is not None and one["form"] not in forms:
            row.fault(f"no form {one['form']}")
    days = tuple(day for day in row.items("days") if isinstance(day, int))
    found = Renewal(days, row.text("clause"), row.text("zh"), row.text("en"), bring)
    row.finish()
    return found


def _number(top: Fields, key: str) -> int:
    found = top.raw(key)
    if isinstance(found, int) and 1 <= found <= _LONGEST:
        return found
    top.fault(f"{key} is no number of days")
    return 1


def _hour(span: Mapping[str, Any], key: str, faults: list[str]) -> int:
    found = span.get(key)
    if isinstance(found, int) and 0 <= found <= 24:
        return found
    faults.append(f"hours.{key} is no hour")
    return 0
