"""Who is what on an outage, and on a block of sheets."""

from __future__ import annotations

from davy_core.outages.facts import OutageFacts
from davy_core.outages.state import Block, Sheet


def on_outage(facts: OutageFacts) -> frozenset[str]:
    """A declarer holds a post that declares in every area asked about: nobody does it for another's."""
    if facts.sender == "clock":
        return frozenset({"clock"})
    if facts.sender != "person" or facts.person is None:
        return frozenset()
    return frozenset({"declarer"} if facts.posts & facts.book.posts else ())


def on_block(block: Block | None, facts: OutageFacts, sheet: Sheet | None = None) -> frozenset[str]:
    """Anybody known tells of a sheet that he found; the rest comes from the block and from posts. After a
    sheet that was worked on looks who leads the place of its work, and not another area of its block."""
    if facts.sender == "clock":
        return frozenset({"clock"})
    if facts.sender != "person" or facts.person is None:
        return frozenset()
    found = {"anybody"}
    if facts.posts & facts.book.printers:
        found.add("printer")
    if _held(facts, sheet) & facts.book.leaders:
        found.add("leader")
    if block is not None and facts.person == block.holder:
        found.add("holder")
    if block is not None and facts.person == block.offered:
        found.add("taker")
    return frozenset(found)


def _held(facts: OutageFacts, sheet: Sheet | None) -> frozenset[str]:
    if sheet is None or sheet.used is None:
        return facts.posts_any
    return facts.posts_at.get(sheet.used.place.area, frozenset())
