"""受限空间 through the door, on simulated time: ventilation and gas first, records, register, a stop."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy.rulebook import law

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _requirements(answer: Mapping[str, Any]) -> set[str]:
    return {r["missing"]["requirement"] for r in answer["reasons"] if "missing" in r}


@pytest.fixture
def submitted() -> Hands:
    """A submitted permit for the inside of a tank."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_confined(hands)
    return hands


@pytest.fixture
def live(submitted: Hands) -> Hands:
    """The same, live, with one worker inside."""
    journeys.get_to_work(submitted)
    submitted.must("wang", "enter_space", {"person": submitted.plant.person("qian")})
    submitted.must("wang", "enter_space", {"tool": "防爆扳手"})
    return submitted


def test_nobody_signs_before_ventilation_and_gas(submitted: Hands) -> None:
    answer = submitted.give("zhao", "sign_stage", {"stage": "area", "confirmed": [], "signature": "x"})
    assert {"aq.measures.before_sign", "aq.confined.gas.before_sign"} <= _requirements(answer)


def test_gas_before_ventilation_does_not_count(submitted: Hands) -> None:
    journeys.gas_round(submitted)
    assert submitted.at is not None
    submitted.at += timedelta(minutes=5)
    permit, template = journeys.state(submitted), law.template("confined")
    journeys.jsa(submitted, [h.row for h in permit.hazards])
    journeys.measures(submitted, template, [m.id for m in permit.measures])
    journeys.brief(submitted, template)
    answer = submitted.give("zhao", "sign_stage", {"stage": "area", "confirmed": [], "signature": "x"})
    assert {"confined.ventilation.first", "confined.isolation.first"} & _requirements(answer)


def test_upper_middle_and_lower_must_all_be_measured(submitted: Hands) -> None:
    upper = [r for r in journeys.clean_air(submitted) if r[0] == "upper"]
    journeys.gas_round(submitted, upper)
    assert not journeys.state(submitted).rounds[-1].complete


def test_nobody_goes_in_before_the_start(submitted: Hands) -> None:
    journeys.prepare(submitted)
    journeys.approve(submitted)
    answer = submitted.give("wang", "enter_space", {"person": submitted.plant.person("qian")})
    assert answer["code"] == "wrong_state"


def test_an_unlisted_person_is_refused_at_the_entry(live: Hands) -> None:
    answer = live.give("wang", "enter_space", {"person": live.plant.person("wu")})
    assert answer["code"] == "person_not_on_permit"


def test_a_missed_two_hour_record_pauses_the_work(live: Hands) -> None:
    assert live.at is not None
    live.at += timedelta(hours=1, minutes=59)
    live.must("wang", "guard_round")
    live.tick()
    assert journeys.state(live).state == "active"
    live.at += timedelta(minutes=2)
    live.tick()
    permit = journeys.state(live)
    assert permit.state == "paused"
    assert "gas_record" in {c.kind for c in permit.causes}


def test_a_person_still_inside_blocks_finish_and_clearance(live: Hands) -> None:
    assert live.give("li", "finish")["code"] == "people_inside"
    live.must("wang", "leave_space", {"person": live.plant.person("qian")})
    assert live.give("li", "finish")["code"] == "people_inside"
    live.must("wang", "leave_space", {"tool": "防爆扳手"})
    live.must("li", "finish")


def test_a_person_still_inside_blocks_the_clearance_after_voiding(live: Hands) -> None:
    live.must("feng", "void", {"reason": "工艺波动"})
    items = ["stopped", "register", "fire", "isolation", "site_safe"]
    shot = photo(live.plant.company, "clear")
    answer = live.give("zhao", "confirm_clear", {"items": items, "photo": shot, "signature": "x"})
    assert "people_inside" in {r["code"] for r in answer["reasons"]}
    live.must("qian", "leave_space", {"person": live.plant.person("qian")})
    live.must("wang", "leave_space", {"tool": "防爆扳手"})
    live.must("zhao", "confirm_clear", {"items": items, "photo": shot, "signature": "x"})


def test_oxygen_out_of_range_stops_and_needs_the_shift_leader(live: Hands) -> None:
    low = [("upper", "oxygen", "19.4", "%vol")]
    journeys.gas_round(live, low, who="wang")
    assert [c.kind for c in journeys.state(live).causes] == ["gas"]


def test_a_break_of_sixty_one_minutes_needs_a_new_round(live: Hands) -> None:
    live.must("wang", "leave_space", {"person": live.plant.person("qian")})
    live.must("li", "pause", {"cause": "break"})
    assert live.at is not None
    live.at += timedelta(minutes=61)
    live.must("wang", "stand_by")
    answer = live.give("li", "resume", {"changed": False})
    assert "confined.gas.after_break" in _requirements(answer)
    journeys.gas_round(live)
    live.must("li", "resume", {"changed": False})


def test_it_may_not_be_valid_for_more_than_a_day() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    with pytest.raises(AssertionError, match=r"confined\.validity"):
        journeys.draft_confined(hands, hours=24.01)
