"""A table moves something only when two people stand behind it; every fault of a row is told with its row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from davy_core.actuation.tests.place import FAN, GATE, INSTRUMENTS, RELAY, ROWS, SIREN, Place, codes, types
from davy_core.explosion.marks import Zone

CUT = {"cause": "gas", "effect": "cut_energy", "instrument": RELAY, "feeds": ["welding"]}
AIR = {"cause": "gas", "effect": "start_ventilation", "instrument": FAN, "position": "人孔旁"}


def test_nothing_moves_before_it_is_approved() -> None:
    place = Place()
    assert types(place.give("feng", "propose_table", {"rows": list(ROWS)})) == ["TableProposed"]
    assert types(place.happens("pause", "gas")) == []
    assert codes(place.give("feng", "approve_table", {"version": 1})) == ["actuation_own_proposal"]
    assert codes(place.give("zheng", "approve_table", {"version": 2})) == ["actuation_proposal_changed"]
    assert codes(place.give("sun", "approve_table", {"version": 1}, approves=False)) == [
        "actuation_not_yours"
    ]
    assert types(place.give("zheng", "approve_table", {"version": 1})) == ["TableApproved"]
    assert types(place.happens("pause", "gas")) == ["OrderRequested", "OrderRequested"]


def test_who_may_not_propose_is_refused_and_davy_neither() -> None:
    place = Place()
    body = {"rows": list(ROWS)}
    assert codes(place.give("sun", "propose_table", body, proposes=False)) == ["actuation_not_yours"]
    assert codes(place.give("driver", "propose_table", body)) == ["actuation_not_yours"]
    asked = {"permit": "p", "told": [{"kind": "pause", "code": "gas"}]}
    assert codes(place.give("feng", "request_effects", asked)) == ["actuation_not_by_hand"]


def test_another_proposal_leaves_the_one_in_force() -> None:
    place = Place().in_force()
    place.give("feng", "propose_table", {"rows": []})
    assert place.state is not None
    assert place.state.table is not None
    assert place.state.table.version == 1
    assert types(place.happens("pause", "gas")) == ["OrderRequested", "OrderRequested"]
    place.give("feng", "withdraw_table", {"version": 2, "reason": "写错了"})
    assert place.state.proposal is None
    assert codes(place.give("zheng", "approve_table", {"version": 2})) == ["actuation_nothing_proposed"]
    place.in_force([])
    assert types(place.happens("pause", "gas", "other")) == []


WRONG: list[tuple[Mapping[str, Any], str]] = [
    ({**CUT, "instrument": "stranger"}, "actuation_instrument_unknown"),
    ({**CUT, "cause": "boredom"}, "actuation_cause_unknown"),
    ({**CUT, "effect": "restore_energy"}, "actuation_effect_unknown"),
    ({**CUT, "effect": "explode"}, "actuation_effect_unknown"),
    ({**CUT, "instrument": SIREN}, "actuation_kind_cannot"),
    ({**AIR, "instrument": GATE}, "actuation_kind_cannot"),
    ({**CUT, "feeds": []}, "actuation_feeds_untold"),
    ({**CUT, "feeds": ["welding", "something"]}, "actuation_feeds_untold"),
    ({**CUT, "feeds": ["welding", "ventilation"]}, "actuation_never_cut"),
    ({**CUT, "feeds": ["escape_lighting"]}, "actuation_never_cut"),
    ({**CUT, "feeds": ["breathing_air"]}, "actuation_never_cut"),
    ({**CUT, "feeds": ["communication"]}, "actuation_never_cut"),
    ({**AIR, "feeds": ["welding"]}, "actuation_feeds_nothing"),
    ({**AIR, "position": "  "}, "actuation_position_missing"),
]


@pytest.mark.parametrize(("row", "code"), WRONG)
def test_a_row_that_cannot_be_meant_is_refused(row: Mapping[str, Any], code: str) -> None:
    assert codes(Place().give("feng", "propose_table", {"rows": [row]})) == [code]


def test_an_instrument_of_another_place_or_that_nobody_reaches_is_refused() -> None:
    for change, code in (
        ({"site": "other"}, "actuation_instrument_elsewhere"),
        ({"elsewhere": True}, "actuation_instrument_elsewhere"),
        ({"retired": True}, "actuation_instrument_unknown"),
        ({"gateway": False}, "actuation_no_gateway"),
    ):
        seen = {**INSTRUMENTS, RELAY: replace(INSTRUMENTS[RELAY], **change)}
        assert codes(Place().give("feng", "propose_table", {"rows": [CUT]}, instruments=seen)) == [code]


@pytest.mark.parametrize("zone", ["0", "1", "2", "unknown", None])
def test_a_fan_without_a_mark_stays_out_of_a_classed_area(zone: str | None) -> None:
    bare = {**INSTRUMENTS, FAN: replace(INSTRUMENTS[FAN], ex=None)}
    facts = {"instruments": bare, "zone": Zone(zone)}
    assert codes(Place().give("feng", "propose_table", {"rows": [AIR]}, **facts)) == ["actuation_not_ex"]
    safe = {"instruments": bare, "zone": Zone("none")}
    assert codes(Place().give("feng", "propose_table", {"rows": [{**AIR, "position": ""}]}, **safe)) == []


def test_what_changed_meanwhile_is_seen_when_it_is_approved_and_when_it_acts() -> None:
    place = Place()
    place.give("feng", "propose_table", {"rows": [AIR]})
    bare = {**INSTRUMENTS, FAN: replace(INSTRUMENTS[FAN], ex=None)}
    refused = place.give("zheng", "approve_table", {"version": 1}, instruments=bare)
    assert codes(refused) == ["actuation_not_ex"]
    place.give("zheng", "approve_table", {"version": 1})
    told = {"permit": "permit", "told": [{"kind": "pause", "code": "gas"}]}
    withheld = place.give("driver", "request_effects", told, instruments=bare)
    assert types(withheld) == ["EffectWithheld", "AlarmRaised"]


def test_one_instrument_does_one_thing_and_a_row_stands_once() -> None:
    gate = {"cause": "gas", "effect": "close_entry", "instrument": GATE}
    other = {"cause": "sos", "effect": "open_gate", "instrument": GATE}
    assert codes(Place().give("feng", "propose_table", {"rows": [gate, other]})) == ["actuation_two_effects"]
    assert codes(Place().give("feng", "propose_table", {"rows": [CUT, CUT]})) == ["actuation_row_twice"]
