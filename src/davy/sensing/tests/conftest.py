"""Fixtures of the sensing tests. Imports nothing of Django before pytest has set it up."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from davy.sensing.tests.field import Field

NOON = datetime(2026, 11, 16, 4, tzinfo=UTC)


@pytest.fixture
def time() -> Iterator[time_machine.Traveller]:
    """A Monday's noon in Shanghai that stands still until the test moves it."""
    with time_machine.travel(NOON, tick=False) as found:
        yield found


@pytest.fixture
def field(tmp_path: Path, committed_db: str) -> "Iterator[Field]":
    """A plant with its broker; nothing runs yet."""
    from davy.sensing.tests.field import running

    with running(tmp_path, committed_db) as found:
        yield found
