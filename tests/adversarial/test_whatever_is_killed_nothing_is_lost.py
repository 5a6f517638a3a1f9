"""One `davy serve` under load, and each of its parts killed in turn, the supervisor too; the watch made to
sleep past its lease, the link cut, the clock stepped. Air goes bad at each: every reading is stored once and
in the order of its instrument, every breach is one episode and one pause, and nobody lends a hand."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from davy.sensing.lease import LASTS
from davy.sensing.tests.watching import causes
from tests.adversarial.standing import LISTS, Load, Standing, Work, standing, when

pytestmark = pytest.mark.kill

FULL = int(os.environ.get("DAVY_DEPTH", "100")) >= 10_000
CUT = 600.0 if FULL else 4.0  # seconds
ROUNDS = 2 if FULL else 1
BAD = "9.2"  # %LEL: above what the permit of a line that held methanol allows (0.5 % vol), below all else


def _watch(davy: Standing, _: Work) -> None:
    davy.kill("davy.sensing.loop")


def _broker(davy: Standing, _: Work) -> None:
    davy.kill("nats.conf")


def _database(davy: Standing, _: Work) -> None:
    davy.kill("data/postgres")


def _web(davy: Standing, _: Work) -> None:
    davy.kill("davy.serve.web")
    when(davy.healthy)


def _supervisor(davy: Standing, _: Work) -> None:
    davy.kill_all()


def _asleep(davy: Standing, _: Work) -> None:
    watch = davy.pid("davy.sensing.loop")
    os.kill(watch, signal.SIGSTOP)
    time.sleep(LASTS.total_seconds() + 1)
    os.kill(watch, signal.SIGCONT)


def _link(_: Standing, work: Work) -> None:
    work.link.cut()
    time.sleep(CUT)
    work.link.mend()


def _clock(davy: Standing, _: Work) -> None:
    for seconds in ("3600", "-1800", "0"):
        (davy.home / "offset").write_text(seconds, encoding="ascii")
        time.sleep(1)


FAULTS: dict[str, Callable[[Standing, Work], None]] = {
    "watch": _watch,
    "broker": _broker,
    "database": _database,
    "web": _web,
    "asleep": _asleep,
    "link": _link,
    "supervisor": _supervisor,
    "clock": _clock,  # the last: after it the clock's own alarms are about
}


@pytest.fixture
def davy(django_db_blocker: pytest.FixtureRequest) -> Iterator[Standing]:
    with django_db_blocker.unblock(), standing() as made:  # type: ignore[attr-defined]  # pytest-django's own
        yield made


def _all_stored(work: Work) -> bool:
    stored = work.readings()
    return sum(map(len, stored.values())) >= work.told * (LISTS + 1)


def _told(work: Work) -> list[str]:
    return [e["rule"] for e in work.happened("EpisodeOpened") if e.get("pause") == "gas"]


def test_each_reading_once_in_order_each_breach_one_episode_and_one_pause(davy: Standing) -> None:
    works = {f"{name}{turn}": davy.work(f"{name}{turn}") for turn in range(ROUNDS) for name in FAULTS}
    with Load(list(works.values()), pause=0.25 * ROUNDS):
        when(lambda: all(work.acked for work in works.values()))
        for name, work in works.items():
            work.lel = BAD
            FAULTS[name.rstrip("0123456789")](davy, work)
            when(partial(_told, work), about=work)
    for name, work in works.items():
        assert not work.link.waiting, name
        when(partial(_all_stored, work), about=work)
        for numbers in work.readings().values():
            assert numbers == list(range(1, work.told + 1)), name
        assert work.aside() == [], name
        assert _told(work) == ["permit_limit.lel"], name
        assert [e["cause"] for e in work.happened("WorkPaused")].count("gas") == 1, name
        assert "gas" in causes(work.hands)[1], name
