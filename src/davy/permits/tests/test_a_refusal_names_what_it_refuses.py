"""One refusal may stand in the way of several steps: its sentence is right at each of them."""

from datetime import UTC, datetime

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.problems.catalogue import refusal

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_who_was_not_briefed_is_told_what_he_may_not_do_whichever_it_is() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_confined(hands)
    journeys.get_to_work(hands)
    newcomer, told = hands.plant.person("chu"), refusal("briefing_missing").says
    hands.must("li", "assign", {"duty": "worker", "person": newcomer})
    hands.must("li", "offer_duty", {"duty": "responsible", "to": hands.plant.person("wu")})
    for who, kind, body, zh, en in (
        ("chu", "check_in", {}, "签到", "check in"),
        ("wu", "take_duty", {"duty": "responsible"}, "接班", "take over"),
        ("wang", "enter_space", {"person": newcomer}, "进入", "enter"),
    ):
        answer = hands.give(who, kind, body)
        assert [reason["code"] for reason in answer["reasons"]] == ["briefing_missing"], kind
        assert zh in told.zh, kind
        assert en in told.en, kind
