"""Two of three fixed detectors of one permit over the figure: it is told once, by whomever of them, and it is
over when they say so together, or when too few are left. Each of them alone stops the work all the same."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine

from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import rows, tenant
from davy.sensing import spaces
from davy.sensing.tests.detector import Detector
from davy.sensing.tests.watching import MORNING, causes, episodes, live, release

pytestmark = pytest.mark.django_db
VOTE = "EpisodeOpened lel_vote"


class Place:
    """Live hot work with three fixed detectors."""

    def __init__(self, time: time_machine.Traveller) -> None:
        self.time = time
        self.plant: Plant = small_plant("hh", "hh.davy.test", simulated=True)
        self.hands: Hands = live(self.plant)
        first = Detector(self.plant, self.hands, serial="F-1", kind="fixed_gas")
        more = [
            Detector(self.plant, self.hands, serial=f"F-{n}", kind="fixed_gas", beside=first) for n in (2, 3)
        ]
        self.three = [first, *more]

    def pass_by(self, seconds: float, *lel: str | None) -> list[str]:
        """Each tells its figure (None: nothing), the spaces are looked at; what the permit was told."""
        self.time.shift(seconds)
        for detector, value in zip(self.three, lel, strict=True):
            if value is not None:
                detector.tells(value)
        spaces.look_at_all()
        return [told for told in episodes(self.hands) if "lel_vote" in told]


@pytest.fixture
def place(settings: Any, tmp_path: Path) -> Iterator[Place]:
    settings.DATA = tmp_path
    with time_machine.travel(MORNING, tick=False) as time:
        yield Place(time)


def test_one_alone_is_no_vote_and_stops_the_work_all_the_same(place: Place) -> None:
    assert place.pass_by(1, "11", "0.4", "0.4") == []
    assert causes(place.hands) == ("paused", ["gas"])


def test_two_are_told_once_by_whomever_of_them_and_over_once(place: Place) -> None:
    assert place.pass_by(1, "11", "12", "0.4") == [VOTE]
    assert place.pass_by(2, "12", "11", "0.4") == [VOTE]
    assert place.pass_by(2, "0.4", "13", "14") == [VOTE]
    assert place.pass_by(2, "0.4", "0.4", "0.4") == [VOTE]
    told = place.pass_by(61, "0.4", "0.4", "0.4")
    assert told == [VOTE, "EpisodeClosed lel_vote"]
    assert causes(place.hands)[0] == "paused"


def test_silence_votes_for_the_worse_and_never_ends_it(place: Place) -> None:
    place.pass_by(1, "0.4", "0.4", "0.4")
    assert place.pass_by(32, "11", "0.4", None) == [VOTE]
    assert place.pass_by(400, None, None, None) == [VOTE]


def test_what_was_looked_at_by_one_worker_is_gone_on_with_by_another(place: Place) -> None:
    place.pass_by(1, "11", "12", "0.4")
    with tenant.company(place.plant.company):
        kept = rows.many("SELECT space, tracks FROM sensing_space", ())
    assert [row["space"] for row in kept] == [f"vote/{place.hands.permit}"]


def test_with_one_taken_away_too_few_are_left_and_the_reason_is_told(place: Place) -> None:
    place.pass_by(1, "11", "12", "0.4")
    release(place.hands, place.three[2].id)
    told = place.pass_by(2, "11", "12", None)
    assert told == [VOTE, "EpisodeClosed lel_vote"]
    assert causes(place.hands)[0] == "paused"
    with tenant.company(place.plant.company):
        assert rows.many("SELECT space FROM sensing_space", ()) == []
