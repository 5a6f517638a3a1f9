"""Whoever must act on an alarm finds it among his own; whoever only reads it is told who owns it (S27)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.alarms import queries, shown
from davy.alarms.duties import duties, duties_each, holders
from davy.alarms.tests.bells import body, cause, give
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.door.execute import execute
from davy.door.known import alarm_commands
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.permits.card import card

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    return hands


def _ring(hands: Hands, kind: str, code: str | None = None) -> UUID:
    company = hands.plant.company
    with tenant.company(company):
        told = body(hands.permit, kind=kind, code=code, subject="x")
        command = alarm_commands(cause(company, hands.permit), [told])[0]
    execute(command, Sender("driver"))
    return command.stream_id


def _mine(hands: Hands, who: str) -> list[tuple[str, list[str]]]:
    company = hands.plant.company
    with tenant.company(company):
        found = shown.mine(company, queries.all_open(company), UUID(hands.plant.person(who)))
    return [(row["kind"], row["commands"]) for row in found]


def _line(hands: Hands, who: str) -> dict[str, Any]:
    with tenant.company(hands.plant.company):
        found = card(hands.plant.company, hands.permit, UUID(hands.plant.person(who)), clock.now())
    assert found is not None
    line: dict[str, Any] = found["alarms"][0]
    return line


def test_it_is_its_owners_until_it_is_handled_and_then_waits_for_the_shift_leader(hands: Hands) -> None:
    alarm = _ring(hands, "gas_limit")
    li = UUID(hands.plant.person("li"))
    assert _mine(hands, "li") == [("gas_limit", ["acknowledge_alarm", "handle_alarm"])]
    give(hands.plant.company, alarm, "acknowledge_alarm", li)
    assert _mine(hands, "li") == [("gas_limit", ["handle_alarm"])]
    assert _mine(hands, "feng") == []
    give(hands.plant.company, alarm, "handle_alarm", li, "阀门已关")
    assert _mine(hands, "li") == []
    assert _mine(hands, "feng") == [("gas_limit", ["close_alarm"])]
    assert _mine(hands, "qian") == []


def test_the_card_tells_who_owns_it_what_to_do_and_whether_it_is_mine(hands: Hands) -> None:
    _ring(hands, "guardian_away", "31")
    line = _line(hands, "feng")
    assert (line["mine"], line["owners"], line["count"]) == (True, ["shift_leader"], 1)
    assert [words["zh"] for words in line["remedies"]] == ["保持停工，有资格的监护人到岗并复核措施。"]
    assert _line(hands, "qian")["mine"] is False


def test_many_permits_at_once_give_the_same_duties_as_one_by_one(hands: Hands) -> None:
    company = hands.plant.company
    wanted = (hands.permit, uuid7(), None)
    with tenant.company(company):
        for member in hands.plant.people.values():
            one_by_one = {permit: duties(company, permit, member.person) for permit in wanted}
            assert duties_each(company, wanted, member.person) == one_by_one


@pytest.mark.parametrize(
    ("duty", "who", "in_the_plant"),
    [("responsible", "li", False), ("shift_leader", "feng", True), ("control", "chu", True)],
)
def test_a_duty_is_held_by_name(hands: Hands, duty: str, who: str, in_the_plant: bool) -> None:
    """Without a permit by whoever's post gives it in the plant."""
    company = hands.plant.company
    with tenant.company(company):
        assert holders(company, hands.permit, duty) == (hands.plant.person(who),)
        assert holders(company, None, duty) == ((hands.plant.person(who),) if in_the_plant else ())
