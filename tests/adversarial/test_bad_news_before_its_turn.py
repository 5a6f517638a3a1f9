"""Bad news that comes before its turn, because something sent earlier is still missing: it is kept at once,
also where no work is there to be stopped, so that none starts over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.phones import Phone
from davy.building.plant import photo, small_plant
from davy.db import tenant
from davy.evidence.queries import events
from davy.rulebook import law
from davy_core.instants import iso

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]
LEAK = {
    "line_name": "PL-1203", "medium": "蒸汽", "leak": "flange", "pressure_most": "1.2", "wall_least": "4",
    "extreme_toxic": False, "brittle": False, "flammable": False, "hot": True,
}  # fmt: skip


@pytest.fixture
def ready() -> Hands:
    """Hot work that is issued and on which everything is in order for the start."""
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    journeys.stand_ready(hands)
    return hands


def _phone(hands: Hands, who: str) -> Phone:
    phone = Phone(hands.plant, who)
    assert phone.enrol()["verdict"] == "accepted"
    return phone


def _told(results: list[dict[str, Any]]) -> list[tuple[str, str | None]]:
    return [(r["verdict"], r["problem"]["code"] if r["problem"] else None) for r in results]


def _round(hands: Hands, amount: str) -> dict[str, Any]:
    point, substance, _, unit = journeys.clean_air(hands)[0]
    value = {"value": amount, "unit": unit}
    reading = {"point": point, "substance": substance, "value": value, "sampled_at": iso(clock.now())}
    return {"readings": [reading]}


def _kinds(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        return [e.type for e in events(hands.plant.company, "permit", hands.permit)]


def test_nothing_starts_over_bad_gas_that_came_before_its_turn(ready: Hands) -> None:
    phone = _phone(ready, "zhou")
    missing = phone.give(ready.permit, "record_round", _round(ready, "0"))
    bad = phone.give(ready.permit, "record_round", _round(ready, "3"))
    assert _told(phone.send([bad])) == [("accepted", None)]
    assert ready.give("li", "start", journeys.press(ready))["verdict"] == "refused"
    assert journeys.state(ready).state == "issued"
    assert _told(phone.send([missing, bad]))[1] == ("accepted", None)
    assert _kinds(ready).count("AlarmRaised") == 1


def test_nor_where_it_was_stopped_before_the_start(ready: Hands) -> None:
    ready.must("wang", "stop")
    assert (journeys.state(ready).state, journeys.state(ready).started) == ("paused", False)
    phone = _phone(ready, "zhou")
    phone.give(ready.permit, "record_round", _round(ready, "0"))
    bad = phone.give(ready.permit, "record_round", _round(ready, "3"))
    assert _told(phone.send([bad])) == [("accepted", None)]
    assert journeys.state(ready).rounds[-1].verdict == "fail"


def test_what_came_early_makes_no_clock_doubtful(ready: Hands, step_clock: Step) -> None:
    ready.must("li", "start", journeys.press(ready))
    phone = _phone(ready, "wang")
    first = phone.give(ready.permit, "guard_round")
    step_clock(timedelta(minutes=3))
    stop = phone.give(ready.permit, "pause", {"cause": "anomaly"})
    assert _told(phone.send([stop])) == [("accepted", None)]
    assert _told(phone.send([first])) == [("accepted", None)]


def test_a_value_out_of_its_limits_waits_no_more_than_gas_does() -> None:
    hands = Hands(small_plant(simulated=True))
    journeys.draft(hands, "leak_sealing", LEAK, "法兰带压堵漏", hours=4)
    journeys.measures(hands, law.template(journeys.state(hands).template), ["surveyed"])
    phone = _phone(hands, "wang")
    shot = photo(hands.plant.company, "wall")
    sent = [
        phone.give(hands.permit, "record_value", {"record": "wall", "value": mm, "photo": shot})
        for mm in ("6.2", "6.1", "1.9")
    ]
    assert _told(phone.send(sent[1:])) == [("held", "chain_gap"), ("accepted", None)]
    assert [r.ok for r in journeys.state(hands).recorded] == [False]
