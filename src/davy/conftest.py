"""Fixtures that the tests of several apps share. Imports nothing of Django before pytest has set it up."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plant import Plant


@pytest.fixture
def step_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[timedelta], None]:
    """Sets how far Davy's clock runs ahead of the machine's, for all processes of the test."""
    offset = tmp_path / "clock-offset"
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))

    def step(ahead: timedelta) -> None:
        offset.write_text(str(ahead.total_seconds()), encoding="ascii")

    return step


@pytest.fixture
def plant(db: None) -> "Plant":
    """The plant of 李工, 王班 and 赵主任."""
    from tests import plant as plants

    return plants.build("hh.davy.test", "hh", plants.STAFF)


@pytest.fixture
def neighbour(db: None) -> "Plant":
    """The plant of the stranger 孙某."""
    from tests import plant as plants

    return plants.build("nn.davy.test", "nn", plants.STRANGERS)
