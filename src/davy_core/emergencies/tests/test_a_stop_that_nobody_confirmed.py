"""A stop that the site did not confirm is an emergency: of the area, of the site where it stops the whole
plant, and none where it is over, confirmed, or the crew's own (S8, S27; ADR 0026)."""

from __future__ import annotations

import pytest

from davy_core.emergencies.tests.plant import book, read
from davy_core.emergencies.unconfirmed import KIND, Stop, reach

STANDING = Stop(stands=True, confirmed=False, causes=frozenset())


@pytest.mark.parametrize(
    ("causes", "place"),
    [
        ("gas", "area"),
        ("stopped", "area"),
        ("person_ineligible", "area"),
        ("gas watch_gap", "area"),
        ("break requirement", "area"),
        ("watch_gap", "site"),
        ("escalation shift", "site"),
        ("break watch_gap", "site"),
        ("break", None),
        ("", "area"),
        ("never_heard_of", "area"),
    ],
)
def test_of_which_place_it_is(causes: str, place: str | None) -> None:
    stop = Stop(stands=True, confirmed=False, causes=frozenset(causes.split()))
    assert reach(stop, book()) == place


def test_what_is_over_or_confirmed_is_none() -> None:
    assert reach(Stop(stands=True, confirmed=True, causes=frozenset({"gas"})), book()) is None
    assert reach(Stop(stands=False, confirmed=False, causes=frozenset({"gas"})), book()) is None
    assert reach(STANDING, book()) == reach(None, book()) == "area"


def test_each_cause_named_is_one_and_what_is_grave_is_never_the_crews_own() -> None:
    from davy_core.permits.apply_live import GRAVE

    assert book().own | book().plant <= set(read("lifecycle", "causes.yaml"))
    assert not book().own & GRAVE
    assert read("alarms.yaml")["kinds"][KIND]["emergency_s"] == 0
