"""The decision on an outage and on a block of sheets.

Order of judging: has the sender a duty that may → does the state allow it → is he fit to, and did it come in
time → can it be (the handler of its kind).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from davy_core.instants import iso
from davy_core.outages import accounting, chasing, declaring, holding, using
from davy_core.outages.book import Rule
from davy_core.outages.duties import on_block, on_outage
from davy_core.outages.facts import QUEUED, OutageCommand, OutageFacts
from davy_core.outages.stamp import alarm
from davy_core.outages.state import Block, Outage
from davy_core.outcome import Accepted, Event, Outcome, Refused, refuse

OfOutage = Callable[[Outage, OutageCommand, OutageFacts], Outcome]
OfBlock = Callable[[Block, OutageCommand, OutageFacts], Outcome]
OUTAGE: Mapping[str, OfOutage] = declaring.HANDLERS
BLOCK: Mapping[str, OfBlock] = {
    **holding.HANDLERS,
    **accounting.HANDLERS,
    **using.HANDLERS,
    **chasing.HANDLERS,
}


def decide_outage(outage: Outage | None, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """Accepted with the events to append, or Refused. Raises KeyError for a command the contract lacks."""
    rule = facts.book.outages[command.kind]
    if outage is None and "none" not in rule.sources:
        return _recorded(refuse("outage_not_found"), command, facts)
    state = outage.state if outage else "none"
    refused = _may(rule, state, on_outage(facts), facts)
    if refused is not None:
        return _recorded(refused, command, facts)
    done = (
        declaring.declare(command, facts) if outage is None else OUTAGE[command.kind](outage, command, facts)
    )
    return done if isinstance(done, Accepted) else _recorded(done, command, facts)


def decide_block(block: Block | None, command: OutageCommand, facts: OutageFacts) -> Outcome:
    """The same for a block; a command about sheets is judged by the state of each of them."""
    rule = facts.book.blocks[command.kind]
    if block is None:
        if "none" not in rule.sources:
            return _recorded(refuse("block_not_found"), command, facts)
        refused = _may(rule, "none", on_block(None, facts), facts)
        done = refused or holding.print_block(command, facts)
        return done if isinstance(done, Accepted) else _recorded(done, command, facts)
    refused = _of_sheets(block, rule, command, facts) if rule.sheet else None
    refused = refused or (None if rule.sheet else _may(rule, block.state, on_block(block, facts), facts))
    done = refused or BLOCK[command.kind](block, command, facts)
    return (
        done if isinstance(done, Accepted) else _recorded(done, command, facts, _clash(block, command, facts))
    )


def _of_sheets(block: Block, rule: Rule, command: OutageCommand, facts: OutageFacts) -> Refused | None:
    for serial in _serials(command):
        sheet = block.sheet(serial)
        if sheet is None:
            return refuse("sheet_unknown", serial=serial)
        refused = _may(rule, sheet.state, on_block(block, facts, sheet), facts, serial)
        if refused is not None:
            return refused
    return None


def _serials(command: OutageCommand) -> Iterable[str]:
    return command.body["serials"] if "serials" in command.body else (command.body["serial"],)


def _may(
    rule: Rule, state: str, duties: frozenset[str], facts: OutageFacts, serial: str = ""
) -> Refused | None:
    if not rule.duties & duties:
        return refuse("outage_not_yours", duties=sorted(rule.duties))
    if state not in rule.sources:
        return (
            refuse("sheet_wrong_state", serial=serial, state=state)
            if serial
            else refuse("outage_wrong_state", state=state)
        )
    if "clock" in duties:
        return None
    if facts.people.get(facts.person or "") != "active":
        return refuse("person_frozen", person=facts.person)
    if facts.now - facts.occurred_at > QUEUED and not rule.queued:
        return refuse("offline_cannot_start")
    return None


def _clash(block: Block, command: OutageCommand, facts: OutageFacts) -> tuple[Event, ...]:
    """A sheet that is registered already and turns up at another place: two papers bear one number."""
    if command.kind != "register_sheet":
        return ()
    sheet = block.sheet(command.body["serial"])
    if sheet is None or sheet.state != "live" or sheet.used is None:
        return ()
    place = command.body["place"]
    same = (sheet.used.place.area, sheet.used.place.point) == (place["area"], place.get("point"))
    return () if same else (alarm(facts, "sheet_contradicts", sheet.serial),)


def _recorded(
    refused: Refused, command: OutageCommand, facts: OutageFacts, alarms: tuple[Event, ...] = ()
) -> Refused:
    attempt = {
        "at": iso(facts.now),
        "by": facts.person or facts.sender,
        "command": command.kind,
        "codes": [reason.code for reason in refused.reasons],
    }
    return Refused(refused.reasons, (Event("AttemptRefused", attempt), *alarms))
