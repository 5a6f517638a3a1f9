"""Fixtures of the station's tests. Imports nothing of Django before pytest has set it up."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from davy.sensing.tests.field import Field


@pytest.fixture
def field(tmp_path: Path, committed_db: str) -> "Iterator[Field]":
    """The centre, with its broker; nothing runs yet."""
    from davy.sensing.tests.field import running

    with running(tmp_path / "centre", committed_db) as found:
        yield found
