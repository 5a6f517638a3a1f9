"""A lift of the second level: refused until its work plan is written, reviewed and approved, and never
under one that stands no longer (GB 30871-2022 9.2.1)."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.building.scheming import SECTIONS, Scheming, approved

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
HEAVY = {"mass_t": "50", "share_t": "50", "rated_t": "60"}


def _draft(hands: Hands, **over: Any) -> None:
    journeys.draft_work(hands, "lifting", answers=HEAVY, **{"scheme": None, **over})


def _hands() -> Hands:
    return Hands(small_plant(simulated=True), at=MORNING)


def _missing(answer: Any) -> set[str]:
    return {(r.get("missing") or {}).get("requirement") or r["code"] for r in answer["reasons"]}


def _sign(hands: Hands) -> Any:
    """The first signature, by the head of the area."""
    return hands.give("zhao", "sign_stage", {"stage": "area", "confirmed": [], "signature": journeys.STROKES})


def test_a_heavy_lift_from_its_plan_to_the_end() -> None:
    hands = _hands()
    scheming = Scheming(hands.plant, at=MORNING).draft().submit()
    scheming.must("zhao", "annotate", {"section": "steps", "version": 1, "text": "试吊多久"})
    scheming.must("tang", "return_scheme", {"version": 1, "reason": "按批注改"})
    scheming.must("li", "answer_annotation", {"annotation": "a1", "text": "十五分钟"})
    scheming.write("steps", SECTIONS["steps"] + "试吊 15 分钟。").submit()
    scheming.must("zhao", "close_annotation", {"annotation": "a1"})
    scheming.approve()
    _draft(hands, scheme=scheming.name(2))
    journeys.get_to_work(hands)
    live = journeys.state(hands)
    assert (live.state, live.level) == ("active", "second")
    hands.must("li", "finish")
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"


def test_without_a_plan_nobody_signs() -> None:
    hands = _hands()
    _draft(hands)
    journeys.prepare(hands)
    assert "lifting.plan" in _missing(_sign(hands))
    unknown = {"scheme": {"id": str(hands.plant.area), "version": 1}}
    hands.must("zhao", "return_to_draft", {"reason": "补方案"})
    assert hands.give("li", "amend", unknown)["code"] == "scheme_unknown"


@pytest.mark.parametrize("case", ["draft", "lower level", "other work", "other place", "old version"])
def test_a_plan_that_does_not_fit_is_none(case: str) -> None:
    hands = _hands()
    plant = hands.plant
    elsewhere = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    scheming = Scheming(plant, at=MORNING)
    match case:
        case "draft":
            scheming.draft().submit()
        case "lower level":
            scheming.draft(level="third").submit().approve()
        case "other work":
            scheming.draft("hot", "first").submit().approve("zheng")
        case "other place":
            scheming.draft(place=elsewhere).submit().approve()
        case _:
            scheming.draft().submit().approve()
            scheming.must("li", "revise_scheme")
            scheming.write("people", SECTIONS["people"] + "加一人。").submit().approve()
    _draft(hands, scheme=scheming.name(1))
    journeys.prepare(hands)
    wanted = "scheme.current" if case == "old version" else "lifting.plan"
    assert wanted in _missing(_sign(hands))


def test_a_plan_withdrawn_after_the_signatures_starts_nothing() -> None:
    hands = _hands()
    scheming = approved(hands)
    _draft(hands, scheme=scheming.name())
    journeys.prepare(hands)
    journeys.approve(hands)
    scheming.must("zheng", "withdraw_scheme", {"reason": "管廊恢复使用"})
    journeys.stand_ready(hands)
    answer = hands.give("li", "start", journeys.press(hands))
    assert _missing(answer) == {"scheme.current"}
    (told,) = answer["reasons"]
    assert told["missing"]["remedy"] == "plan"


@pytest.mark.parametrize("how", ["withdrawn", "replaced"])
def test_a_plan_that_stops_standing_stops_the_work_and_lets_it_not_resume(how: str) -> None:
    hands = _hands()
    scheming = approved(hands)
    _draft(hands, scheme=scheming.name())
    journeys.get_to_work(hands)
    scheming.at = hands.at = (hands.at or MORNING) + timedelta(minutes=5)
    if how == "withdrawn":
        scheming.must("tang", "withdraw_scheme", {"reason": "吊车换了"})
    else:
        scheming.must("li", "revise_scheme")
        scheming.write("people", SECTIONS["people"] + "加一人。").submit()
        assert journeys.state(hands).state == "active"
        scheming.approve()
    paused = journeys.state(hands)
    assert paused.state == "paused"
    assert [c.kind for c in paused.causes] == ["requirement"]
    answer = hands.give("li", "resume", {"changed": False})
    assert answer["verdict"] == "refused"


def test_an_approval_that_ends_before_the_permit_is_none() -> None:
    hands = _hands()
    scheming = Scheming(hands.plant, at=MORNING).draft().submit()
    scheming.approve(lasts_to="2026-11-23T08:29:59Z")
    _draft(hands, scheme=scheming.name())
    journeys.prepare(hands)
    assert "scheme.current" in _missing(_sign(hands))
