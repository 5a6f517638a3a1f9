"""The outage, and the block, after an event. Nothing is judged here; what was decided is folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.outages.state import Block, Filled, Outage, Reading, Sheet, Used
from davy_core.outcome import RECORDED_WHEN_REFUSED
from davy_core.streams import Mark, Where

Data = Mapping[str, Any]


def apply_outage(outage: Outage | None, event_type: str, data: Data) -> Outage:
    """The outage after this event; it never refuses. Raises KeyError for an unknown type, ValueError for an
    event before it was declared."""
    if event_type == "OutageDeclared":
        return _declared(data)
    if outage is None:
        raise ValueError(f"{event_type} before the outage was declared")
    if event_type in RECORDED_WHEN_REFUSED:
        return outage
    return OUTAGE_STEPS[event_type](outage, data)


def apply_block(block: Block | None, event_type: str, data: Data) -> Block:
    """The same for a block of sheets."""
    if event_type == "BlockPrinted":
        return _printed(data)
    if block is None:
        raise ValueError(f"{event_type} before the block was printed")
    if event_type in RECORDED_WHEN_REFUSED:
        return block
    return BLOCK_STEPS[event_type](block, data)


def _mark(data: Data) -> Mark:
    return Mark(instant(data["at"]), str(data["by"]))


def _declared(data: Data) -> Outage:
    return Outage(
        id=data["outage"],
        number=data["number"],
        site=data["site"],
        areas=tuple(data["areas"]),
        reason=data["reason"],
        starts_at=instant(data["from"]),
        until=instant(data["until"]),
        declared=_mark(data),
        late=data["late"],
    )


def _printed(data: Data) -> Block:
    return Block(
        id=data["block"],
        number=data["number"],
        template=data["template"],
        type=data["type"],
        basis=data["basis"],
        packs=tuple(data["packs"]),
        site=data["site"],
        areas=tuple(data["areas"]),
        printed=_mark(data),
        holder=str(data["by"]),
        sheets=tuple(Sheet(serial) for serial in data["serials"]),
    )


def _told(block: Block, data: Data, state: str, **over: Any) -> Block:
    """The sheets that the event names, with this account."""
    named = set(data["serials"] if "serials" in data else (data["serial"],))
    sheets = (
        replace(s, state=state, told=_mark(data), **over) if s.serial in named else s for s in block.sheets
    )
    return replace(block, sheets=tuple(sheets))


def _registered(block: Block, data: Data) -> Block:
    place = data["place"]
    used = Used(
        place=Where(place["site"], place["area"], place.get("point")),
        registered=_mark(data),
        condition=data["condition"],
        outage=data.get("outage"),
        photos=tuple(data.get("photos", ())),
    )
    return _told(block, data, "live", used=used)


def _used(block: Block, data: Data, **over: Any) -> Block:
    sheets = (
        replace(s, used=replace(s.used, **over)) if s.serial == data["serial"] and s.used else s
        for s in block.sheets
    )
    return replace(block, sheets=tuple(sheets))


def _filled(block: Block, data: Data) -> Block:
    filled = Filled(
        by=_mark(data),
        starts_at=instant(data["from"]),
        ends_at=instant(data["to"]) if "to" in data else None,
        outcome=data["outcome"],
        responsible=data["responsible"],
        guardian=data.get("guardian"),
        workers=tuple(data["workers"]),
        readings=tuple(
            Reading(r["point"], r["substance"], r["value"]["value"], r["value"]["unit"], instant(r["at"]))
            for r in data["readings"]
        ),
        photos=tuple(data["photos"]),
        outside=data["outside"],
    )
    done = _used(block, data, filled=filled, condition=data["outcome"], reviewed=None, agrees=None)
    if not data.get("reopens"):
        return done
    return _told(_used(done, data, closed=None, carried_to=None), data, "live")


def _closed(block: Block, data: Data) -> Block:
    done = _used(block, data, closed=_mark(data), carried_to=data.get("carried_to"))
    return _told(done, data, "closed")


def _chased(block: Block, data: Data) -> Block:
    at = instant(data["at"])
    return replace(block, chased={**block.chased, **dict.fromkeys(data["about"], at)})


OUTAGE_STEPS: Mapping[str, Callable[[Outage, Data], Outage]] = {
    "OutageExtended": lambda outage, data: replace(outage, until=instant(data["until"])),
    "OutageEnded": lambda outage, data: replace(outage, ended_at=instant(data["ended"]), ended=_mark(data)),
    "OutageChased": lambda outage, data: replace(outage, chased_at=instant(data["at"])),
}
BLOCK_STEPS: Mapping[str, Callable[[Block, Data], Block]] = {
    "BlockOffered": lambda block, data: replace(block, offered=data["to"]),
    "BlockTaken": lambda block, data: replace(block, holder=str(data["by"]), offered=None),
    "SheetsUnused": lambda block, data: _told(block, data, "blank", unused_at=instant(data["at"])),
    "SheetsReturned": lambda block, data: _told(block, data, "returned"),
    "SheetVoided": lambda block, data: _told(block, data, "void"),
    "SheetLossReported": lambda block, data: _told(block, data, "doubted"),
    "SheetLost": lambda block, data: _told(block, data, "lost"),
    "SheetRegistered": _registered,
    "SheetFilledIn": _filled,
    "SheetReviewed": lambda block, data: _used(block, data, reviewed=_mark(data), agrees=data["agrees"]),
    "SheetClosed": _closed,
    "BlockChased": _chased,
}
