"""Tell what became of sheets that were not worked on: unused, spoiled, handed in, lost.

Every sheet is named: a number of sheets is no account, and nothing is told of a whole block at once (S20).
"""

from __future__ import annotations

from davy_core.outages.duties import on_block
from davy_core.outages.facts import OutageCommand, OutageFacts
from davy_core.outages.stamp import alarm, stamp
from davy_core.outages.state import Block
from davy_core.outcome import Event, Outcome, Refused, accept, refuse


def unused(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """These sheets are still in the block. While paper counts, it would be worth nothing a minute later."""
    going = next((o for o in facts.others if o.state == "open" and o.starts_at <= facts.now), None)
    if going is not None:
        return refuse("outage_still_open", number=going.number)
    for serial in command.body["serials"]:
        refused = _found_again(block, serial, facts)
        if refused is not None:
            return refused
    return accept(Event("SheetsUnused", {**stamp(facts), "serials": list(command.body["serials"])}))


def _found_again(block: Block, serial: str, facts: OutageFacts) -> Refused | None:
    """What was reported lost is taken back only by somebody who looks after the place or makes sheets, and by
    another than who reported it or holds the block."""
    sheet = block.sheet(serial)
    if sheet is None or sheet.state not in {"doubted", "lost"}:
        return None
    if not on_block(block, facts, sheet) & {"printer", "leader"}:
        return refuse("outage_not_yours", duties=["leader", "printer"])
    told = sheet.told.by if sheet.told else None
    return refuse("sheet_second_person") if facts.person in {told, block.holder} else None


def returned(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Whoever makes the sheets has these in his hand and takes them out of use."""
    return accept(Event("SheetsReturned", {**stamp(facts), "serials": list(command.body["serials"])}))


def void(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """A spoiled sheet, with its reason."""
    refused = _found_again(block, command.body["serial"], facts)
    if refused is not None:
        return refused
    data = {**stamp(facts), "serial": command.body["serial"]}
    return accept(Event("SheetVoided", data, {"reason": str(command.body["reason"])}))


def report_loss(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """A sheet is not to be found. It stays a gap until a second person bears it out."""
    serial = command.body["serial"]
    data = {**stamp(facts), "serial": serial}
    told = Event("SheetLossReported", data, {"reason": str(command.body["reason"])})
    return accept(told, alarm(facts, "sheet_lost", serial))


def confirm_loss(block: Block, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """A second person says so too: he looked for it, and no work goes on under it."""
    sheet = block.sheet(command.body["serial"])
    if sheet is None or sheet.told is None or facts.person in {sheet.told.by, block.holder}:
        return refuse("sheet_second_person")
    data = {**stamp(facts), "serial": sheet.serial}
    return accept(Event("SheetLost", data, {"reason": str(command.body["reason"])}))


HANDLERS = {
    "account_unused": unused,
    "return_sheets": returned,
    "void_sheet": void,
    "report_loss": report_loss,
    "confirm_loss": confirm_loss,
}
