"""A company's own rows and its scale reach new requests, and nothing that was submitted before."""

from typing import Any

import pytest

from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from tests.plant import Browser

pytestmark = pytest.mark.django_db
ROW = {
    "kind": "poisoning", "about": "environment", "types": ["confined"], "equipment": [],
    "zh": "硫化氢报警器盲区", "en": "Out of reach of the H2S alarm",
    "controls": [{"zh": "加带一台便携仪", "en": "Carry one more meter"}],
}  # fmt: skip


def _browser(plant: Plant, who: str) -> Browser:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _safety(plant: Plant) -> Browser:
    return _browser(plant, "zheng")


def _add(plant: Plant, **over: Any) -> Any:
    return _safety(plant).send("POST", "/api/v1/jsa/rows", {**ROW, **over})


def _rows(hands: Hands) -> list[str]:
    return [h.row for h in journeys.state(hands).hazards]


def _submitted(plant: Plant, work: str = "confined") -> Hands:
    hands = Hands(plant, uuid7())
    journeys.draft_work(hands, work)
    return hands


def test_an_own_row_is_asked_of_new_requests_of_its_work_and_goes_with_its_withdrawal() -> None:
    plant = small_plant()
    before = _submitted(plant)
    made = _add(plant)
    assert made.status_code == 201, made.content
    name = f"own.{made.json()['id']}"
    with_it = _submitted(plant)
    assert name in _rows(with_it)
    assert name not in _rows(before)
    assert name not in _rows(_submitted(plant, "hot"))
    gone = _safety(plant).send("POST", f"/api/v1/jsa/rows/{made.json()['id']}/withdrawal", {})
    assert gone.json()["withdrawn"] is True
    assert name not in _rows(_submitted(plant))
    journeys.jsa(with_it, _rows(with_it))
    assert name in journeys.state(with_it).graded, "who has the row keeps it with its words and controls"
    with tenant.company(plant.company):
        assert AuditRow.objects.filter(company_id=plant.company, resource="jsa").count() == 2


def test_a_stricter_scale_grades_new_requests_and_no_old_one() -> None:
    plant = small_plant()
    old = _submitted(plant)
    chosen = _safety(plant).send("PUT", "/api/v1/jsa/scale", {"scale": "ls", "bands": {"orange": "10"}})
    assert chosen.status_code == 200, chosen.content
    told = {one["id"]: one for one in chosen.json()["scales"]}
    assert (told["ls"]["chosen"], told["lec"]["chosen"]) == (True, False)
    assert told["ls"]["bands"][1] == {"grade": "orange", "shipped": "15", "here": "10"}
    new = _submitted(plant)
    for hands in (old, new):
        journeys.jsa(hands, _rows(hands))
    assert (journeys.state(old).risk_grade, journeys.state(new).risk_grade) == ("yellow", "orange")
    assert [s.id for s in journeys.state(old).stages] == ["area"]
    assert [s.id for s in journeys.state(new).stages] == ["area", "risk_safety"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"scale": "lec", "bands": {"red": "321"}}, "risk_scale_looser"),
        ({"scale": "lec", "bands": {"orange": "60"}}, "risk_scale_looser"),
        ({"scale": "mes", "bands": {}}, "reference_unknown"),
    ],
)
def test_a_scale_is_never_loosened(body: dict[str, Any], code: str) -> None:
    plant = small_plant()
    answer = _safety(plant).send("PUT", "/api/v1/jsa/scale", body)
    assert answer.json()["code"] == code
    with tenant.company(plant.company):
        assert not AuditRow.objects.filter(company_id=plant.company, resource="jsa").exists()


@pytest.mark.parametrize("wrong", [{"kind": "flood"}, {"types": ["diving"]}, {"equipment": ["rocket"]}])
def test_a_row_names_only_what_the_rules_know(wrong: dict[str, Any]) -> None:
    assert _add(small_plant(), **wrong).json()["code"] == "reference_unknown"


def test_who_may_not_change_them_reads_them() -> None:
    plant = small_plant()
    browser = _browser(plant, "li")
    assert browser.send("POST", "/api/v1/jsa/rows", ROW).status_code == 403
    told = browser.get("/api/v1/jsa").json()
    assert (told["may_write"], told["rows"]) == (False, [])
    assert {"poisoning", "fall_height"} <= {kind["id"] for kind in told["kinds"]}
