"""Fixtures that the tests of several apps share. Imports nothing of Django before pytest has set it up."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.plant import Plant


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


@pytest.fixture(autouse=True)
def _own_umask() -> Iterator[None]:
    """A command closes its process's files to others: in a process of tests the next one would keep that."""
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)
