"""A basis is recalled by two people and lifted by two people; nobody else, and nobody alone."""

from datetime import UTC, datetime
from typing import Any

import pytest

from davy_core.outcome import Accepted, Refused
from davy_core.rulebooks.recall import Facts, Recall, apply, decide, stream_of

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
BASIS = "0123456789abcdef" * 4
STREAM = str(stream_of(BASIS))
REASON = {"reason": "限值抄错"}
ASK = {"basis": BASIS, **REASON}


def _give(recall: Recall | None, who: str | None, kind: str, body: dict[str, Any], **facts: Any) -> Any:
    """The recall afterwards, or the code of the refusal."""
    outcome = decide(recall, STREAM, kind, body, Facts(NOW, who, **{"may": True, **facts}))
    if isinstance(outcome, Refused):
        return outcome.reasons[0].code
    assert isinstance(outcome, Accepted)
    for event in outcome.events:
        recall = apply(recall, event.type, event.data)
    return recall


def _recalled() -> Recall:
    return _give(_give(None, "zheng", "request_recall", ASK), "he", "confirm_recall", {})  # type: ignore[no-any-return]  # or a code


def test_one_asks_and_another_confirms() -> None:
    asked = _give(None, "zheng", "request_recall", ASK)
    assert (asked.state, asked.stands) == ("requested", False)
    assert _give(asked, "zheng", "confirm_recall", {}) == "second_person_needed"
    recalled = _give(asked, "he", "confirm_recall", {})
    assert (recalled.state, recalled.stands, recalled.confirmed_by) == ("recalled", True, "he")


def test_lifting_takes_two_as_well_and_stands_until_then() -> None:
    lifting = _give(_recalled(), "he", "lift_recall", REASON)
    assert (lifting.state, lifting.stands) == ("lifting", True)
    assert _give(lifting, "he", "lift_recall", REASON) == "second_person_needed"
    lifted = _give(lifting, "zheng", "lift_recall", REASON)
    assert (lifted.state, lifted.stands) == ("lifted", False)
    again = _give(lifted, "zheng", "request_recall", ASK)
    assert (again.state, again.confirmed_by) == ("requested", None)


def test_what_is_not_due_is_refused_by_name() -> None:
    assert _give(None, "he", "confirm_recall", {}) == "recall_not_requested"
    assert _give(None, "he", "lift_recall", REASON) == "basis_not_recalled"
    assert (
        _give(_give(None, "he", "request_recall", ASK), "zheng", "lift_recall", REASON)
        == "basis_not_recalled"
    )
    assert _give(_recalled(), "li", "request_recall", ASK) == "basis_recalled_already"
    assert _give(_recalled(), "li", "confirm_recall", {}) == "basis_recalled_already"


@pytest.mark.parametrize("kind", ["request_recall", "confirm_recall", "lift_recall"])
def test_nobody_without_the_role_and_nobody_without_a_name(kind: str) -> None:
    assert _give(_recalled(), "li", kind, ASK, may=False) == "rulebook_role_needed"
    assert _give(_recalled(), None, kind, ASK) == "rulebook_role_needed"


def test_only_the_basis_of_the_stream_and_one_that_is_known() -> None:
    other = {**ASK, "basis": "f" * 64}
    assert _give(None, "he", "request_recall", other) == "basis_unknown"
    assert _give(None, "he", "request_recall", ASK, known=False) == "basis_unknown"


def test_the_stream_of_a_basis_is_half_of_its_hash() -> None:
    assert STREAM.replace("-", "") == BASIS[:32]
    for wrong in ("", "ab", "x" * 64, BASIS + "00"):
        with pytest.raises(ValueError, match=r"SHA-256|hexadecimal"):
            stream_of(wrong)


def test_events_fold_in_their_order_only() -> None:
    with pytest.raises(ValueError, match="before"):
        apply(None, "BasisRecalled", {"at": "2026-11-21T08:00:00Z", "by": "he", "basis": BASIS})
    with pytest.raises(KeyError):
        apply(_recalled(), "BasisBurnt", {"at": "2026-11-21T08:00:00Z"})
