"""lifecycle/outages.yaml, blocks.yaml and their golden tables say the same; so do events and their shapes."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from davy.door.strict import check, document, validator
from davy_core.instants import iso
from davy_core.outages.apply import BLOCK_STEPS, OUTAGE_STEPS, apply_block, apply_outage
from davy_core.outages.book import OutageBook
from davy_core.outages.decide import BLOCK, OUTAGE
from davy_core.outages.tests.site import AREA, PEOPLE, PERMIT, SITE, Site, read
from davy_core.permits.plain import to_plain

KINDS = ("outages", "blocks")
LIFE = {kind: read("lifecycle", f"{kind}.yaml") for kind in KINDS}
GOLDEN = {kind: read("lifecycle", f"golden-{kind}.yaml") for kind in KINDS}
STATES = {kind: ("none", *life["states"], *life.get("sheets", ())) for kind, life in LIFE.items()}
ROWS = [(kind, command) for kind in KINDS for command in LIFE[kind]["commands"]]
IDS = {p: f"01a1ffd7-0000-7000-8000-0000000001{n:02d}" for n, p in enumerate(PEOPLE)}
RELEASED = Path(__file__).parent / "golden_events_outages" / "life.v1.json"
TYPES = {
    "outage": {"OutageDeclared", "AttemptRefused", "AlarmRaised", *OUTAGE_STEPS},
    "block": {"BlockPrinted", "AttemptRefused", "AlarmRaised", *BLOCK_STEPS},
}


def _differences(kind: str, commands: dict[str, Any]) -> list[tuple[str, ...]]:
    life = {**LIFE, kind: {**LIFE[kind], "commands": commands}}
    book = OutageBook.load(read("outages.yaml"), life["outages"], life["blocks"])
    rules = getattr(book, kind)
    return [
        (state, command, duty)
        for state, command, duty in product(STATES[kind], commands, LIFE[kind]["duties"])
        if rules[command].allows(state, duty) != (duty in GOLDEN[kind].get(state, {}).get(command, {}))
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_cell_is_the_same_and_names_its_rule(kind: str) -> None:
    assert _differences(kind, LIFE[kind]["commands"]) == []
    told = [why for rows in GOLDEN[kind].values() for cells in rows.values() for why in cells.values()]
    assert told
    assert all(why.startswith("Davy S") for why in told)


@pytest.mark.parametrize(("kind", "command"), ROWS)
def test_flipping_any_cell_of_a_command_is_seen(kind: str, command: str) -> None:
    commands = LIFE[kind]["commands"]
    row = commands[command]
    for key, value in [("from", s) for s in STATES[kind]] + [("duties", d) for d in LIFE[kind]["duties"]]:
        flipped = sorted({*row[key]} ^ {value})
        if flipped:  # a command nobody may ever give is refused by the loader
            assert _differences(kind, {**commands, command: {**row, key: flipped}}), (key, value)


def test_what_may_come_late_from_a_phone_only_tells_what_is() -> None:
    late = {name for kind in KINDS for name, row in LIFE[kind]["commands"].items() if row.get("queued")}
    assert late == {"register_sheet", "fill_in_sheet", "void_sheet"}


def test_commands_bodies_handlers_and_events_are_the_same_everywhere() -> None:
    handlers = {"outage": {"declare_outage", *OUTAGE}, "block": {"print_block", *BLOCK}}
    for kind, rows in (("outage", "outages"), ("block", "blocks")):
        bodies = {n for n in document(f"commands-{kind}.json")["$defs"] if not n.startswith("_")}
        assert bodies == set(LIFE[rows]["commands"]) == handlers[kind]
        shapes = {n for n in document(f"events-{kind}.json")["$defs"] if not n.startswith("_")}
        assert shapes == TYPES[kind]
        assert set(read("lifecycle", "events.yaml")) >= TYPES[kind] - {"AlarmRaised"}


def _life() -> Site:
    """Everything that can happen to an outage and to a block of sheets, in one life."""
    site = Site().printed(5)
    site.declared(hours=4).refused("sun", "end_outage", {"ended": iso(site.now)})
    site.must("ding", "extend_outage", {"until": iso(site.later(hours=1).now.replace(hour=3, minute=0))})
    site.register(0)
    site.later(hours=2).must(None, "chase_outage")
    site.ended().later(minutes=1).refused("sun", "return_sheets", {"serials": [site.serial(1)]})
    site.must("li", "account_unused", {"serials": [site.serial(1)]})
    site.must("zheng", "return_sheets", {"serials": [site.serial(1)]})
    site.must("li", "void_sheet", {"serial": site.serial(2), "reason": "湿了"})
    site.must("li", "report_loss", {"serial": site.serial(3), "reason": "找不到"})
    site.must("kong", "confirm_loss", {"serial": site.serial(3), "reason": "一起找过，没人凭它作业"})
    site.later(hours=9).must(None, "chase_block")
    site.must("li", "fill_in_sheet", site.filled(readings=[_reading(site)], workers=["chen"]))
    site.must("kong", "review_sheet", {"serial": site.serial(0), "agrees": True})
    site.must("ding", "close_sheet", site.clear(0, carried_to=PERMIT))
    return site


def _reading(site: Site) -> dict[str, Any]:
    return {
        "point": "representative",
        "substance": "combustible",
        "value": {"value": "0.1", "unit": "%vol"},
        "at": iso(site.now),
    }


def _with_ids(value: Any) -> Any:
    """The plant calls people by their names; the chain by their ids."""
    if isinstance(value, dict):
        return {k: _with_ids(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_ids(v) for v in value]
    return IDS.get(value, value) if isinstance(value, str) else value


def _stream(event_type: str) -> str:
    return "outage" if event_type.startswith("Outage") else "block"


def _told() -> list[dict[str, Any]]:
    return [{"type": e.type, "data": _with_ids(json.loads(json.dumps(e.data)))} for e in _life().history]


def test_every_event_happens_in_a_life_and_has_its_shape() -> None:
    told = _told()
    assert {event["type"] for event in told} == TYPES["outage"] | TYPES["block"]
    for event in told:
        check(validator(f"events-{_stream(event['type'])}.json", event["type"]), event["data"])


def test_free_words_are_never_in_the_chain_itself() -> None:
    for event in _life().history:
        assert not {"text", "words"} & set(event.data)
        assert "reason" not in event.data or event.type == "OutageDeclared"
        assert event.type not in {"SheetVoided", "SheetLossReported", "SheetLost"} or event.private


def test_what_was_once_released_folds_for_ever() -> None:
    golden = json.loads(RELEASED.read_text(encoding="utf-8"))
    outage, block = None, None
    for event in golden["events"]:
        if event["type"] in OUTAGE_STEPS or event["type"] == "OutageDeclared":
            outage = apply_outage(outage, event["type"], event["data"])
        elif event["type"] in BLOCK_STEPS or event["type"] == "BlockPrinted":
            block = apply_block(block, event["type"], event["data"])
    folded = json.loads(json.dumps([to_plain(outage), to_plain(block)]))
    assert folded == golden["folded"]
    assert {event["type"] for event in golden["events"]} == TYPES["outage"] | TYPES["block"]
    assert AREA in golden["folded"][0]["areas"]
    assert golden["folded"][1]["site"] == SITE
