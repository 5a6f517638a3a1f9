"""A witness follows a key that the one before signed over to, and none that nobody vouched for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.following import MOST, Link, NotFollowed, believed, in_force, judge

LOG = "davy.test/plant"
VOUCHED = {"first"}


def _at(size: int, origin: str = LOG, byte: int = 0) -> Checkpoint:
    return Checkpoint(origin, size, bytes([byte]) * 32)


def _link(old: str, new: str, size: int) -> Link:
    return Link(old, new, _at(size), _at(size))


SECOND = _link("first", "second", 20)


def _no(link: Link, links: list[Link] | None = None, known: Checkpoint | None = None) -> NotFollowed:
    found = judge(link, VOUCHED, links or [], known)
    assert found is not None
    return found


@pytest.mark.parametrize("known", [None, _at(0), _at(7), _at(20)])
def test_the_next_key_follows(known: Checkpoint | None) -> None:
    assert judge(SECOND, VOUCHED, [], known) is None


def test_a_chain_of_keys_follows_and_the_same_note_again_changes_nothing() -> None:
    third = _link("second", "third", 25)
    assert judge(third, VOUCHED, [SECOND], _at(22)) is None
    assert judge(SECOND, VOUCHED, [SECOND, third], _at(30)) is None
    assert believed(VOUCHED, [third, SECOND]) == {"first", "second", "third"}


def test_a_key_nobody_vouched_for_is_refused() -> None:
    assert (_no(_link("stranger", "second", 20)).status, _no(_link("second", "third", 25)).status) == (
        403,
        403,
    )


def test_a_key_is_followed_once() -> None:
    other = _no(_link("first", "thief", 20), [SECOND])
    assert (other.status, other.fork) == (422, True)


def test_a_history_that_ended_needs_people() -> None:
    ended = Link("first", "second", _at(20), _at(12, f"{LOG}/2"))
    assert _no(ended).status == 409


def test_a_note_that_does_not_go_on_where_the_old_key_stopped_is_refused() -> None:
    for begins in (_at(19), _at(21), _at(20, byte=1)):
        assert _no(replace(SECOND, begins=begins)).status == 422
    assert _no(_link("second", "first", 25), [SECOND]).status == 422


@pytest.mark.parametrize("known", [_at(21), _at(20, byte=1)])
def test_a_note_against_what_was_cosigned_is_two_histories(known: Checkpoint) -> None:
    found = _no(SECOND, known=known)
    assert (found.status, found.fork) == (422, True)


@pytest.mark.parametrize(
    ("size", "keys"), [(19, {"first", "second"}), (20, {"first", "second"}), (21, {"second"})]
)
def test_a_key_that_was_followed_signs_no_more_than_it_had(size: int, keys: set[str]) -> None:
    assert in_force(VOUCHED, [SECOND], size) == keys


def test_people_who_take_a_key_off_their_list_take_off_what_followed_it() -> None:
    assert in_force({"other"}, [SECOND], 5) == {"other"}


def test_a_chain_of_keys_has_an_end_and_what_was_followed_still_counts() -> None:
    links = [_link("first" if n == 0 else f"key {n}", f"key {n + 1}", 20) for n in range(MOST)]
    assert judge(links[-1], VOUCHED, links[:-1], _at(20)) is None
    more = _no(_link(f"key {MOST}", "one more", 20), links)
    assert (more.status, more.fork) == (422, False)
    assert judge(links[0], VOUCHED, links, _at(20)) is None
