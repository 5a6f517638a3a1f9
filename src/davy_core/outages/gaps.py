"""The account of sheets: which serials nobody has told of since paper stopped counting.

This is the one place that says what a gap is. An outage is over for its areas only when every sheet that
could have been used in it was told of: still in the block, seen so after the end; used, spoiled, handed in,
or lost as two people say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from davy_core.outages.state import OPEN_ACCOUNTS, Block, Outage, Sheet


@dataclass(frozen=True)
class Gap:
    """A sheet of which nobody told: its serial, who answers for it, and the outage it may be of."""

    serial: str
    block: str
    holder: str
    outage: str


def is_open(sheet: Sheet, printed_at: datetime, over_at: datetime) -> bool:
    """Whether a sheet lacks its account for an outage that was over, and told so, at `over_at`. One that was
    printed afterwards cannot have been used in it."""
    if sheet.state not in OPEN_ACCOUNTS or printed_at >= over_at:
        return False
    return sheet.state == "doubted" or sheet.unused_at is None or sheet.unused_at < over_at


def meets(block: Block, outage: Outage) -> bool:
    """Whether the block is for a place in which the outage was."""
    if block.site != outage.site:
        return False
    return not block.areas or not outage.areas or not set(block.areas).isdisjoint(outage.areas)


def gaps(block: Block, outage: Outage) -> tuple[Gap, ...]:
    """The sheets of a block that lack their account for an outage; none while it goes on."""
    over = outage.over_at
    if over is None or not outage.happened or not meets(block, outage):
        return ()
    return tuple(
        Gap(s.serial, block.id, block.holder, outage.id)
        for s in block.sheets
        if is_open(s, block.printed.at, over)
    )


def gaps_at(blocks: Iterable[Block], outages: Iterable[Outage], area: str, now: datetime) -> tuple[Gap, ...]:
    """The gaps that keep work in this area from starting, each sheet once."""
    over = [o for o in outages if o.covers(area) and o.ended_at is not None and o.ended_at <= now]
    found = {
        gap.serial: gap
        for block in blocks
        if block.covers(area)
        for outage in over
        for gap in gaps(block, outage)
    }
    return tuple(found[serial] for serial in sorted(found))
