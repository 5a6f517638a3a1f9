"""What nobody acknowledges rings on: told again in one row of the inbox, higher up after three minutes, until
somebody answers; the row of the alarm stays the fold of its chain."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import time_machine

from davy.alarms import queries as alarms
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.clockwork.bells import ring_due
from davy.clockwork.tests.plants import MORNING, active
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.notify import store
from davy.notify.tests.inboxes import deliver, give, inbox, open_alarms
from davy_core.alarms.state import Alarm, apply

pytestmark = pytest.mark.django_db


@pytest.fixture
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as found:
        yield found


@pytest.fixture
def hands(now: time_machine.Traveller) -> Hands:
    """Hot work that somebody passing by has just stopped; who is told has read it."""
    found = active(small_plant())
    found.must("zhou", "stop")
    deliver()
    return found


def red(hands: Hands) -> dict[str, Any]:
    """The red alarm of the permit."""
    (found,) = (alarm for alarm in open_alarms(hands) if alarm["severity"] == "red")
    return found


def read_all(hands: Hands, who: str) -> None:
    """He looks at his inbox."""
    with tenant.company(hands.plant.company):
        store.read(hands.plant.company, UUID(hands.plant.person(who)), None)


def test_it_is_told_again_in_one_row_that_is_unread_each_time(
    hands: Hands, now: time_machine.Traveller
) -> None:
    read_all(hands, "li")
    for _ in range(2):
        now.shift(timedelta(minutes=3))
        assert ring_due() == 1
        deliver()
    (told,) = inbox(hands.plant, "li", unread=True)
    assert told["title_zh"].endswith("（未确认，第 2 次提醒）")


def test_two_clocks_at_one_instant_ring_once(hands: Hands, now: time_machine.Traveller) -> None:
    now.shift(timedelta(minutes=1))
    assert [ring_due(), ring_due()] == [1, 0]
    assert red(hands)["rings"] == 1


def test_after_three_minutes_the_control_room_is_called_too(
    hands: Hands, now: time_machine.Traveller
) -> None:
    before = set(red(hands)["told"])
    now.shift(timedelta(minutes=4))
    ring_due()
    assert set(red(hands)["told"]) > before


def test_whoever_acknowledges_it_silences_it(hands: Hands, now: time_machine.Traveller) -> None:
    give(hands.plant, "feng", red(hands)["id"], "acknowledge_alarm")
    now.shift(timedelta(hours=2))
    assert ring_due() == 0


def test_the_row_stays_the_fold_of_the_chain(hands: Hands, now: time_machine.Traveller) -> None:
    now.shift(timedelta(minutes=4))
    ring_due()
    company, alarm = hands.plant.company, UUID(red(hands)["id"])
    with tenant.company(company):
        state: Alarm | None = None
        for event in evidence.events(company, "alarm", alarm):
            state = apply(state, event.type, event.data)
        assert alarms.load(company, alarm) == state


def test_an_alarm_of_an_older_release_rings_while_it_is_young(
    hands: Hands, now: time_machine.Traveller
) -> None:
    with tenant.company(hands.plant.company):
        rows.run("UPDATE alarms_alarm SET next_ring_at = NULL, called_at = NULL")
    now.shift(timedelta(hours=1))
    assert ring_due() == 1
    with tenant.company(hands.plant.company):
        rows.run("UPDATE alarms_alarm SET next_ring_at = NULL, called_at = NULL")
    now.shift(timedelta(days=2))
    assert ring_due() == 0
