"""Two companies of one park. Imports nothing of Django before pytest has set it up."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from davy.park.tests.neighbours import Two

MONDAY = datetime(2026, 11, 16, 0, 30, tzinfo=UTC)  # 08:30 in Shanghai


@pytest.fixture
def two(committed_db: str) -> Iterator["Two"]:
    """华海 and 东港, each with 吴焊工 of a contractor in its register."""
    from davy.park.tests.neighbours import two_companies

    with time_machine.travel(MONDAY, tick=False) as time, two_companies(time) as found:
        yield found
