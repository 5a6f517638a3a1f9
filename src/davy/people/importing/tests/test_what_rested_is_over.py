"""An import that nobody touched for a month is swept: it can be neither entered nor taken back, and says
so."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from davy import clock
from davy.db import tenant
from davy.people.importing.tests.workbooks import PEOPLE, carry_on, identity, send, workbook
from davy.people.models import Import, Person
from davy.people.tasks import sweep_company
from tests.plant import Plant, said


@pytest.fixture(autouse=True)
def own_place(settings: Any, tmp_path: Path) -> None:
    """A data directory of this test."""
    settings.DATA = tmp_path


@pytest.mark.parametrize(("rested", "press", "people"), [("apply", "undo", 1), ("", "apply", 0)])
def test_a_month_later_it_is_over(plant: Plant, rested: str, press: str, people: int) -> None:
    qian, company = plant.browser("qian"), plant.company.id
    one = send(qian, workbook(人员=[PEOPLE, ["H0100", "陈电", identity(8), "", "电工", ""]]))
    carry_on(qian, company, one)
    if rested:
        carry_on(qian, company, one, rested)
    with tenant.company(company):
        Import.objects.filter(id=one).update(moved_at=clock.now() - timedelta(days=31))
    sweep_company(company)
    answer = qian.send("POST", f"/api/v1/people/imports/{one}/{press}")
    assert (answer.status_code, said(answer)["code"]) == (409, "import_swept")
    with tenant.company(company):
        assert Person.objects.filter(hr_code="H0100").count() == people
