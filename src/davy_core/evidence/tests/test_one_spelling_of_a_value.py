"""A value has exactly one spelling, and what has none is refused."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import pytest

from davy_core.evidence.canonical import NotCanonicalError, decode, encode
from davy_core.evidence.tests.vectors import cases, untagged

SPELLINGS = cases("spelling.json")


def named(case: dict[str, Any]) -> str:
    return str(case["name"])


def test_there_are_enough_vectors() -> None:
    assert len(SPELLINGS) >= 25
    assert len(cases("refused-values.json")) >= 10
    assert len(cases("refused-texts.json")) >= 10


@pytest.mark.parametrize("case", SPELLINGS, ids=named)
def test_a_value_is_spelt_as_the_vector_says(case: dict[str, Any]) -> None:
    spelt = encode(untagged(case["value"]))
    assert spelt.decode() == case["text"]
    assert hashlib.sha256(spelt).hexdigest() == case["sha256"]


@pytest.mark.parametrize("case", SPELLINGS, ids=named)
def test_the_spelling_is_read_back_and_written_alike(case: dict[str, Any]) -> None:
    assert encode(decode(case["text"].encode())) == case["text"].encode()


@pytest.mark.parametrize("case", cases("refused-values.json"), ids=named)
def test_a_value_without_spelling_is_refused(case: dict[str, Any]) -> None:
    value = untagged(case["value"])
    with pytest.raises((TypeError, ValueError)):
        encode(value)


@pytest.mark.parametrize("case", cases("refused-texts.json"), ids=named)
def test_another_spelling_is_not_accepted(case: dict[str, Any]) -> None:
    with pytest.raises(NotCanonicalError):
        decode(case["text"].encode())


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", 1.0, {1: "a"}, object(), datetime(2026, 11, 21)])  # noqa: DTZ001
def test_a_foreign_type_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value)


def test_the_order_in_which_keys_were_set_does_not_matter() -> None:
    one = {"a": 1, "b": {"x": 1, "y": 2}}
    other = {"b": {"y": 2, "x": 1}, "a": 1}
    assert encode(one) == encode(other)


def test_an_instant_of_whole_seconds_still_shows_milliseconds() -> None:
    assert encode(datetime(2026, 11, 21, 8, tzinfo=UTC)) == b'"2026-11-21T08:00:00.000Z"'
