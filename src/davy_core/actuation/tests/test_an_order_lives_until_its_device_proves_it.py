"""Requested, delivered, confirmed by the device's own reading, or failed and told; told twice it is once."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from davy_core.actuation.following import is_news, tells
from davy_core.actuation.ordering import sendable
from davy_core.actuation.state import Order
from davy_core.actuation.tests.place import (
    FAN,
    RELAY,
    SHOWN,
    SIREN,
    T0,
    Place,
    book,
    codes,
    types,
)
from davy_core.instants import iso
from davy_core.permits.facts import Fix


def test_a_cut_is_requested_delivered_and_confirmed() -> None:
    place = Place().in_force()
    assert types(place.happens("pause", "anomaly")) == ["OrderRequested"]
    assert types(place.answers(RELAY, "received")) == ["OrderDelivered"]
    assert types(place.answers(RELAY, "done")) == []
    assert types(place.shows(RELAY, {"on": "1"})) == []
    place.later(1)
    assert types(place.shows(RELAY, {"on": "0"})) == ["OrderConfirmed"]
    assert types(place.shows(RELAY, {"on": "0"})) == []
    place.later(3600)
    assert types(place.give("clock", "look_at_orders")) == []


def test_the_word_of_a_device_proves_nothing() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    place.answers(RELAY, "done")
    place.later(6)
    assert types(place.give("clock", "look_at_orders")) == ["OrderTimedOut", "AlarmRaised"]
    assert types(place.give("clock", "look_at_orders")) == []
    place.later(10)
    assert types(place.shows(RELAY, {"on": "0"})) == ["OrderConfirmed"]


def test_half_a_proof_is_none() -> None:
    place = Place().in_force()
    place.happens("pause", "gas")
    place.later(1)
    assert types(place.shows(FAN, {"running": "1"})) == []
    assert types(place.shows(FAN, {"running": "1", "flow": "0"})) == []
    assert types(place.shows(FAN, {"running": "1", "flow": "120"})) == ["OrderConfirmed"]


def test_a_reading_older_than_the_newest_proves_nothing() -> None:
    place = Place().in_force()
    place.happens("pause", "gas")
    order = place.state.last(RELAY) if place.state else None
    assert order is not None
    cut, taken = book().effects["cut_energy"], T0 + timedelta(seconds=1)
    off = {"on": Decimal(0)}
    assert tells(order, cut, off, taken, T0 + timedelta(seconds=2.5)) is None
    assert tells(order, cut, off, taken, T0) == "confirmed"
    assert tells(order, cut, off, taken) == "confirmed"


def test_a_reading_from_before_the_order_proves_nothing() -> None:
    place = Place().in_force()
    before = iso(place.now)
    place.later(10)
    place.happens("pause", "anomaly")
    old = {"instrument": RELAY, "values": {"on": "0"}, "taken": before}
    assert types(place.give("watch", "note_reading", old)) == []


def test_a_device_that_refuses_is_told_at_once() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    assert types(place.answers(RELAY, "expired")) == ["OrderRefused", "AlarmRaised"]
    assert types(place.answers(RELAY, "refused")) == []
    place.later(20)
    assert types(place.give("clock", "look_at_orders")) == []
    assert types(place.happens("rule", "o2_low")) == ["OrderRequested"]


def test_another_device_speaks_for_nobody() -> None:
    place = Place().in_force()
    place.happens("pause", "gas")
    told = {"order": place.last(RELAY), "instrument": FAN, "did": "done"}
    assert codes(place.give("watch", "note_answer", told)) == ["actuation_order_unknown"]


def test_many_causes_and_permits_are_one_order() -> None:
    place = Place().in_force()
    place.happens("rule", "o2_low.o2")
    assert types(place.happens("rule", "o2_low.o2")) == []
    assert types(place.happens("pause", "gas")) == ["OrderJoined", "OrderRequested"]
    assert types(place.happens("pause", "gas", "second")) == ["OrderJoined", "OrderJoined"]
    assert place.state is not None
    [cut] = [o for o in place.state.orders if o.instrument == RELAY]
    assert cut.causes == ("as_asked", "any_stop")
    assert cut.permits == ("permit", "second")


def test_a_danger_joins_no_order_that_nobody_proved_in_time() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    place.later(4)
    assert types(place.happens("rule", "o2_low")) == ["OrderJoined"]
    place.later(1)
    told = types(place.happens("pause", "anomaly", "second"))
    assert told == ["OrderTimedOut", "AlarmRaised", "OrderRequested"]


def test_a_danger_joins_no_proof_of_long_ago() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    place.later(1)
    place.shows(RELAY, {"on": "0"})
    place.later(59)
    assert types(place.happens("rule", "o2_low")) == ["OrderJoined"]
    place.later(1)
    assert types(place.happens("pause", "anomaly", "second")) == ["OrderRequested"]


def test_its_own_break_moves_nothing() -> None:
    assert types(Place().in_force().happens("pause", "break")) == []


def test_who_switches_at_the_machine_is_seen_and_not_fought() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    place.later(1)
    place.shows(RELAY, {"on": "0"})
    assert types(place.shows(RELAY, {"on": "1"})) == ["OrderContradicted", "AlarmRaised"]
    assert types(place.shows(RELAY, {"on": "1"})) == []
    assert types(place.shows(RELAY, {"on": "0"})) == ["OrderHoldsAgain"]
    place.shows(RELAY, {"on": "1"})
    assert types(place.happens("rule", "o2_low")) == ["OrderRequested"]


def test_nobody_received_the_pause_and_the_siren_sounds_without_a_row_of_its_own() -> None:
    place = Place().in_force()
    assert types(place.happens("alarm", "pause_not_received")) == ["OrderRequested"]
    assert types(place.happens("alarm", "stop_not_confirmed")) == ["OrderJoined"]
    assert place.state is not None
    [order] = place.state.orders
    assert (order.instrument, order.causes) == (SIREN, ("not_received", "not_stopped"))


def test_a_void_order_is_sent_no_more() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    assert place.state is not None
    order = place.state.orders[0]
    assert sendable(order, order.until)
    place.later(121)
    assert not sendable(order, place.now)


STEPS = st.sampled_from(
    [
        "gas",
        "anomaly",
        "o2",
        "down",
        "silent",
        "has it",
        "refuses",
        "holds",
        "contrary",
        "time",
        "look",
        "back",
    ]
)


def _step(place: Place, step: str, instrument: str, seconds: int) -> None:
    match step:
        case "gas" | "anomaly":
            place.happens("pause", step)
        case "o2":
            place.happens("rule", "o2_low.o2")
        case "down":
            place.happens("rule", "fallen")
        case "silent":
            place.happens("alarm", "pause_not_received")
        case "has it" | "refuses" if place.state and place.state.last(instrument):
            place.answers(instrument, "received" if step == "has it" else "refused")
        case "holds" | "contrary":
            place.shows(instrument, SHOWN[instrument][step == "contrary"])
        case "time":
            place.later(seconds)
        case "look":
            place.give("clock", "look_at_orders")
        case "back" if place.state and place.state.last(instrument):
            told = {"order": place.last(instrument), "reason": "处理完毕"}
            place.give("li", "restore_effect", told)


@given(st.lists(st.tuples(STEPS, st.sampled_from(list(SHOWN)), st.integers(1, 40)), max_size=40))
@settings(max_examples=300, deadline=None)
def test_whatever_happens_one_order_holds_and_nothing_comes_back_by_itself(
    path: list[tuple[str, str, int]],
) -> None:
    place = Place().in_force()
    for step, instrument, seconds in path:
        before = len(place.state.orders) if place.state else 0
        _step(place, step, instrument, seconds)
        assert place.state is not None
        for order in place.state.orders[before:]:
            manual = book().effects[order.effect].manual
            assert manual == (step == "back")
            assert (order.restores is not None) == manual
        for one in SHOWN:
            held = [o for o in place.state.orders if o.instrument == one and not o.superseded]
            assert len(held) <= 1
        ids = [o.id for o in place.state.orders]
        assert len(set(ids)) == len(ids)
        assert all(_is_sane(o) for o in place.state.orders)
    place.later(600)
    place.give("clock", "look_at_orders")
    assert place.state is not None
    assert all(o.confirmed_at or o.failed or o.superseded for o in place.state.orders)


def _is_sane(order: Order) -> bool:
    times = [t for t in (order.delivered_at, order.confirmed_at, order.timed_out_at) if t is not None]
    return (
        all(t >= order.requested.at for t in times)
        and order.until >= order.due > order.requested.at >= T0
        and (order.contradicted_at is None or order.confirmed_at is not None)
    )


def test_no_fence_no_restoring() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")
    told = {"order": place.last(RELAY), "reason": "处理完毕"}
    for fix, code in (
        (None, "position_missing"),
        (Fix(400, 5), "not_on_site"),
        (Fix(3, 80), "position_too_vague"),
    ):
        assert codes(place.give("li", "restore_effect", told, fix=fix)) == [code]


def test_a_device_that_repeats_itself_tells_nothing_new() -> None:
    place = Place().in_force()
    place.happens("pause", "anomaly")

    def news() -> list[bool]:
        order = place.state.last(RELAY) if place.state else None
        assert order is not None
        return [is_news(order, did) for did in ("received", "done", "refused")]

    assert news() == [True, True, True]
    place.answers(RELAY, "received")
    assert news() == [False, False, True]
    place.answers(RELAY, "refused")
    assert news() == [False, False, False]
