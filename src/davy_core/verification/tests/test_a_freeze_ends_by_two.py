"""A proven no freezes with the answer; only two who are not the frozen person end it."""

from dataclasses import replace
from typing import Any

from davy_core.outcome import Accepted, Outcome, Refused
from davy_core.verification.decide import PersonFacts, decide
from davy_core.verification.state import Checked, apply
from davy_core.verification.tests.papers import CLAIM, NOW, NUMBER, TODAY

PAPER = "01900000-0000-7000-8000-000000000001"
FACTS = PersonFacts(
    now=NOW,
    today=TODAY,
    sender="person",
    person="zheng",
    may=True,
    status="active",
    claim=CLAIM,
    claim_sha256="c" * 64,
    attached=True,
    held=frozenset({PAPER}),
)
GONE = {"certificate": PAPER, "source": "official", "screenshot": "5" * 64}
NO = {**GONE, "answer": {"found": False, "number": NUMBER}}


def _give(
    state: Checked | None, kind: str, body: dict[str, Any], **over: Any
) -> tuple[Checked | None, Outcome]:
    found = decide(state, "qian", kind, body, replace(FACTS, **over))
    for event in found.events:
        state = apply(state, event.type, event.data)
    return state, found


def _code(found: Outcome) -> str:
    assert isinstance(found, Refused), found
    return found.reasons[0].code


def _frozen() -> Checked:
    state, found = _give(None, "record_answer", NO)
    assert isinstance(found, Accepted)
    assert [e.type for e in found.events] == ["CertificateChecked", "PersonFrozen"]
    assert state is not None
    assert state.frozen is not None
    assert state.frozen.certificate == PAPER
    return state


def test_one_asks_and_another_thaws() -> None:
    state, _ = _give(_frozen(), "ask_thaw", {"reason": "台账录错了号"})
    despite = {"despite": True}
    assert _code(_give(state, "thaw", despite)[1]) == "thaw_second_person"
    assert _code(_give(state, "thaw", despite, person="qian")[1]) == "thaw_second_person"
    assert _code(_give(state, "thaw", {}, person="he")[1]) == "thaw_paper_still_against"
    state, found = _give(state, "thaw", despite, person="he")
    assert isinstance(found, Accepted)
    assert state is not None
    assert state.frozen is None


def test_a_paper_taken_out_of_the_ledger_stands_against_nobody() -> None:
    state, _ = _give(_frozen(), "ask_thaw", {"reason": "证已作废，已从台账删除"})
    _, found = _give(state, "thaw", {}, person="he", held=frozenset())
    assert isinstance(found, Accepted)


def test_nobody_thaws_what_nobody_asked_for() -> None:
    assert _code(_give(_frozen(), "thaw", {}, person="he")[1]) == "thaw_not_requested"
    assert _code(_give(_frozen(), "ask_thaw", {"reason": "x"}, person="qian")[1]) == "verification_own"
    assert _code(_give(None, "ask_thaw", {"reason": "x"})[1]) == "person_not_frozen"


def test_a_request_that_was_turned_down_has_to_be_made_again() -> None:
    state, _ = _give(_frozen(), "ask_thaw", {"reason": "x"})
    state, _ = _give(state, "refuse_thaw", {"reason": "没有说清"}, person="he")
    assert _code(_give(state, "thaw", {"despite": True}, person="he")[1]) == "thaw_not_requested"


def test_an_official_answer_needs_its_screenshot_and_another_persons_eyes() -> None:
    bare = {name: value for name, value in NO.items() if name != "screenshot"}
    assert _code(_give(None, "record_answer", bare)[1]) == "verification_needs_screenshot"
    assert _code(_give(None, "record_answer", NO, attached=False)[1]) == "attachment_unknown"
    assert _code(_give(None, "record_answer", NO, person="qian")[1]) == "verification_own"
    assert _code(_give(None, "record_answer", NO, may=False)[1]) == "verification_role_needed"


def test_no_person_speaks_for_the_connector_and_no_job_for_a_person() -> None:
    by_job = {"certificate": PAPER, "source": "connector", "answer": NO["answer"]}
    assert _code(_give(None, "record_answer", by_job)[1]) == "verification_role_needed"
    assert (
        _code(_give(None, "record_answer", NO, sender="clock", person=None)[1]) == "verification_role_needed"
    )
    _, found = _give(None, "record_answer", by_job, sender="clock", person=None, may=False)
    assert [e.type for e in found.events] == ["CertificateChecked", "PersonFrozen"]


def test_silence_changes_no_rights() -> None:
    state, found = _give(None, "record_answer", {**GONE, "answer": None})
    assert [e.type for e in found.events] == ["CertificateChecked"]
    assert state is not None
    assert state.frozen is None
    assert state.papers[PAPER].verdict == "unknown"
