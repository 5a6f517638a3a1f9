"""A version of a work plan on paper: its words, its approval, its check code; a replaced one says so."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from davy.accounts.models import Account
from davy.building.plant import small_plant
from davy.building.scheming import SECTIONS, Scheming
from davy.ids import uuid7
from tests.plant import Browser

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
REPLACED = "不得按它作业"


def _words(browser: Browser, path: str, tmp_path: Path) -> str:
    answer = browser.get(f"/api/v1/schemes/{path}.pdf")
    assert answer.status_code == 200, answer.content
    file = tmp_path / "scheme.pdf"
    file.write_bytes(answer.content)
    told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True, text=True).stdout
    return "".join(told.split())


def test_sections_approval_and_code_stand_on_it(tmp_path: Path) -> None:
    scheming = Scheming(small_plant(simulated=True), at=MORNING).draft().submit().approve()
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=scheming.plant.people["li"].account))
    one = f"{scheming.scheme}/versions/1"
    told = _words(browser, one, tmp_path)
    code = browser.get(f"/api/v1/schemes/{one}").json()["code"]
    wanted = [scheming.state.number, "第1版", "吊装作业二级", "唐专业2026-11-23", "应急处置", code]
    wanted.append("".join(SECTIONS["emergency"].split()))
    assert [word for word in wanted if word not in told] == []
    assert REPLACED not in told
    scheming.must("li", "revise_scheme")
    scheming.write("people", SECTIONS["people"] + "加一人。").submit().approve()
    assert REPLACED in _words(browser, one, tmp_path)
    assert REPLACED not in _words(browser, f"{scheming.scheme}/versions/2", tmp_path)
    for lost in (f"{scheming.scheme}/versions/3", f"{uuid7()}/versions/1"):
        assert browser.get(f"/api/v1/schemes/{lost}.pdf").status_code == 404
