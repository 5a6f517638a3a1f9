"""Where somebody stands: a fix vaguer than the fence proves nothing, nor does a distant or a missing one."""

from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import AT_POINT
from davy.building.plant import LAT, LON
from davy.db import tenant
from davy.evidence.queries import events
from davy.rulebook import law
from davy.sites.models import WorkPoint
from tests.adversarial.scenes import bodies, reach

pytestmark = pytest.mark.django_db

VAGUE = {**AT_POINT, "accuracy_m": 50.1}
FAR = {"lat": LAT + 0.01, "lon": LON, "accuracy_m": 3.0}  # about 1.1 km north
EDGE = {"lat": LAT + 0.00044, "lon": LON, "accuracy_m": 3.0}  # 49 m: the error circle crosses the fence

PRESENT: dict[str, tuple[str, str]] = {
    "check_in": ("issued", "li"),
    "verify_ticket": ("issued", "feng"),
    "stand_by": ("paused", "wang"),
}


def _codes(answer: Any) -> set[str]:
    return {r["code"] for r in answer.get("reasons", ())}


@pytest.mark.parametrize("kind", PRESENT)
@pytest.mark.parametrize(
    ("position", "code"),
    [
        (None, "position_missing"),
        (VAGUE, "position_too_vague"),
        (FAR, "not_on_site"),
        (EDGE, "position_too_vague"),
    ],
)
def test_who_is_not_proven_to_be_there_is_refused(kind: str, position: Any, code: str) -> None:
    state, who = PRESENT[kind]
    hands = reach(state)
    answer = hands.give(who, kind, bodies(hands)[kind], position=position)
    assert code in _codes(answer), answer
    for reason in answer["reasons"]:
        assert "{" not in reason["says"]["zh"] + reason["says"]["en"]
        assert "-" not in reason["says"]["zh"], "every figure of the sentence was given"
    hands.must(who, kind, bodies(hands)[kind])


def test_the_last_approver_stands_within_five_metres_and_his_absence_is_an_alarm() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    permit = journeys.state(hands)
    critical = [*law.template("hot").get("critical", ()), *(m.id for m in permit.measures if m.critical)]
    body = {"confirmed": critical, "opinion": "同意", "signature": journeys.STROKES}
    hands.must("zhao", "sign_stage", {**body, "stage": "area"}, position=None)
    for position, code in (
        (None, "position_missing"),
        ({**AT_POINT, "accuracy_m": 5.1}, "position_too_vague"),
        ({"lat": LAT + 0.00004, "lon": LON, "accuracy_m": 3.0}, "position_too_vague"),
        ({"lat": LAT + 0.0002, "lon": LON, "accuracy_m": 3.0}, "not_on_site"),
    ):
        answer = hands.give("zheng", "sign_stage", {**body, "stage": "safety"}, position=position)
        assert code in _codes(answer), (position, answer)
    with tenant.company(hands.plant.company):
        raised = [
            e.data for e in events(hands.plant.company, "permit", hands.permit) if e.type == "AlarmRaised"
        ]
    assert "30" in {a.get("code") for a in raised}
    assert journeys.state(hands).state == "submitted"


def test_a_point_without_coordinates_proves_nobody_present() -> None:
    hands = reach("issued")
    with tenant.company(hands.plant.company):
        WorkPoint.objects.filter(id=hands.plant.point).update(lat=None, lon=None)
    assert "position_missing" in _codes(hands.give("li", "check_in"))


def test_the_code_of_another_point_or_permit_does_not_start() -> None:
    hands = reach("issued")
    with tenant.company(hands.plant.company):
        other = WorkPoint.objects.get(id=hands.plant.other_point).qr_token
    for scan in (other, "0" * 24, str(hands.permit), "'; DROP TABLE permits_permit; --"):
        answer = hands.give("li", "start", {"scan": scan, "held_ms": 1800})
        assert "scan_wrong_permit" in _codes(answer), scan
    assert "hold_too_short" in _codes(hands.give("li", "start", {"scan": other, "held_ms": 1499}))
    assert "scan_missing" in _codes(hands.give("li", "start", {"held_ms": 1800}))
    assert journeys.state(hands).state == "issued"
