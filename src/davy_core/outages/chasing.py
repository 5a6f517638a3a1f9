"""What the clock asks about: sheets that nobody told of, and sheets of which the rest never came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from davy_core.outages.facts import OutageCommand, OutageFacts
from davy_core.outages.gaps import gaps
from davy_core.outages.stamp import alarm, stamp
from davy_core.outages.state import Block
from davy_core.outcome import Event, Outcome, accept


def chase(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Call somebody about everything that is overdue, and again while it stays so."""
    asked = due(block, facts)
    if not asked:
        return accept()
    told = Event("BlockChased", {**stamp(facts), "about": [key for key, _ in asked]})
    return accept(told, *(alarm(facts, kind, key) for key, kind in asked))


def due(block: Block, facts: OutageFacts) -> list[tuple[str, str]]:
    """What somebody is called about now: a key that stays the same, and the kind of alarm."""
    return [(key, kind) for key, kind in overdue(block, facts) if _again(block, key, facts)]


def overdue(block: Block, facts: OutageFacts) -> Iterator[tuple[str, str]]:
    """What is overdue: a key that stays the same, and the kind of alarm."""
    book, now = facts.book, facts.now
    for outage in facts.others:
        ended = outage.ended
        if ended is not None and now > ended.at + book.account and gaps(block, outage):
            yield f"{block.id}/{outage.id}", "sheets_unaccounted"
    for sheet in block.sheets:
        used = sheet.used
        if used is None:
            continue
        if used.filled is None and now > used.registered.at + book.fill_in:
            yield f"{sheet.serial}/fill_in", "sheet_details_overdue"
        if used.filled is not None and not used.agrees and now > used.filled.by.at + book.review:
            yield f"{sheet.serial}/review", "sheet_details_overdue"


def _again(block: Block, key: str, facts: OutageFacts) -> bool:
    last: datetime | None = block.chased.get(key)
    return last is None or facts.now - last >= facts.book.again


HANDLERS = {"chase_block": chase}
