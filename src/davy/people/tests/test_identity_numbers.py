"""Identity numbers are checked, then only four characters and a salted hash are left of them."""

import pytest

from davy.people.identity import InvalidIdNumberError, hashed, last4, normal

RIGHT = "11010519491231002X"  # the example of GB 11643-1999


@pytest.mark.parametrize(
    "typed", [RIGHT, RIGHT.lower(), "110105 19491231 002x", "E12345678", "1101051949123100"]
)
def test_a_number_that_can_be_one_is_taken(typed: str) -> None:
    assert " " not in normal(typed)


@pytest.mark.parametrize(
    "typed",
    ["110105194912310021", "11010519491231002A", "abc", "", "中国公民", "1" * 21],
)
def test_a_wrong_check_digit_or_no_number_at_all_is_refused(typed: str) -> None:
    with pytest.raises(InvalidIdNumberError):
        normal(typed)


def test_every_single_wrong_digit_is_found() -> None:
    for place in range(17):
        wrong = RIGHT[:place] + str((int(RIGHT[place]) + 1) % 10) + RIGHT[place + 1 :]
        with pytest.raises(InvalidIdNumberError):
            normal(wrong)


def test_the_hash_is_the_same_only_for_the_same_number_and_company() -> None:
    assert hashed(RIGHT, b"a" * 32) == hashed(RIGHT, b"a" * 32)
    assert hashed(RIGHT, b"a" * 32) != hashed(RIGHT, b"b" * 32)
    assert hashed(RIGHT, b"a" * 32) != hashed("E12345678", b"a" * 32)
    assert len(hashed(RIGHT, b"a" * 32)) == 64


def test_what_is_shown_are_the_last_four_characters() -> None:
    assert last4(RIGHT) == "002X"
