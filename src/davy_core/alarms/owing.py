"""What one person may do about an alarm as it stands, and whether it is on him to do it."""

from __future__ import annotations

from dataclasses import dataclass

from davy_core.alarms.book import AlarmBook
from davy_core.alarms.ringing import longest_shelf

OWNER = "owner"
NEAR = "near"
PERSON = "person"


@dataclass(frozen=True)
class Standing:
    """As much of an alarm as tells what may be done about it."""

    state: str
    owner: str
    kind: str
    severity: str
    shelved: bool


def held(owner: str, near: tuple[str, ...], duties: frozenset[str]) -> frozenset[str]:
    """The duties of a person on the alarm's permit, `owner` when one of them owns the alarm, `near` when one
    of them is beside its danger."""
    found = duties | {OWNER} if owner in duties else duties
    return found if duties.isdisjoint(near) else found | {NEAR}


def possible(book: AlarmBook, alarm: Standing, duties: frozenset[str]) -> list[str]:
    """The commands that would be accepted from a person with these duties now, in the contract's order."""
    mine = held(alarm.owner, book.kind(alarm.kind).near, duties)
    closed_by_shelf = _without_shelf(book, alarm)
    return [
        kind
        for kind, rule in book.rules.items()
        if alarm.state in rule.sources
        and PERSON in rule.senders
        and not mine.isdisjoint(rule.duties)
        and kind not in closed_by_shelf
    ]


def owes(book: AlarmBook, state: str, owner: str, duties: frozenset[str]) -> bool:
    """Whether the next step is on a person with these duties: it is the owner's, and where the owner may not
    take it, that of the duty which the contract names first."""
    for rule in book.rules.values():
        if state in rule.sources and PERSON in rule.senders:
            owned = OWNER in rule.duties or owner in rule.duties
            return (owner if owned else rule.duties[0]) in duties
    return False


def _without_shelf(book: AlarmBook, alarm: Standing) -> frozenset[str]:
    """Of shelving and its end, what cannot be done: an alarm lies on the shelf once, and not each may."""
    if alarm.shelved:
        return frozenset({"shelve_alarm"})
    if longest_shelf(alarm.kind, alarm.severity, book) is None:
        return frozenset({"shelve_alarm", "unshelve_alarm"})
    return frozenset({"unshelve_alarm"})
