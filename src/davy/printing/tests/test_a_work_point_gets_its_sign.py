"""Signs to hang at work points: one page each, found by point and by area."""

import subprocess
from pathlib import Path

import pytest

from davy.accounts.models import Account
from davy.building.plant import Plant, small_plant
from davy.ids import uuid7
from tests.plant import Browser

pytestmark = pytest.mark.django_db


def _words(plant: Plant, query: str, folder: Path) -> str:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people["li"].account))
    answer = browser.get(f"/api/v1/points/signs.pdf{query}")
    assert answer.status_code == 200, answer.content
    path = folder / "signs.pdf"
    path.write_bytes(answer.content)
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True).stdout


def test_one_sign_and_all_signs_of_an_area(tmp_path: Path) -> None:
    plant = small_plant()
    one = _words(plant, f"?point_id={plant.point}", tmp_path)
    assert "V-101 泵基础" in one
    assert "V-102 储罐" not in one
    every = _words(plant, f"?area_id={plant.area}", tmp_path)
    assert every.count("甲醇罐区") == 2
    assert "看到危险就叫停" in every


def test_no_sign_without_a_point() -> None:
    plant = small_plant()
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people["li"].account))
    assert browser.get(f"/api/v1/points/signs.pdf?point_id={uuid7()}").status_code == 404
