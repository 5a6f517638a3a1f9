"""One asks and another carries out; neither is the person himself, and no clock in doubt lets anything go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from davy_core.keeping.doubting import Clock, Shift
from davy_core.keeping.erasing import Erasure, Facts, Found, Subject, decide
from davy_core.keeping.terms import Terms, Trace
from davy_core.outcome import Accepted, Outcome, Refused
from davy_core.signatures.ways import PASSWORD

NOW = datetime(2029, 6, 1, tzinfo=UTC)
DAY = timedelta(days=1)
RECORD = {"days": 366, "clause": "c", "grade": "A"}
TERMS = Terms.load({"periods": {"record": RECORD}, "work": [], "his": [], "shorten_after_days": 30})
OLD = Found(Trace("permit", "p", "DH-1", NOW - 800 * DAY, NOW - 800 * DAY, over=True), (("e", "signature"),))
FACTS = Facts(NOW, "zheng", True, PASSWORD, TERMS, Clock(NOW), Subject("qian", "left"), (OLD,))
ASKED = Erasure("r", "qian", "requested", "chu", NOW - DAY)


def _codes(outcome: Outcome) -> list[str]:
    return [reason.code for reason in outcome.reasons] if isinstance(outcome, Refused) else []


def _decided(
    found: Erasure | None, kind: str, facts: Facts, body: Mapping[str, object] | None = None
) -> Outcome:
    return decide(found, "r", kind, {"reason": "x", **(body or {})}, facts)


def test_another_than_who_asked_carries_it_out() -> None:
    assert isinstance(_decided(ASKED, "carry_out_erasure", FACTS), Accepted)
    assert _codes(_decided(ASKED, "carry_out_erasure", replace(FACTS, person="chu"))) == [
        "keeping_second_person"
    ]


@pytest.mark.parametrize(
    "clock",
    [
        Clock(NOW, (Shift(NOW - DAY, 9e7),)),
        Clock(NOW, (Shift(NOW - DAY, -9e7),)),
        Clock(NOW, tuple(Shift(NOW - n * DAY, 20_000.0) for n in range(1, 6))),  # climbed by steps
        Clock(NOW - 2 * DAY),
        Clock(None),
    ],
)
def test_a_clock_in_doubt_erases_nothing(clock: Clock) -> None:
    done = _decided(ASKED, "carry_out_erasure", replace(FACTS, clock=clock))
    assert _codes(done) == ["erasure_clock_doubted"]


def test_a_week_after_the_clock_was_off_it_is_believed() -> None:
    clock = Clock(NOW, (Shift(NOW - 8 * DAY, 9e7),))
    assert isinstance(_decided(ASKED, "carry_out_erasure", replace(FACTS, clock=clock)), Accepted)


def test_nobody_asks_for_his_own_erasure_here_or_carries_it_out() -> None:
    own = replace(FACTS, person="qian")
    asked = _decided(None, "request_erasure", own, {"person": "qian"})
    assert _codes(asked) == ["keeping_second_person"]
    assert _codes(_decided(ASKED, "carry_out_erasure", own)) == ["keeping_second_person"]


def test_without_his_password_nobody_carries_it_out() -> None:
    assert _codes(_decided(ASKED, "carry_out_erasure", replace(FACTS, proof=None))) == ["reauth_failed"]
