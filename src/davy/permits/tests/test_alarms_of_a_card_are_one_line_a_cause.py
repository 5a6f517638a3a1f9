"""On a permit's card alarms of the same words are one line, and each of them can still be reached (S27)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.alarms.tests.bells import body, cause, give, row
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.door.execute import execute
from davy.door.known import alarm_commands
from davy.door.streams import Sender
from davy.permits.card import card
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    return hands


def _ring(hands: Hands, minutes: int = 0, **changed: Any) -> str:
    """Ring an alarm of the permit so many minutes ago; its id."""
    at = clock.now() - timedelta(minutes=minutes)
    company = hands.plant.company
    with tenant.company(company):
        told = body(hands.permit, at=iso(at), **changed)
        command = alarm_commands(cause(company, hands.permit), [told])[0]
    execute(command, Sender("driver"))
    return str(command.stream_id)


def _lines(hands: Hands) -> list[dict[str, Any]]:
    with tenant.company(hands.plant.company):
        found = card(hands.plant.company, hands.permit, None, clock.now())
    assert found is not None
    lines: list[dict[str, Any]] = found["alarms"]
    return lines


def test_the_same_trouble_at_three_points_is_one_line(hands: Hands) -> None:
    rung = [_ring(hands, minutes, subject=at) for minutes, at in ((9, "upper"), (5, "middle"), (1, "lower"))]
    other = _ring(hands, kind="guardian_away", code="31", subject="wang")
    lines = _lines(hands)
    assert [(line["kind"], set(line["ids"])) for line in lines] == [
        ("guardian_away", {other}),
        ("gas_limit", set(rung)),
    ]
    first, last = (row(hands.plant.company, UUID(alarm)) for alarm in (rung[0], rung[-1]))
    assert (lines[1]["at"], lines[1]["last_at"]) == (iso(first["raised_at"]), iso(last["last_at"]))
    assert lines[1]["at"] < lines[1]["last_at"]


def test_one_code_is_one_line_and_tells_which_conditions(hands: Hands) -> None:
    _ring(hands, kind="guardian_away", code="31", subject="wang")
    _ring(hands, kind="watch", code="31", subject="place.known")
    _ring(hands, kind="watch", code="31", subject="window.ahead")
    (line,) = _lines(hands)
    assert (line["code"], len(line["ids"])) == ("31", 3)
    assert [words["en"] for words in line["about"]] == [
        "Working time in the right order and not yet over",
        "Work point entered in the register of places",
    ]


def test_what_is_only_late_is_no_line(hands: Hands) -> None:
    _ring(hands, kind="check_in_far", subject="li")
    assert _lines(hands) == []


def test_a_line_is_as_unseen_as_the_least_seen_and_each_alarm_is_reached(hands: Hands) -> None:
    first, second = (_ring(hands, subject=at) for at in ("upper", "lower"))

    def take(alarm: str, step: str, note: str | None = None) -> None:
        feng = UUID(hands.plant.person("feng"))
        assert give(hands.plant.company, UUID(alarm), step, feng, note)["verdict"] == "accepted"

    def state() -> list[tuple[str, int]]:
        return [(line["state"], len(line["ids"])) for line in _lines(hands)]

    take(first, "acknowledge_alarm")
    assert state() == [("raised", 2)]
    take(second, "acknowledge_alarm")
    assert state() == [("acknowledged", 2)]
    take(first, "handle_alarm", "阀门已关")
    assert state() == [("acknowledged", 2)]
    take(first, "close_alarm", "复测合格")
    assert state() == [("acknowledged", 1)]
