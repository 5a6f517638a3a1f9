"""Alarms are tried with the duties of `bells`; afterwards nobody has any again."""

from collections.abc import Iterator

import pytest

from davy.alarms import duties


@pytest.fixture(autouse=True)
def _duties_of_the_bells() -> Iterator[None]:
    from davy.alarms.tests import bells

    before = list(duties._asked)
    bells.provide()
    yield
    duties._asked[:] = before
