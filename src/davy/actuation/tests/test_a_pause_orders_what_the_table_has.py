"""The pause and its orders are one transaction; the siren sounds when nobody receives the pause, and energy
comes back by hand when all is closed."""

from datetime import timedelta

import pytest

from davy import clock
from davy.actuation import queries
from davy.actuation.tests.plant import Desk
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import small_plant
from davy.clockwork.proofs import look_due
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.sensing import orders
from davy.sensing.tests.watching import MORNING, live
from davy.watch.night.comparing import differs
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    return live(small_plant(simulated=True))


def test_a_stop_cuts_in_the_same_transaction(hands: Hands) -> None:
    desk = Desk(hands.plant).in_force()
    hands.give("sun", "stop", {"reason": "看到明火"})
    [order] = desk.orders()
    assert (order["serial"], order["effect"], order["causes"]) == ("SN-R", "cut_energy", ["any_stop"])
    assert order["permits"] == [hands.permit]
    assert order["waits"]
    with tenant.company(hands.plant.company):
        told = evidence.events(hands.plant.company, "actuation", hands.plant.point)
        assert [e.type for e in told] == ["TableProposed", "TableApproved", "OrderRequested"]
        assert not differs(hands.plant.company, "actuation", hands.plant.point)
    hands.give("qian", "stop", {})
    assert len(desk.orders()) == 1


def test_its_own_break_and_a_place_without_a_table_move_nothing(hands: Hands) -> None:
    desk = Desk(hands.plant)
    hands.give("li", "pause", {"cause": "break"})
    desk.in_force()
    hands.give("li", "pause", {"cause": "break"})
    assert desk.orders() == []
    desk.in_force([])
    hands.give("sun", "stop", {})
    assert desk.orders() == []


def test_nobody_receives_the_pause_and_the_siren_sounds(hands: Hands) -> None:
    desk = Desk(hands.plant).in_force()
    hands.give("sun", "stop", {})
    hands.at = (hands.at or MORNING) + timedelta(seconds=31)
    hands.tick()
    assert [o["serial"] for o in desk.orders()] == ["SN-R", "SN-S"]
    assert desk.orders()[1]["causes"] == ["not_received"]
    assert "pause_not_received" in desk.rung(hands)
    hands.at += timedelta(seconds=150)
    hands.tick()
    assert [o["causes"] for o in desk.orders()[1:]] == [["not_received"], ["not_stopped"]]
    assert "stop_not_confirmed" in desk.rung(hands)


def test_nobody_proves_it_in_time_and_people_are_called(hands: Hands) -> None:
    desk = Desk(hands.plant).in_force()
    hands.give("sun", "stop", {})
    assert look_due() == 1
    assert "effect_failed" in desk.rung(hands)
    assert desk.orders()[0]["timed_out_at"] is not None
    assert look_due() == 1
    first, again = desk.orders()
    assert (first["superseded"], again["effect"], again["waits"]) == (True, "cut_energy", True)
    assert look_due() == 0


def test_energy_comes_back_by_hand_when_all_is_closed(hands: Hands) -> None:
    desk = Desk(hands.plant).in_force()
    hands.give("sun", "stop", {})
    desk.in_force([])
    assert desk.back("li", desk.relay) == ["actuation_cause_open", "actuation_stop_unconfirmed"]
    assert desk.back("sun", desk.relay)[0] == "actuation_restore_not_yours"
    hands.give("qian", "receive_pause")
    hands.give("li", "confirm_stopped")
    hands.give("feng", "resolve_cause", {"cause": "stopped", "note": "明火已灭"})
    away = {**AT_POINT, "lat": AT_POINT["lat"] + 0.01}
    assert desk.back("li", desk.relay, position=away) == ["not_on_site"]
    assert desk.back("li", desk.relay) == ["OrderRequested"]
    cut, back = desk.orders()
    assert (cut["superseded"], back["effect"], back["restores"]) == (True, "restore_energy", cut["id"])
    assert back["reason"] == "已查明原因"
    assert _belongs_here(desk)
    shown = {"instrument": str(desk.relay), "values": {"on": "1"}, "taken": iso(clock.now())}
    assert desk.give("watch", "note_reading", shown)["events"] == ["OrderConfirmed"]
    assert not _belongs_here(desk)


def _belongs_here(desk: Desk) -> bool:
    """Whether no other work point may have the relay."""
    with tenant.company(desk.plant.company):
        return queries.instruments(desk.plant.company, uuid7(), [str(desk.relay)])[str(desk.relay)].elsewhere


def test_what_is_ready_is_sent_and_told_again(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(hands.plant).in_force()
    hands.at = clock.now()
    hands.give("sun", "stop", {})
    [letter] = orders.claim()
    assert letter.subject == "davy.down.davy.gw1.SN-R.order"
    assert orders.claim() == []
    later = clock.now() + timedelta(seconds=2.1)
    monkeypatch.setattr(clock, "now", lambda: later)
    [again] = orders.claim()
    assert again.body == letter.body
    order = desk.orders()[0]
    desk.give("watch", "note_answer", {"instrument": str(desk.relay), "order": order["id"], "did": "done"})
    much = later + timedelta(seconds=3)
    monkeypatch.setattr(clock, "now", lambda: much)
    assert orders.claim() == []
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT tries, sent_at, delivered_at FROM actuation_order")
    assert row is not None
    assert row["tries"] == 2
    assert row["sent_at"] < row["delivered_at"]
