"""Installations of their own for tests that start and kill them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def installation() -> Iterator[Path]:
    """A data directory that a service user can reach, short enough for a socket path."""
    directory = Path(tempfile.mkdtemp(prefix="davy-", dir="/tmp"))
    directory.chmod(0o711)
    yield directory
    shutil.rmtree(directory)


@pytest.fixture
def environment(installation: Path) -> dict[str, str]:
    """The environment of a fresh installation: nothing of the test run's own database."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("DAVY_", "DJANGO_"))}
    root = Path(__file__).parents[4]
    return {
        **ours,
        "DAVY_DATA": str(installation),
        "DAVY_ENV": "test",
        "PYTHONPATH": f"{root / 'src'}:{root}",
    }
