"""Print a block of sheets, hand it over, take it, take sheets back."""

from __future__ import annotations

from davy_core.outages.facts import OutageCommand, OutageFacts
from davy_core.outages.serials import MOST, serial
from davy_core.outages.stamp import stamp
from davy_core.outages.state import Block
from davy_core.outcome import Event, Outcome, Reason, Refused, accept, refuse


def print_block(command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Sheets with the next serials. Whoever prints them holds them until somebody takes them over: no sheet
    is ever in nobody's hand."""
    body, printed, first = command.body, facts.printed, facts.first
    reasons = [] if facts.place_known else [Reason("outage_place_unknown")]
    if printed is None:
        reasons.append(Reason("block_work_unknown"))
    if body["count"] > facts.book.most:
        reasons.append(Reason("block_too_big", {"most": facts.book.most}))
    if first is None or first + body["count"] - 1 > MOST:
        reasons.append(Reason("block_serials_used_up"))
    if reasons or printed is None or first is None:
        return Refused(tuple(reasons))
    data = {
        **stamp(facts),
        "block": command.stream,
        "number": facts.number,
        "template": body["template"],
        "type": printed["type"],
        "basis": printed["basis"],
        "packs": list(printed["packs"]),
        "site": body["site"],
        "areas": sorted(body.get("areas", ())),
        "serials": [serial(first + n) for n in range(body["count"])],
    }
    return accept(Event("BlockPrinted", data))


def hand_over(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Offer the block to somebody. Until he takes it, its holder answers for every sheet."""
    to = command.body["to"]
    if to == block.holder:
        return refuse("block_held_already")
    if facts.people.get(to) != "active":
        return refuse("person_frozen", person=to)
    return accept(Event("BlockOffered", {**stamp(facts), "to": to}))


def take(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Take it over, having counted the sheets that are in it."""
    inside = sum(1 for s in block.sheets if s.state == "blank")
    if command.body["counted"] != inside:
        return refuse("block_count_differs", counted=command.body["counted"], inside=inside)
    return accept(Event("BlockTaken", {**stamp(facts), "counted": inside}))


HANDLERS = {"hand_over_block": hand_over, "take_block": take}
