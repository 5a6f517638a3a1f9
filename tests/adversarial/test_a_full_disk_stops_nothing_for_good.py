"""The disk of a whole installation fills up while readings come and air goes bad: broker and database write
nothing more. With room again all is stored once and in order, with one pause, and nobody lends a hand."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial

import pytest

from tests.adversarial.standing import LISTS, Load, Standing, Work, standing, when

pytestmark = pytest.mark.kill

MEGABYTES = 400
FULL_S = 12.0
BAD = "9.2"  # %LEL: above what the permit of a line that held methanol allows (0.5 % vol)


@pytest.fixture
def davy(django_db_blocker: pytest.FixtureRequest) -> Iterator[Standing]:
    with django_db_blocker.unblock(), standing(MEGABYTES) as made:  # type: ignore[attr-defined]  # pytest-django's own
        yield made


def _all_stored(work: Work) -> bool:
    return sum(map(len, work.readings().values())) >= work.told * (LISTS + 1)


def _opened(work: Work) -> list[str]:
    return [e["rule"] for e in work.happened("EpisodeOpened") if e.get("pause") == "gas"]


def test_everything_is_stored_when_there_is_room_again(davy: Standing) -> None:
    work = davy.work("full")
    assert davy.disk is not None
    with Load([work]):
        when(work.readings, about=work)
        davy.disk.fill()
        time.sleep(FULL_S / 2)
        work.lel = BAD
        time.sleep(FULL_S / 2)
        taken = work.acked
        time.sleep(3)
        assert work.acked == taken, "acknowledged on a full disk"
        davy.disk.empty()
        when(partial(_opened, work), about=work)
    when(partial(_all_stored, work), about=work)
    for numbers in work.readings().values():
        assert numbers == list(range(1, work.told + 1))
    assert work.aside() == []
    assert _opened(work) == ["permit_limit.lel"]
    assert [e["cause"] for e in work.happened("WorkPaused")].count("gas") == 1
