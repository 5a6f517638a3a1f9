"""A print is recorded with a number; its code carries the number, and a number is fetched only while the
permit is as it was printed."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import photo, small_plant
from davy_core.instants import iso
from tests.plant import Browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    made = Hands(small_plant())
    journeys.draft_hot(made)
    journeys.get_to_work(made)
    return made


def _get(hands: Hands, path: str) -> Any:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=hands.plant.people["qian"].account))
    return browser.get(f"/api/v1/permits/{hands.permit}/{path}")


def _words(answer: Any, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(answer.content)
    told = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s", "", told.stdout)


def test_a_printed_sheet_shows_its_number(hands: Hands, tmp_path: Path) -> None:
    hands.must("qian", "print_sheet", {"purpose": "form"})
    answer = _get(hands, "form.pdf?sheet=1")
    assert answer.status_code == 200
    assert "第1张" in _words(answer, tmp_path)
    assert answer["Content-Disposition"].endswith('-1.pdf"')


def test_without_a_number_it_is_a_copy_for_reading(hands: Hands, tmp_path: Path) -> None:
    assert "查看件不得带到现场" in _words(_get(hands, "form.pdf"), tmp_path)


def test_who_printed_what_is_told_with_how_it_stands(hands: Hands) -> None:
    hands.must("qian", "print_sheet", {"purpose": "form"})
    hands.must("feng", "print_sheet", {"purpose": "form"})
    second, first = _get(hands, "sheets").json()
    assert (first["sheet"], first["by"]["name"], first["verdict"], first["replaced_by"]) == (
        1,
        "钱焊工",
        "worthless",
        2,
    )
    assert (second["sheet"], second["by"]["name"], second["verdict"]) == (2, "冯班长", "present")


def test_a_number_is_not_given_to_what_the_permit_became(hands: Hands) -> None:
    hands.must("qian", "print_sheet", {"purpose": "form"})
    journeys.gas_round(hands)
    answer = _get(hands, "form.pdf?sheet=1")
    assert answer.status_code == 409
    assert answer.json()["code"] == "sheet_not_present"
    assert _get(hands, "form.pdf?sheet=2").status_code == 404


def test_a_record_sheet_has_lines_to_fill_and_permits_nothing(hands: Hands, tmp_path: Path) -> None:
    hands.must("li", "print_sheet", {"purpose": "fill"})
    answer = _get(hands, "form.pdf?sheet=1")
    words = _words(answer, tmp_path)
    for said in ("纸质记录单", "第1张", "分析人签名", "不能凭它开工", "V-101泵基础", "李工"):
        assert said in words, said
    told = subprocess.run(["pdfinfo", tmp_path / "sheet.pdf"], capture_output=True, check=True, text=True)
    assert re.search(r"^Pages:\s+1$", told.stdout, re.MULTILINE)


def test_what_was_entered_from_it_is_told_with_both_times(hands: Hands, tmp_path: Path) -> None:
    hands.must("li", "print_sheet", {"purpose": "fill"})
    line = {
        "sheet": 1, "what": "stop", "wrote": hands.plant.person("wang"), "text": "法兰渗漏",
        "written_at": iso(clock.now()), "photos": [photo(hands.plant.company, "纸")],
    }  # fmt: skip
    hands.must("chu", "capture_entry", line)
    assert journeys.state(hands).state == "paused"
    (found,) = _get(hands, "paper-entries").json()
    assert (found["wrote"]["name"], found["by"]["name"], found["text"], found["bad"]) == (
        "王班",
        "褚中控",
        "法兰渗漏",
        True,
    )
    assert "纸质补录1条" in _words(_get(hands, "form.pdf"), tmp_path)
