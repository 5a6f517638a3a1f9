"""On a seeded set the detectors find stamping and leave honest work alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from importlib import resources
from random import Random  # noqa: TID251 - cases are drawn with a seed

import pytest
import yaml

from davy_core.findings.find import KINDS, find
from davy_core.findings.history import History
from davy_core.findings.tests.seeded import MONDAY, PLACES, STAMPED, Plant, drawn, honest, measure

MEASURED = measure()


def plant() -> Plant:
    return Plant(Random(1))  # noqa: S311 - no secret


def kinds(histories: Sequence[History]) -> set[str]:
    return {finding.kind for finding in find(histories, PLACES)}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_stamped_is_found_mostly_and_honest_work_hardly_ever(kind: str) -> None:
    assert MEASURED[kind].found + MEASURED[kind].missed > 0
    assert MEASURED[kind].recall >= 0.6
    assert MEASURED[kind].precision >= 0.85


def test_every_kind_is_drawn_and_has_its_words() -> None:
    text = resources.files("davy_law").joinpath("contracts", "findings.yaml").read_text("utf-8")
    words = yaml.safe_load(text)["kinds"]
    assert tuple(STAMPED) == KINDS
    assert set(words) == set(KINDS)
    assert all(row["severity"] in {"look", "grave"} for row in words.values())


def test_the_order_of_the_permits_changes_nothing() -> None:
    histories = drawn(seed=7, each=10).histories
    there = {finding.key for finding in find(histories, PLACES)}
    assert there == {finding.key for finding in find(histories[::-1], PLACES)}


def test_every_finding_names_events_of_its_permits() -> None:
    histories = drawn(seed=8, each=10).histories
    events = {h.permit: {step.event for step in h.steps} for h in histories}
    for finding in find(histories, PLACES):
        assert finding.events
        assert set(finding.events) <= {event for permit in finding.permits for event in events[permit]}


def test_three_seconds_a_row_are_read() -> None:
    at = plant()
    at.add(at.answers(MONDAY, "li", lambda: 3.0))
    assert kinds(at.histories) == set()
    at.add(at.answers(MONDAY, "wu", lambda: 2.9))
    assert kinds(at.histories) == {"fast_answers"}


def test_an_hour_late_is_late_and_a_second_less_is_not() -> None:
    at = plant()
    at.add([at.gas(MONDAY, "li", ("20.6", "0.02", "1"), late=3600)])
    assert kinds(at.histories) == set()
    at.add([at.gas(MONDAY, "wu", ("20.6", "0.02", "1"), late=3601)])
    assert kinds(at.histories) == {"back_dated"}


def test_a_point_without_a_position_proves_nothing() -> None:
    at = plant()
    at.add([at.step("CheckedIn", MONDAY, "li", on_site="inside")], point="nowhere")
    at.add([at.step("CheckedIn", MONDAY + timedelta(seconds=5), "li", on_site="inside")], point="p1")
    assert kinds(at.histories) == set()


def test_the_same_photo_twice_in_one_answer_is_one_photo() -> None:
    at = plant()
    step = at.step("MeasureAnswered", MONDAY, "li", measure="blinded", photo="f")
    at.add([step, replace(step, event="again")])
    assert kinds(at.histories) == set()


def test_nothing_gives_nothing() -> None:
    assert find([], {}) == []
    honest_plant = plant()
    honest(honest_plant)
    assert find([History("w", "hot", "p1", ())], PLACES) == []
