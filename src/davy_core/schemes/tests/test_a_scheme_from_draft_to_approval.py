"""A work plan is written, reviewed, answered, changed, approved, revised; what was approved never changes."""

from datetime import timedelta

import pytest

from davy_core.instants import iso
from davy_core.schemes.facts import Copied
from davy_core.schemes.tests.desk import MORNING, PHOTO, TEXTS, Desk


def test_two_versions_with_annotations_between_them() -> None:
    desk = Desk().submitted()
    desk.must("zhao", "annotate", {"section": "steps", "version": 1, "text": "试吊时间写明"})
    assert desk.refused("he", "approve_scheme", {"version": 1}) == ["scheme_annotation_open"]
    desk.must("zhao", "return_scheme", {"version": 1, "reason": "改步骤"})
    desk.must("li", "answer_annotation", {"annotation": "a1", "text": "改为十分钟"})
    desk.write("steps", TEXTS["steps"] + "试吊不少于十分钟。")
    scheme = desk.must("li", "submit_scheme")
    assert (scheme.state, [v.n for v in scheme.versions]) == ("review", [1, 2])
    desk.must("zhao", "close_annotation", {"annotation": "a1"})
    scheme = desk.must("he", "approve_scheme", {"version": 2})
    assert scheme.state == "approved"
    first, second = scheme.versions
    assert (first.approved, first.returned is not None) == (None, True)
    changed = {s.kind for s in second.sections} - {s.kind for s in second.sections if s in first.sections}
    assert changed == {"steps"}
    assert second.lasts_to == MORNING + timedelta(days=180)


def test_an_approved_version_stands_until_the_next_is_approved() -> None:
    desk = Desk().approved()
    assert desk.refused("li", "write_section", {"section": "steps", "text": "改"}) == ["scheme_wrong_state"]
    frozen = desk.scheme and desk.scheme.versions[0]
    desk.must("li", "revise_scheme")
    desk.write("people", TEXTS["people"] + "另加监护 1 人。")
    scheme = desk.must("li", "submit_scheme")
    assert scheme.versions[0] == frozen
    assert scheme.standing() == frozen
    scheme = desk.must("ma", "approve_scheme", {"version": 2})
    standing = scheme.standing()
    assert standing is not None
    assert standing.n == 2


@pytest.mark.parametrize("state", ["draft", "review", "approved"])
def test_a_withdrawn_scheme_stands_for_nothing(state: str) -> None:
    desk = {"draft": Desk.draft, "review": Desk.submitted, "approved": Desk.approved}[state](Desk())
    scheme = desk.must("zheng", "withdraw_scheme", {"reason": "工况变了"})
    assert (scheme.state, scheme.standing()) == ("withdrawn", None)
    for kind, body in (("revise_scheme", {}), ("write_section", {"section": "steps", "text": "x"})):
        assert desk.refused("li", kind, body) == ["scheme_wrong_state"]


def test_a_copy_takes_words_and_drawings_and_no_approval() -> None:
    source = (Copied("steps", TEXTS["steps"]), Copied("drawings", "", (PHOTO,)))
    desk = Desk(around={"source": source}).draft(copy_of="01a1ffd7-0000-7000-8000-000000000001")
    scheme = desk.scheme
    assert scheme is not None
    assert [(s.kind, s.attachments) for s in scheme.sections] == [("steps", ()), ("drawings", (PHOTO,))]
    assert (scheme.state, scheme.versions, scheme.annotations) == ("draft", (), ())
    assert [e.private.get("text") for e in desk.history[1:]] == [TEXTS["steps"], ""]
    lost = Desk()
    body = {"type": "lifting", "level": "third", "place": {"site": "s", "area": "a"}, "title": "t"}
    assert lost.refused("li", "draft_scheme", {**body, "copy_of": "x"}) == ["scheme_source_unknown"]
    assert lost.refused("li", "draft_scheme", {**body, "level": "fifth"}) == ["scheme_work_unknown"]
    assert lost.refused("li", "draft_scheme", body, place_known=False) == ["scheme_place_unknown"]


def test_what_did_not_change_is_not_sent_again() -> None:
    desk = Desk().approved()
    desk.must("li", "revise_scheme")
    assert desk.refused("li", "submit_scheme") == ["scheme_unchanged"]


@pytest.mark.parametrize(
    ("days", "codes"), [(180, []), (181, ["scheme_lasts_too_long"]), (0, ["scheme_lasts_too_long"])]
)
def test_an_approval_ends(days: int, codes: list[str]) -> None:
    desk = Desk().submitted()
    body = {"version": 1, "lasts_to": iso(MORNING + timedelta(days=days))}
    if codes:
        assert desk.refused("he", "approve_scheme", body) == codes
    else:
        desk.must("he", "approve_scheme", body)
