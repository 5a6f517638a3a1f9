"""The notices that a change of a permit brings about: who is told of which of its events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from davy_core.notices.book import NoticeBook, Row
from davy_core.notices.holding import Holders, holding
from davy_core.outcome import Event
from davy_core.permits.state import Permit


def notices(
    events: Sequence[Event], before: Permit | None, after: Permit | None, holders: Holders, book: NoticeBook
) -> list[dict[str, Any]]:
    """One plain notice per row of the contract that has somebody to tell: {ref, group, to: [person ids], at,
    cause: kind of pause or None}. Who did it is not told of it (S27)."""
    if after is None:
        return []
    found = []
    for event in events:
        for row in _rows(event, before, after, book):
            told = _told(row, event, after, holders, book)
            if told:
                found.append(
                    {
                        "ref": row.ref,
                        "group": row.group or row.ref,
                        "to": told,
                        "at": event.data["at"],
                        "cause": event.data.get("kind") if event.type == "WorkPaused" else None,
                    }
                )
    return found


def _rows(event: Event, before: Permit | None, after: Permit, book: NoticeBook) -> Iterator[Row]:
    if event.type == "ReminderSent":
        row = book.reminders.get(str(event.data["reminder"]).partition(":")[0])
        if row is not None:
            yield row
        return
    if _is_news(event, before, after):
        for row in book.events.get(event.type, ()):
            if not row.states or after.state in row.states:
                yield row


def _is_news(event: Event, before: Permit | None, after: Permit) -> bool:
    """A pause for a cause that was open already, and a signature that leaves the same stage waiting, are
    none."""
    if before is None:
        return True
    if event.type == "WorkPaused":
        return before.cause(str(event.data["cause"])) is None
    if event.type == "StageSigned":
        return before.stage() != after.stage()
    return True


def _told(row: Row, event: Event, permit: Permit, holders: Holders, book: NoticeBook) -> list[str]:
    duties = row.to
    if event.type == "WorkPaused":
        duties = (*duties, *book.causes.get(str(event.data["kind"]), ()))
    people = [p for duty in duties for p in holding(permit, duty, holders)]
    if row.person is not None and event.data.get(row.person):
        people.append(str(event.data[row.person]))
    return [p for p in dict.fromkeys(people) if p != event.data.get("by")]
