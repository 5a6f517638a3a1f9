"""The running Davy that browser journeys share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.browser.field import Field
    from tests.browser.sensed import Sensed
    from tests.browser.town import Town
    from tests.postgres import TestServer


@pytest.fixture
def town(
    committed_db: str, test_server: "TestServer", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator["Town"]:
    """A small plant behind a real web process, with a browser."""
    from davy.building.plant import small_plant
    from tests.browser.town import MORNING, begin_at, running

    offset = tmp_path / "clock-offset"
    # Playwright's own loop runs in this thread; Django would take it for an asynchronous caller of ours.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))
    begin_at(MORNING, offset)
    plant = small_plant(hostname="localhost", ex_zone="none")
    with running(plant, test_server.url("davy_app", committed_db), offset) as found:
        yield found


@pytest.fixture
def tank(
    committed_db: str, test_server: "TestServer", tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator["Sensed"]:
    """A confined space at work at the machine's own time, its air told by a simulator over MQTT."""
    from davy.building.plant import small_plant
    from tests.browser.sensed import sensed
    from tests.browser.town import running

    offset = tmp_path / "clock-offset"
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    monkeypatch.setenv("DAVY_CLOCK_OFFSET_FILE", str(offset))
    offset.write_text("0", encoding="ascii")
    plant = small_plant("hh", "localhost", simulated=True, ex_zone="none")
    database = test_server.url("davy_app", committed_db)
    with running(plant, database, offset) as town, sensed(town, tmp_path / "field", committed_db) as found:
        yield found


@pytest.fixture
def field(town: "Town", tmp_path: Path) -> Iterator["Field"]:
    """A guardian at work with an enrolled phone, behind a line that can be cut."""
    from tests.browser.field import at_work

    with at_work(town, tmp_path / "served") as found:
        yield found
