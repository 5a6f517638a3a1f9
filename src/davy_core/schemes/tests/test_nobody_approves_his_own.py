"""Who reviews and approves: a post of the area, never the author, never by a stale or queued decision."""

from dataclasses import replace
from datetime import timedelta

import pytest

from davy_core.permits.facts import Delegate, Post
from davy_core.schemes.duties import approvers
from davy_core.schemes.tests.desk import POSTS, Desk
from davy_core.signatures.ways import Proof


def _posts(**over: Post) -> dict[str, Post]:
    return {**POSTS, **over}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("annotate", {"section": "steps", "version": 1, "text": "x"}),
        ("close_annotation", {"annotation": "a1"}),
        ("return_scheme", {"version": 1, "reason": "x"}),
        ("approve_scheme", {"version": 1}),
    ],
)
def test_the_author_does_nothing_of_a_reviewer(kind: str, body: dict[str, object]) -> None:
    desk = Desk().submitted()
    posts = _posts(technical_dept=Post("li", "li", "chief"), area_head=Post("li"))
    assert desk.refused("li", kind, body, posts=posts) == ["scheme_own"]
    assert desk.refused("sun", kind, body) == ["scheme_not_yours"]
    assert desk.refused(None, kind, body) == ["scheme_not_yours"]


@pytest.mark.parametrize(
    ("type_", "level", "who"),
    [
        ("lifting", "third", "he"),
        ("lifting", "first", "lu"),
        ("hot", "special", "chen"),
        ("hot", "first", "zheng"),
    ],
)
def test_the_post_that_signs_last_approves(type_: str, level: str, who: str) -> None:
    desk = Desk(around={"levels": ("special", "first", "second", "third")}).draft(type=type_, level=level)
    assert desk.scheme is not None
    assert approvers(desk.scheme, desk.facts("li"))[0] == who


def test_a_vacant_post_falls_to_its_deputy_then_to_the_one_above() -> None:
    desk = Desk().submitted()
    assert desk.scheme is not None
    vacant = desk.facts("he", posts=_posts(technical_dept=Post(None, None, "chief")))
    assert approvers(desk.scheme, vacant) == ("lu",)
    of_author = desk.facts("he", posts=_posts(technical_dept=Post("li", None, "chief")))
    assert approvers(desk.scheme, of_author) == ("lu",)
    frozen = desk.facts("he", people={"he": "frozen", "ma": "active"})
    assert approvers(desk.scheme, frozen) == ("ma",)
    nobody = desk.facts("he", posts={"technical_dept": Post(None, None, "technical_dept")})
    assert approvers(desk.scheme, nobody) == ()


@pytest.mark.parametrize(
    ("delegate", "may"),
    [
        (Delegate("sun", "he", "d1"), True),
        (Delegate("sun", "he", "d1", ("lifting",)), True),
        (Delegate("sun", "he", "d1", ("hot",)), False),
        (Delegate("sun", "li", "d1"), False),
        (Delegate("li", "he", "d1"), False),
    ],
)
def test_a_delegate_approves_for_the_post_but_not_for_the_author(delegate: Delegate, may: bool) -> None:
    desk = Desk().submitted()
    posts = _posts(technical_dept=Post("he", None, "chief", (delegate,)))
    assert desk.scheme is not None
    assert (delegate.person in approvers(desk.scheme, desk.facts("sun", posts=posts))) is may


def test_a_stale_queued_frozen_or_unproven_approval_is_none() -> None:
    desk = Desk().submitted()
    assert desk.refused("he", "approve_scheme", {"version": 2}) == ["scheme_version_stale"]
    assert desk.refused("he", "approve_scheme", {"version": 1}, proof=None) == ["reauth_failed"]
    late = desk.now - timedelta(minutes=2, seconds=1)
    assert desk.refused("he", "approve_scheme", {"version": 1}, occurred_at=late) == ["offline_cannot_start"]
    just = desk.now - timedelta(minutes=2)
    other = replace(desk)
    other.must("he", "approve_scheme", {"version": 1}, occurred_at=just)
    people = {**desk.facts("he").people, "he": "frozen"}
    posts = _posts(technical_dept=Post("ma", None, "chief"), chief=Post("he"))
    assert desk.refused("he", "withdraw_scheme", {"reason": "x"}, people=people, posts=posts) != []
    gone = {k: v for k, v in desk.facts("he").people.items() if k != "he"}
    assert desk.refused("he", "approve_scheme", {"version": 1}, people=gone) == ["person_frozen"]


def test_another_reviewer_closes_only_what_was_answered() -> None:
    desk = Desk().submitted()
    desk.must("zhao", "annotate", {"section": "people", "version": 1, "text": "谁指挥"})
    assert desk.refused("he", "close_annotation", {"annotation": "a1"}) == ["scheme_annotation_unanswered"]
    assert desk.refused("he", "close_annotation", {"annotation": "a2"}) == ["scheme_annotation_closed"]
    desk.must("li", "answer_annotation", {"annotation": "a1", "text": "孙"})
    desk.must("he", "close_annotation", {"annotation": "a1"})
    assert desk.refused("li", "answer_annotation", {"annotation": "a1", "text": "x"}) == [
        "scheme_annotation_closed"
    ]
    desk.must("zhao", "annotate", {"section": "people", "version": 1, "text": "又一条"})
    desk.must("zhao", "close_annotation", {"annotation": "a2"})
    assert desk.refused("zhao", "annotate", {"section": "steps", "version": 3, "text": "x"}) == [
        "scheme_version_stale"
    ]
    assert desk.refused("zhao", "annotate", {"section": "poem", "version": 1, "text": "x"}) == [
        "scheme_section_unknown"
    ]
    assert desk.refused("zhao", "return_scheme", {"version": 3, "reason": "x"}) == ["scheme_version_stale"]


def test_nothing_happens_to_a_scheme_that_is_not_there() -> None:
    assert Desk().refused("li", "submit_scheme") == ["scheme_not_found"]
    assert Desk().draft().refused("li", "draft_scheme", {}) == ["scheme_wrong_state"]


def test_an_approval_tells_how_its_approver_was_proven() -> None:
    desk = Desk().submitted()
    desk.must("he", "approve_scheme", {"version": 1}, proof=Proof("passkey", "a" * 64))
    assert desk.history[-1].data["signed"] == {"way": "passkey", "level": 3, "evidence": "a" * 64}


def test_a_device_and_a_pin_without_a_photo_are_of_the_least_level() -> None:
    desk = Desk().submitted()
    desk.must("he", "approve_scheme", {"version": 1}, proof=Proof("device", "a" * 64))
    assert desk.history[-1].data["signed"] == {"way": "device", "level": 1, "evidence": "a" * 64}
