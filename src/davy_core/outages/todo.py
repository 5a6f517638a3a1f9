"""What somebody has to do about sheets that were worked on: enter the rest, or hold it against the photo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from davy_core.outages.duties import on_block
from davy_core.outages.facts import OutageFacts
from davy_core.outages.state import Block, Sheet, Used


@dataclass(frozen=True)
class Todo:
    """A command on a sheet that this person is asked for, and by when; somebody is called afterwards."""

    serial: str
    command: str
    due: datetime


def todo(block: Block, facts: OutageFacts) -> Iterator[Todo]:
    """The sheets of a block that this person is asked about. Anybody may fill in; asked are those who know of
    it. Nobody is asked to review what bears his own name (S20)."""
    duties = on_block(block, facts)
    if "clock" in duties or facts.person is None:
        return
    reviewers = facts.book.blocks["review_sheet"].duties
    for sheet in block.sheets:
        used = sheet.used
        if used is None or (used.reviewed is not None and used.agrees):
            continue
        reviews = bool(on_block(block, facts, sheet) & reviewers)
        found = _of(sheet, used, facts, holds="holder" in duties, reviews=reviews)
        if found is not None:
            yield found


def _of(sheet: Sheet, used: Used, facts: OutageFacts, *, holds: bool, reviews: bool) -> Todo | None:
    filled = used.filled
    if filled is None:
        knows = holds or facts.person == used.registered.by
        due = used.registered.at + facts.book.fill_in
        return Todo(sheet.serial, "fill_in_sheet", due) if knows else None
    due = filled.by.at + facts.book.review
    if used.reviewed is not None:
        knows = holds or facts.person in {used.registered.by, filled.by.by}
        return Todo(sheet.serial, "fill_in_sheet", due) if knows else None
    return Todo(sheet.serial, "review_sheet", due) if reviews and facts.person not in named(used) else None


def named(used: Used) -> frozenset[str | None]:
    """Whoever stands on a sheet or told of it: none of them is its second person."""
    filled = used.filled
    on_it = {filled.by.by, filled.responsible, filled.guardian, *filled.workers} if filled else set()
    return frozenset({*on_it, used.registered.by})
