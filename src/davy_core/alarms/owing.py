"""What one person may do about an alarm as it stands, and whether it is on him to do it."""

from __future__ import annotations

from davy_core.alarms.book import AlarmBook

OWNER = "owner"
PERSON = "person"


def held(owner: str, duties: frozenset[str]) -> frozenset[str]:
    """The duties of a person on the alarm's permit, and `owner` when one of them owns the alarm."""
    return duties | {OWNER} if owner in duties else duties


def possible(book: AlarmBook, state: str, owner: str, duties: frozenset[str]) -> list[str]:
    """The commands that would be accepted from a person with these duties now, in the contract's order."""
    mine = held(owner, duties)
    return [
        kind
        for kind, rule in book.rules.items()
        if state in rule.sources and PERSON in rule.senders and not mine.isdisjoint(rule.duties)
    ]


def owes(book: AlarmBook, state: str, owner: str, duties: frozenset[str]) -> bool:
    """Whether the next step is on a person with these duties: it is the owner's, and where the owner may not
    take it, that of the duty which the contract names first."""
    for rule in book.rules.values():
        if state in rule.sources and PERSON in rule.senders:
            owned = OWNER in rule.duties or owner in rule.duties
            return (owner if owned else rule.duties[0]) in duties
    return False
