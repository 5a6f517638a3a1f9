"""What the screens read of paper, in the shapes that the interface promises."""

from __future__ import annotations

import json
import subprocess
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building.papering import Papering
from davy.building.plant import Plant, small_plant
from davy.outages.shapes import OutageWords, PaperOut, SheetFound

pytestmark = pytest.mark.django_db


def _browser(plant: Plant, who: str) -> Client:
    browser = Client()
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _get(plant: Plant, who: str, path: str, status: int = 200) -> Any:
    answer = _browser(plant, who).get(f"/api/v1{path}")
    assert answer.status_code == status, answer.content
    return json.loads(answer.content)


@pytest.fixture
def paper() -> Papering:
    return Papering(small_plant())


def test_before_anything_each_reader_sees_what_he_may_begin(paper: Papering) -> None:
    for who, may in (("zheng", ["declare_outage", "print_block"]), ("feng", ["declare_outage"]), ("li", [])):
        found = _get(paper.plant, who, "/outages")
        PaperOut.model_validate(found)
        assert (found["may"], found["outages"], found["blocks"]) == (may, [], [])
    OutageWords.model_validate(_get(paper.plant, "li", "/outages/words"))


def test_the_account_names_every_gap_and_who_holds_it(paper: Papering) -> None:
    paper.printed().declared(since=timedelta(hours=1)).ended()
    paper.register()
    found = _get(paper.plant, "li", "/outages")
    PaperOut.model_validate(found)
    outage, block = found["outages"][0], found["blocks"][0]
    assert [(g["serial"], g["holder"]["name"]) for g in outage["gaps"]] == [
        (paper.serial(1), "李工"),
        (paper.serial(2), "李工"),
    ]
    assert outage["due_at"] is not None
    assert (block["gaps"], block["live"], block["commands"]) == (2, 1, ["hand_over_block"])
    assert block["sheets"][0]["used"]["point"]["name"] == "V-101 泵基础"
    assert block["sheets"][0]["commands"] == ["fill_in_sheet"]
    assert "account_unused" in block["sheets"][1]["commands"]
    assert _get(paper.plant, "sun", "/outages")["blocks"][0]["sheets"][1]["commands"] == ["register_sheet"]


def test_a_sheet_is_found_by_its_serial_however_it_is_typed(paper: Papering) -> None:
    paper.printed()
    serial = paper.serial()
    for told in (serial, serial.replace("-", ""), serial[3:].replace("-", " ")):
        found = _get(paper.plant, "sun", f"/outages/sheets/{told}")
        SheetFound.model_validate(found)
        assert found["sheet"]["serial"] == serial
    slipped = serial[:-1] + str((int(serial[-1]) + 1) % 10)
    assert _get(paper.plant, "sun", f"/outages/sheets/{slipped}", 404)["code"] == "serial_mistyped"
    assert _get(paper.plant, "sun", "/outages/sheets/TP-000999-33", 404)["code"] in {
        "serial_mistyped",
        "serial_unknown",
    }


def test_a_block_is_printed_in_chinese_with_a_serial_on_every_page(paper: Papering, tmp_path: Path) -> None:
    paper.printed(count=2)
    path = f"/api/v1/blocks/{paper.block}/sheets.pdf"
    text = _read(paper, tmp_path / "block.pdf")
    pages = [page for page in text.split("\f") if page.strip()]
    assert len(pages) in {2, 4}
    half = len(pages) // 2
    for n, page in enumerate(pages):
        assert paper.serial(n // half) in page
        assert paper.serial(1 - n // half) not in page
        assert "仅限停机模式使用" in page
    for wanted in ("动火作业", "gb30871-2022/hot", "气体分析", "作业负责人", "电焊", "甲醇罐区"):
        assert wanted in text.replace(" ", ""), wanted
    assert _browser(paper.plant, "li").get(path).status_code == 403


def test_sheets_that_are_fetched_again_say_that_there_may_be_two(paper: Papering, tmp_path: Path) -> None:
    paper.printed(count=2)
    assert "次打印" not in _read(paper, tmp_path / "first.pdf")
    second = _read(paper, tmp_path / "second.pdf")
    assert second.count("第 2 次打印") == 2
    assert "一号只认一张" in second


def _read(paper: Papering, file: Path) -> str:
    """The text of the block as 郑安全 fetches it."""
    answer = _browser(paper.plant, "zheng").get(f"/api/v1/blocks/{paper.block}/sheets.pdf")
    assert answer.status_code == 200, answer.content
    file.write_bytes(answer.content)
    return subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True, text=True
    ).stdout
