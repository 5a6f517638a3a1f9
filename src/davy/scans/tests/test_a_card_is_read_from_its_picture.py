"""A picture of a card becomes proposals for the form, by the real engine; nothing is entered by it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageFilter

from bench.drawn import SPOILS, draw, jpeg
from davy.db import tenant
from davy.people.models import Certificate
from davy.scans import engine
from davy.scans.tests.sending import read, upload
from tests.plant import Browser, Plant, said


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def qian(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """钱敏, who keeps the registers; her machine may be slow."""
    monkeypatch.setattr(engine, "PATIENCE", 120.0)
    return plant.browser("qian")


def test_a_card_proposes_its_fields_each_with_a_cutting_and_enters_nothing(
    plant: Plant, qian: Browser
) -> None:
    drawn = draw("special_operation", 1)
    found = said(read(qian, upload(qian, jpeg(SPOILS["turned 180"](drawn.picture)))))
    assert (found["document"], found["advice"]) == ("special_operation", [])
    told = {one["name"]: one for one in found["fields"]}
    assert {name: told[name]["value"] for name in drawn.truth} == drawn.truth
    assert all(told[name]["cutting"].startswith("data:image/jpeg;base64,") for name in drawn.truth)
    with tenant.company(plant.company.id):
        assert not Certificate.objects.exists()


def test_a_card_of_somebody_else_is_told(qian: Browser) -> None:
    drawn = draw("special_operation", 1)
    body = {"name": "别人", "hr_code": "H0900", "id_number": "11010519491231002X"}
    person = said(qian.send("POST", "/api/v1/people", body))["id"]
    found = said(read(qian, upload(qian, jpeg(drawn.picture)), person_id=person))
    doubts = {one["name"]: one["doubts"] for one in found["fields"]}
    assert doubts["holder_name"] == ["other_person"]
    assert doubts["number"] == ["other_number"]


def test_a_card_of_the_chosen_person_is_his(qian: Browser) -> None:
    drawn = draw("special_operation", 1)
    body = {"name": drawn.truth["holder_name"], "hr_code": "H0901", "id_number": drawn.truth["number"][1:]}
    person = said(qian.send("POST", "/api/v1/people", body))["id"]
    found = said(read(qian, upload(qian, jpeg(drawn.picture)), person_id=person))
    assert {one["name"]: one["doubts"] for one in found["fields"] if one["doubts"]} == {}


def test_a_blurred_picture_is_asked_for_again(qian: Browser) -> None:
    blurred = draw("special_operation", 1).picture.filter(ImageFilter.GaussianBlur(4))
    assert "blurred" in said(read(qian, upload(qian, jpeg(blurred)), document="special_operation"))["advice"]


def test_a_picture_of_nothing_proposes_nothing(qian: Browser) -> None:
    found = said(read(qian, upload(qian, jpeg(Image.new("RGB", (800, 600), "white")))))
    assert (found["document"], found["fields"]) == (None, [])
    assert "nothing" in found["advice"]
