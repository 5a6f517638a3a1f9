"""What the screens read of isolations, in the shapes that the interface promises."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import BLINDED, Isolating
from davy.building.plant import Plant, small_plant
from davy.isolations.shapes import IsolationOut

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _get(plant: Plant, who: str, path: str) -> Any:
    browser = Client()
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    answer = browser.get(f"/api/v1/isolations{path}")
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


@pytest.fixture
def isolating() -> Isolating:
    return Isolating(small_plant(simulated=True), at=MORNING).plan(BLINDED)


def test_the_list_by_state_area_words_and_permit(isolating: Isolating) -> None:
    plant = isolating.plant
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    isolating.behind(hands)
    (row,) = _get(plant, "qian", "?state=standing")
    assert (row["title"], row["points"], row["verified"], row["relying"]) == ("V-101 泵检修隔离", 2, 0, 1)
    for query, count in (
        ("?state=restored", 0), (f"?area={plant.area}", 1), ("?q=泵检修", 1), ("?q=%25", 0),
        (f"?permit={hands.permit}", 1), (f"?permit={plant.area}", 0),
    ):  # fmt: skip
        assert len(_get(plant, "qian", query)) == count, query


def test_one_isolation_tells_each_reader_what_he_may_do(isolating: Isolating) -> None:
    plant = isolating.plant
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    isolating.behind(hands)
    isolating.isolate("p2")
    isolating.must("qian", "hang_lock", {"number": "Q1", "kind": "personal"})

    def steps(who: str) -> dict[str, Any]:
        found = _get(plant, who, f"/{isolating.isolation}")
        IsolationOut.model_validate(found)
        return {"own": set(found["commands"]), **{row["id"]: set(row["commands"]) for row in found["rows"]}}

    assert steps("wu")["p1"] == {"begin_blind"}
    assert steps("zhou")["p2"] == {"verify_point"}
    assert "start_test" in steps("feng")["own"]
    assert steps("chu") == {"own": set(), "p1": set(), "p2": set()}
    found = _get(plant, "li", f"/{isolating.isolation}")
    (reliance,) = found["reliances"]
    assert reliance["holds"]
    assert reliance["commands"] == ["release", "count_out"]
    assert [(lock["number"], lock["owner"]["name"]) for lock in found["hung"]][-1] == ("Q1", "钱焊工")
    assert found["rows"][0]["x"] == 0.3
    assert found["history"][0]["type"] == "LockHung"


def test_the_register_of_blinds_and_the_words(isolating: Isolating) -> None:
    (row,) = _get(isolating.plant, "qian", "/blinds")
    assert (row["number"], row["line"], row["state"]) == ("MB-101-1", "P-1203", "planned")
    assert _get(isolating.plant, "qian", "/words")["points"]["verified"]["zh"] == "已核实"
