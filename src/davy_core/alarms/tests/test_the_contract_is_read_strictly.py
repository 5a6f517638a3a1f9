"""A slip in the contract of alarms is told at once with its place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from davy_core.alarms.book import AlarmBook
from davy_core.alarms.tests.site import book, parsed

# AQ 3064.2-2025 table A.4, in its order.
TABLE_A4 = (
    *("01", "02", "03", "04", "05", "10", "20", "30", "31", "40", "41", "42", "43"),
    *("50", "51", "52", "60", "61", "62", "70", "80", "90"),
)


def load(change: Any) -> AlarmBook:
    alarms, lifecycle = copy.deepcopy(parsed("alarms.yaml")), parsed("lifecycle", "alarms.yaml")
    change(alarms)
    return AlarmBook.load(alarms, lifecycle)


def test_the_codes_are_those_of_the_table() -> None:
    assert tuple(book().codes) == TABLE_A4


def test_the_words_of_a_code_come_first() -> None:
    assert book().title("watch", "05").zh == "受限空间检测记录超时"
    assert book().title("watch", None).zh == book().kinds["watch"].words.zh
    assert book().title("never_heard_of", None) == book().kinds["other"].words


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda a: a["kinds"].pop("other"), "no kind other"),
        (lambda a: a["kinds"]["sos"].update(severity="loud"), "severity"),
        (lambda a: a["kinds"]["sos"].update(code="99"), "A.4"),
        (lambda a: a["kinds"]["sos"].update(tell=[]), "tells nobody"),
        (lambda a: a["kinds"]["sos"].pop("zh"), "zh is missing"),
        (lambda a: a["kinds"]["sos"].update(colour="red"), "unknown key 'colour'"),
        (lambda a: a["kinds"]["sos"]["remedy"].pop("en"), "en is missing"),
        (lambda a: a["codes"]["01"].pop("en"), "codes.01"),
    ],
)
def test_a_slip_is_told_with_its_place(change: Any, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        load(change)
