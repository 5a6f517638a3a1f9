"""A meter at the work tells bad air: what the watch of instruments sends through the door, as its driver
will, stops the permit, calls people once, stands on the card, and its end lets nothing go on (S3, S7, S8)."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

import pytest

from davy.alarms import queries as alarms
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute_in
from davy.door.streams import Sender
from davy.permits.card import card
from davy.permits.facts import load, snapshot
from davy_core.instants import iso
from davy_core.permits.gas_plan import plan_of
from davy_core.watch.happening import Happening
from davy_core.watch.preparing import prepare
from davy_core.watch.reading import Reading, millis
from davy_core.watch.setting import Bound, Profile, Setting
from davy_core.watch.state import State
from davy_core.watch.step import step
from davy_core.watch.telling import heeding
from davy_core.watch.tests.rig import book
from davy_core.watch.tick import began

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
METER = UUID("0195a1b2-0000-7000-8000-0000000000aa")


class Driver:
    """What the reader of instruments does with a reading, without a broker: step, compose, send."""

    def __init__(self, hands: Hands) -> None:
        self.hands, self.number = hands, 0
        self.setting = self._setting()
        self.state: State = began(self.setting)

    def _setting(self) -> Setting:
        """The plan and the limits as the permit has pinned them."""
        hands = self.hands
        assert hands.at is not None
        with tenant.company(hands.plant.company):
            found = load(hands.plant.company, hands.permit)
            assert found is not None
            facts = snapshot(hands.plant.company, found[0], str(hands.plant.point), {}, now=hands.at)
        permit = Bound(str(hands.permit), plan_of(found[0], facts), facts.rulebook.limits)
        return prepare(Profile(str(METER), {"lel": "%LEL"}, 1000, millis(hands.at)), book(), [permit])

    def reads(self, value: str) -> list[Mapping[str, Any]]:
        """One reading now, and the answers of the door."""
        assert self.hands.at is not None
        self.number, at = self.number + 1, millis(self.hands.at)
        reading = Reading(str(METER), "a", self.number, at, at, {"lel": (Decimal(value), "%LEL")})
        self.state, happened = step(self.state, reading, self.setting)
        return [self.send(h) for h in happened]

    def send(self, happened: Happening) -> Mapping[str, Any]:
        """The command of one happening; its id follows from the episode, so that told twice is once."""
        plant, at = self.hands.plant, self.hands.at
        assert at is not None
        body = heeding(happened)
        data = {
            "v": 1,
            "id": str(uuid5(METER, f"{happened.episode} {happened.kind} {happened.at}")),
            "company": str(plant.company),
            "stream": f"permit/{self.hands.permit}",
            "kind": "heed_episode",
            "base_version": None,
            "body": body,
            "occurred_at": iso(at),
            "app": "watch",
        }
        with tenant.company(plant.company):
            return execute_in([parse(seal(data))], Sender("watch", simulated_at=at))[0]


@pytest.fixture
def live() -> Hands:
    """A live hot-work permit on a line that held methanol."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    hands.at = MORNING + timedelta(minutes=5)
    return hands


def _card(hands: Hands) -> dict[str, Any]:
    assert hands.at is not None
    with tenant.company(hands.plant.company):
        found = card(hands.plant.company, hands.permit, UUID(hands.plant.person("feng")), hands.at)
    assert found is not None
    return found


def _later(hands: Hands, **delta: float) -> None:
    assert hands.at is not None
    hands.at += timedelta(**delta)


def test_bad_air_stops_the_work_and_calls_once(live: Hands) -> None:
    driver = Driver(live)
    assert driver.reads("0.4") == []
    _later(live, seconds=1)
    answers = driver.reads("60")
    assert {a["verdict"] for a in answers} == {"accepted"}
    assert ["EpisodeOpened", "WorkPaused", "AlarmRaised"] in [a["events"] for a in answers]
    with tenant.company(live.plant.company):
        rung = [a["kind"] for a in alarms.open_for(live.plant.company, live.permit)]
    assert sorted(k for k in rung if k.startswith("gas")) == ["gas_level", "gas_limit"]
    shown = _card(live)
    assert shown["state"] == "paused"
    assert shown["pause"]["received_at"] is None
    cause = next(c for c in shown["causes"] if c["kind"] == "gas")
    told = {t["rule"]["zh"]: (t["value"], t["unit"], t["open"], t["instrument"]) for t in cause["told"]}
    assert told["气体超过作业票限值"] == ("60", "%LEL", True, str(METER))
    limit = next(t for t in cause["told"] if t["rule"]["zh"] == "气体超过作业票限值")["limit"]
    assert Decimal(limit) > 0


def test_the_same_reading_again_changes_nothing(live: Hands) -> None:
    driver = Driver(live)
    driver.reads("60")
    state, driver.number = driver.state, driver.number - 1
    assert driver.reads("60") == []
    assert driver.state == state


def test_clean_air_again_resumes_nothing_and_the_way_back_is_that_of_gas(live: Hands) -> None:
    driver = Driver(live)
    driver.reads("60")
    refused = live.give("feng", "resolve_cause", {"cause": "gas"})
    assert "episode_open" in [r["code"] for r in refused["reasons"]]
    for _ in range(70):
        _later(live, seconds=1)
        driver.reads("0.4")
    shown = _card(live)
    assert shown["state"] == "paused"
    told = next(c for c in shown["causes"] if c["kind"] == "gas")["told"]
    assert not any(t["open"] for t in told)
    refused = live.give("feng", "resolve_cause", {"cause": "gas"})
    assert [r["code"] for r in refused["reasons"]] == ["cause_needs_round"]
    journeys.gas_round(live, [("representative", "methanol", "0.01", "%vol")])
    live.must("feng", "resolve_cause", {"cause": "gas"})
    assert live.give("li", "resume", {"changed": False})["verdict"] == "refused"  # the guardian first


def test_nobody_at_a_screen_can_say_what_an_instrument_says(live: Hands) -> None:
    body = {"episode": "e", "step": "opened", "rule": "x", "instrument": str(METER)}
    refused = live.give("feng", "heed_episode", {**body, "since": iso(MORNING), "taken": iso(MORNING)})
    assert [r["code"] for r in refused["reasons"]] == ["not_your_duty"]
