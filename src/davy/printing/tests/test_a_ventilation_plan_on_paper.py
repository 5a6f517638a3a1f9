"""The printed ventilation plan says how it was computed, and its code is checked on the public page."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.permits.facts import load

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _browser(plant: Plant) -> Client:
    browser = Client()
    browser.force_login(Account.objects.get(id=plant.people["zhao"].account))
    return browser


def _token(hands: Hands) -> str:
    with tenant.company(hands.plant.company):
        found = load(hands.plant.company, hands.permit)
    assert found is not None
    return str(found[1]["token"])


@pytest.fixture
def planned() -> Hands:
    """A space whose ventilation is planned, four hours having been meant."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_confined(hands)
    readings = [
        {"at": f"2026-10-01T0{n}:00:00.000Z", "value": v}
        for n, v in enumerate(("200", "119.3", "71.2", "42.4", "25.3"))
    ]
    flow = {"value": "620", "unit": "m3/h"}
    history = {"substance": "hydrogen_sulfide", "unit": "mg/m3", "flow": flow, "readings": readings}
    sulfide = {"substance": "hydrogen_sulfide", "value": {"value": "200", "unit": "mg/m3"}}
    body = {
        **journeys.AIR, "volume_m3": "120", "flow": flow, "duct": "to_bottom", "work": "inspection",
        "residues": [*journeys.AIR["residues"], sulfide], "history": history, "asked_s": 14400,
    }  # fmt: skip
    hands.must("li", "plan_ventilation", body)
    return hands


def test_the_case_of_the_brief_stands_on_paper_with_its_assumptions(planned: Hands, tmp_path: Path) -> None:
    answer = _browser(planned.plant).get(f"/api/v1/permits/{planned.permit}/ventilation.pdf")
    assert answer.status_code == 200
    path = tmp_path / "plan.pdf"
    path.write_bytes(answer.content)
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True)
    words = "".join(told.stdout.split())
    plan = journeys.state(planned).ventilation
    assert plan is not None
    for said in (
        "受限空间通风方案", "最短通风时间5.8小时", "申请通风4小时，不够", "120m³", "620m³/h",
        "硫化氢", "甲醇", "GBZ2.1-2019MAC", "历史衰减", "R²=", "ACGIH", "K=", plan.code,
    ):  # fmt: skip
        assert "".join(said.split()) in words, said


def test_without_a_plan_there_is_no_paper() -> None:
    hands = Hands(small_plant(simulated=True), at=MORNING)
    journeys.draft_confined(hands)
    assert _browser(hands.plant).get(f"/api/v1/permits/{hands.permit}/ventilation.pdf").status_code == 404


def test_whoever_scans_the_paper_is_told_whether_it_is_the_current_version(planned: Hands) -> None:
    first = journeys.state(planned).ventilation
    assert first is not None
    page = f"/c/{_token(planned)}"
    assert "是现行版本" in Client().get(page, {"plan": first.code.lower()}).content.decode()
    planned.must("li", "plan_ventilation", journeys.AIR)
    told = Client().get(page, {"plan": first.code}).content.decode()
    assert "不是现行版本" in told
    assert "现行版本" not in Client().get(page).content.decode()
