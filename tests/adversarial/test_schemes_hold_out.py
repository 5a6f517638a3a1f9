"""Work plans against the door: the same command twice, two at one instant, a stale page, strangers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building.plant import small_plant
from davy.building.scheming import Scheming
from davy.db import tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence.queries import events
from davy_core.signatures.ways import PASSWORD
from tests.adversarial.durable import assert_whole
from tests.adversarial.test_at_one_instant import together

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def _review() -> Scheming:
    return Scheming(small_plant(simulated=True), at=MORNING).draft().submit()


def _types(scheming: Scheming) -> list[str]:
    with tenant.company(scheming.plant.company):
        return [e.type for e in events(scheming.plant.company, "scheme", scheming.scheme)]


@pytest.mark.django_db
def test_the_same_approval_twice_happens_once() -> None:
    scheming = _review()
    tang = scheming.plant.people["tang"]
    sent = scheming.sealed("approve_scheme", {"version": 1}, base_version=scheming.version)
    sender = Sender("person", tang.person, tang.account, PASSWORD, MORNING)
    assert execute(sent, sender) == execute(sent, sender)
    assert _types(scheming).count("SchemeApproved") == 1
    again = scheming.give("tang", "approve_scheme", {"version": 1})
    assert again["code"] == "scheme_wrong_state"


@pytest.mark.django_db
def test_a_page_that_is_behind_neither_writes_nor_approves() -> None:
    scheming = _review()
    seen = scheming.version
    scheming.must("zhao", "annotate", {"section": "steps", "version": 1, "text": "再看"})
    stale = scheming.give("tang", "approve_scheme", {"version": 1}, base_version=seen)
    assert stale["code"] == "base_version_stale"
    assert scheming.give("tang", "approve_scheme", {"version": 1})["code"] == "scheme_annotation_open"
    scheming.must("tang", "return_scheme", {"version": 1, "reason": "改"})
    two = {"section": "steps", "text": "另一页上写的步骤，比这一页早打开。"}
    assert scheming.give("li", "write_section", two, base_version=seen)["code"] == "base_version_stale"


@pytest.mark.django_db
def test_whoever_has_no_duty_is_refused_everything_and_it_is_recorded() -> None:
    scheming = _review()
    tries: dict[str, dict[str, Any]] = {
        "write_section": {"section": "steps", "text": "x"},
        "submit_scheme": {},
        "annotate": {"section": "steps", "version": 1, "text": "x"},
        "answer_annotation": {"annotation": "a1", "text": "x"},
        "close_annotation": {"annotation": "a1"},
        "return_scheme": {"version": 1, "reason": "x"},
        "approve_scheme": {"version": 1},
        "revise_scheme": {},
        "withdraw_scheme": {"reason": "x"},
    }
    before = scheming.state
    for kind, body in tries.items():
        assert scheming.give("sun", kind, body)["code"] == "scheme_not_yours", kind
    assert scheming.state == before
    assert _types(scheming).count("AttemptRefused") == len(tries)
    assert scheming.give("tang", "approve_scheme", {"version": 1}, proof=None)["code"] == "reauth_failed"


@pytest.mark.usefixtures("committed_db")
def test_an_annotation_and_the_approval_at_one_instant() -> None:
    scheming = _review()
    at = scheming.version

    def give(who: str, kind: str, body: dict[str, Any]) -> Any:
        return lambda: scheming.give(who, kind, body, base_version=at)

    told = together(
        [
            give("tang", "approve_scheme", {"version": 1}),
            give("zhao", "annotate", {"section": "steps", "version": 1, "text": "等一下"}),
        ]
    )
    verdicts = [answer["verdict"] for answer in told]
    scheme = scheming.state
    if scheme.state == "approved":
        assert (verdicts, scheme.annotations) == (["accepted", "refused"], ())
    else:
        assert (verdicts, len(scheme.open_annotations())) == (["refused", "accepted"], 1)
    assert_whole()
