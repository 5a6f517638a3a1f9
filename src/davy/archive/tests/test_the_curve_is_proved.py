"""The readings of the instruments that served a permit are in its bundle, held against the seals of their
hours by a stranger; what is not in it is said."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from davy.archive import readings
from davy.archive.tests.metering import Metered
from davy.archive.tests.taken import ask, bundle, files, key, zipped
from davy.building import journeys
from davy.building.hands import Hands
from davy_verify.checks import check
from davy_verify.finding import BROKEN, OPEN, PROVEN, Finding
from davy_verify.words import said
from tests.postgres import TestServer

Step = Callable[[timedelta], None]


def _metered(step_clock: Step) -> Metered:
    """A detector that told its values every ten seconds, from ten minutes before it was bound, for 80
    minutes; an hour later the hours are over and sealed."""
    found = Metered(step_clock)
    begin = found.begun - timedelta(minutes=10)
    found.tells([(begin + timedelta(seconds=10 * n), f"{n % 7}.5") for n in range(480)])
    found.wait(timedelta(minutes=70))
    found.release()
    found.wait(timedelta(minutes=60))
    assert found.seal() >= 2
    return found


@pytest.fixture
def metered(db: None, step_clock: Step) -> Metered:
    """The same, where nothing is committed."""
    del db
    return _metered(step_clock)


def _told(made: bytes, metered: Metered, tmp_path: Path) -> dict[str, Finding]:
    path = tmp_path / "b.zip"
    path.write_bytes(made)
    found = check(path, key(metered.plant))
    assert all(said(one, language) for one in found for language in ("zh", "en"))
    return {one.code: one for one in found if one.code.startswith(("readings", "file", "no_"))}


def _names(made: bytes) -> list[str]:
    return sorted(name for name in files(made) if name.startswith("readings/"))


def test_every_reading_of_the_hours_of_service_is_proved(metered: Metered, tmp_path: Path) -> None:
    made = bundle(metered.hands)
    told = _told(made, metered, tmp_path)
    assert {code: one.level for code, one in told.items() if one.level in {OPEN, BROKEN}} == {}
    whole = told["readings_whole"]
    assert (whole.level, whole.about["serial"], whole.about["count"]) == (PROVEN, "SN-1", 480)
    lines = [json.loads(line) for name in _names(made) for line in files(made)[name].splitlines()]
    assert [line["channels"]["lel"] for line in lines] == [f"{n % 7}.5" for n in range(480)]
    assert lines[0]["taken_at"] < metered.begun.isoformat()  # the whole of its first hour


def test_what_somebody_changed_in_the_database_is_not_hidden(metered: Metered, tmp_path: Path) -> None:
    late = metered.begun + timedelta(minutes=3, seconds=1)
    metered.tells([(late, "60.0")], first=100)  # behind a number that was sealed
    told = _told(bundle(metered.hands), metered, tmp_path)
    assert told["readings_false"].level == BROKEN
    assert "readings_whole" not in told


def test_late_readings_are_sealed_apart_and_told(metered: Metered, tmp_path: Path) -> None:
    late = metered.begun + timedelta(minutes=3, seconds=1)
    metered.tells([(late, "60.0")], first=9000)
    assert metered.seal() == 1
    made = bundle(metered.hands)
    told = _told(made, metered, tmp_path)
    assert told["readings_whole"].about["count"] == 481
    assert told["readings_late"].about["count"] == 1


def test_no_byte_of_them_can_be_changed(metered: Metered, tmp_path: Path) -> None:
    made = files(bundle(metered.hands))
    for name in [name for name in made if name.startswith("readings/")]:
        for at in (0, len(made[name]) // 2, len(made[name]) - 1):
            changed = made[name][:at] + bytes([made[name][at] ^ 1]) + made[name][at + 1 :]
            told = _told(zipped({**made, name: changed}), metered, tmp_path)
            assert told["file_changed"].level == BROKEN


@pytest.mark.django_db
def test_an_hour_that_is_not_sealed_yet_is_told(step_clock: Step, tmp_path: Path) -> None:
    metered = Metered(step_clock)
    metered.tells([(metered.begun + timedelta(seconds=10 * n), "0.5") for n in range(60)])
    metered.wait(timedelta(minutes=15))
    made = bundle(metered.hands)
    told = _told(made, metered, tmp_path)
    assert told["readings_not_yet"].level == OPEN
    assert not _names(made)


@pytest.mark.django_db
def test_hours_in_which_it_told_nothing_are_told(step_clock: Step, tmp_path: Path) -> None:
    metered = Metered(step_clock)
    metered.wait(timedelta(hours=3))
    metered.release()
    metered.wait(timedelta(hours=2))
    told = _told(bundle(metered.hands), metered, tmp_path)
    assert told["readings_none"].level == OPEN


def test_a_large_bundle_goes_without_and_says_so(
    metered: Metered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings, "MOST", 479)
    journeys.draft_hot(Hands(metered.plant))
    answer = ask(metered.plant, "evidence/bundle.zip")
    made = b"".join(answer.streaming_content)
    left = _told(made, metered, tmp_path)["readings_left_out"]
    assert (left.level, left.about["count"], _names(made)) == (OPEN, 480, [])


def test_readings_past_their_period_are_told(
    committed_db: str, step_clock: Step, test_server: TestServer, tmp_path: Path
) -> None:
    metered = _metered(step_clock)
    metered.wait(timedelta(days=40))
    with psycopg.connect(test_server.dsn("postgres", committed_db), autocommit=True) as owner:
        owner.execute("DROP TABLE readings_day_20261123")  # as the night does, by the owner's function
    made = bundle(metered.hands)
    past = _told(made, metered, tmp_path)["readings_past"]
    assert (past.level, past.about["count"], _names(made)) == (OPEN, 480, [])
