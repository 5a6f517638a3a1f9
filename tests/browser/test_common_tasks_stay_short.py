"""The common tasks cost no more taps, words and photos than docs/explanation/common-tasks.md says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.common_tasks import Cost, Day
from tests.browser.town import Town

pytestmark = pytest.mark.browser

TOLD = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "common-tasks.md"
ROW = re.compile(r"^\| ([a-z ]+) \| [^|]+ \| (\d+) \| (\d+) \| (\d+) \|", re.MULTILINE)


def test_no_task_has_grown(town: Town) -> None:
    rows = ROW.findall(TOLD.read_text(encoding="utf-8"))
    found: list[Cost] = Day(town).go()
    assert {cost.task: (cost.taps, cost.typed, cost.photos) for cost in found} == {
        task: (int(taps), int(typed), int(photos)) for task, taps, typed, photos in rows
    }
