"""The account of sheets: which serials nobody has told of since paper stopped counting.

This is the one place that says what a gap is. An outage is over for its areas only when every sheet that
could have been used in it was told of: still in the block, seen so after the end; used, spoiled, handed in,
or lost as two people say.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from davy_core.outages.ground import common, meet
from davy_core.outages.state import OPEN_ACCOUNTS, Block, Outage, Sheet


@dataclass(frozen=True)
class Gap:
    """A sheet of which nobody told: its serial, who answers for it, the outage it may be of, and the areas in
    which it may be at work; none are the whole site."""

    serial: str
    block: str
    holder: str
    outage: str
    areas: tuple[str, ...]


def is_open(sheet: Sheet, printed_at: datetime, over_at: datetime) -> bool:
    """Whether a sheet lacks its account for an outage that was over, and told so, at `over_at`. One that was
    printed afterwards cannot have been used in it."""
    if sheet.state not in OPEN_ACCOUNTS or printed_at >= over_at:
        return False
    return sheet.state == "doubted" or sheet.unused_at is None or sheet.unused_at < over_at


def meets(block: Block, outage: Outage) -> bool:
    """Whether the block is for a place in which the outage was."""
    return block.site == outage.site and meet(block.areas, outage.areas)


def gaps(block: Block, outage: Outage) -> tuple[Gap, ...]:
    """The sheets of a block that lack their account for an outage; none while it goes on."""
    over = outage.over_at
    if over is None or not outage.happened or not meets(block, outage):
        return ()
    return tuple(
        Gap(s.serial, block.id, block.holder, outage.id, common(block.areas, outage.areas))
        for s in block.sheets
        if is_open(s, block.printed.at, over)
    )
