"""郑安全 records what a firm did wrong and what it costs; 周队 answers; a wrong one is withdrawn."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from davy.contractors import tasks
from davy.contractors.tests.firm_office import give_login, hire, officer, other_firm
from davy.db import tenant
from davy.notify.models import InboxRow
from davy.people.models import Person
from tests.plant import Browser, Plant, said

PATH = "/api/v1/contractors/violations"


@pytest.fixture
def zhou(plant: Plant, settings: Any, tmp_path: Path) -> Browser:
    """The login of 周队."""
    settings.DATA = tmp_path
    give_login(plant, hire(plant, "周队", "F0001"))
    return officer(plant)


def record(plant: Plant, firm: Any = None, **more: Any) -> Any:
    told = {"firm_id": str(firm or plant.firm_id), "happened_on": plant.company.today().isoformat()}
    body = {**told, "what": "高处作业不系安全带", "clause": "安全管理协议 5.2", "amount": "500.00", **more}
    return plant.browser("he").send("POST", PATH, body)


def listed(plant: Plant) -> dict[str, Any]:
    return dict(said(plant.browser("he").get(f"/api/v1/contractors/{plant.firm_id}/violations")))


def test_it_costs_until_it_is_withdrawn_with_the_reason(plant: Plant, zhou: Browser) -> None:
    made, _ = said(record(plant)), record(plant, amount="300.5")
    told = listed(plant)
    assert (told["this_year"], Decimal(told["cost"])) == (2, Decimal("800.50"))
    path = f"{PATH}/{made['id']}/withdraw"
    assert plant.browser("he").send("POST", path, {"why": ""}).status_code == 422
    assert said(plant.browser("he").send("POST", path, {"why": "看错人了"}))["withdrawn_by"]
    told = listed(plant)
    assert (told["this_year"], Decimal(told["cost"]), len(told["items"])) == (1, Decimal("300.50"), 2)
    own = said(zhou.get("/api/v1/own-firm/violations"))
    assert {one["withdrawn_why"] for one in own} == {"", "看错人了"}
    assert "by" not in own[0]


def test_the_firm_answers_once_and_to_its_own_alone(plant: Plant, zhou: Browser) -> None:
    made, foreign = said(record(plant)), said(record(plant, other_firm(plant).id))
    path = "/api/v1/own-firm/violations/{}/answer"
    body = {"answer": "当时在系挂点转移，有照片"}
    assert said(zhou.send("POST", path.format(made["id"]), body))["answer"] == body["answer"]
    assert said(zhou.send("POST", path.format(made["id"]), body))["code"] == "violation_answered"
    assert zhou.send("POST", path.format(foreign["id"]), body).status_code == 404
    assert len(said(zhou.get("/api/v1/own-firm/violations"))) == 1
    [row] = listed(plant)["items"]
    assert (row["answer"], row["answered_by"]) == (body["answer"], "周队")


def test_the_firm_is_told_of_it_and_the_plant_of_the_answer(plant: Plant, zhou: Browser) -> None:
    made, company = said(record(plant)), str(plant.company.id)
    zhou.send("POST", f"/api/v1/own-firm/violations/{made['id']}/answer", {"answer": "不是我们的人"})
    for _ in range(2):
        tasks.violated(company=company, violation=made["id"])
        tasks.answered(company=company, violation=made["id"])
    assert ["违章记录" in one["title_zh"] for one in said(zhou.get("/api/v1/own-firm/notices"))] == [True]
    with tenant.company(plant.company.id):
        [row] = InboxRow.objects.filter(kind="contractors.answered")
        assert Person.objects.get(id=row.person_id) == plant.people["he"]
        assert row.title_zh == "违章申辩：不是我们的人"


def test_what_cannot_be_is_refused(plant: Plant, zhou: Browser) -> None:
    assert zhou.send("POST", PATH, {}).status_code == 403
    assert record(plant, amount="-1").status_code == 422
    assert said(record(plant, happened_on="2099-01-01"))["code"] == "ledger_dates"
    assert said(record(plant, photo="0" * 64))["code"] == "attachment_unknown"
    assert said(record(plant, permit_id=str(plant.area_id)))["code"] == "reference_unknown"


def test_the_list_is_taken_away_as_a_sheet(plant: Plant, zhou: Browser) -> None:
    record(plant, what="=1+1 无票动火")
    answer = plant.browser("he").get(f"/api/v1/contractors/{plant.firm_id}/violations.xlsx")
    book = load_workbook(io.BytesIO(answer.getvalue()))
    lines = list(book.worksheets[0].iter_rows(values_only=True))
    assert any("无票动火" in str(cell) for cell in lines[-1])
    assert any(str(cell) == "500.00" for cell in lines[-1])
    assert zhou.get(f"/api/v1/contractors/{plant.firm_id}/violations.xlsx").status_code == 403
