"""Longer acts at once; shorter is signed, in force after its delay, and can be taken back until then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from davy_core.keeping import retaining
from davy_core.keeping.doubting import Clock, Shift
from davy_core.keeping.periods import Own
from davy_core.keeping.terms import Terms
from davy_core.outcome import Accepted, Outcome, Refused
from davy_core.signatures.ways import PASSWORD

NOW = datetime(2027, 3, 1, 8, tzinfo=UTC)
DAY = timedelta(days=1)
LAW = Terms.load(
    {
        "periods": {"record": {"days": 366, "clause": "c", "grade": "A"}},
        "work": [],
        "his": [],
        "shorten_after_days": 30,
    }
)
SIGNED = retaining.RulesFacts(NOW, "zheng", True, PASSWORD, LAW, Clock(NOW))
UNSIGNED = replace(SIGNED, proof=None)
LONG = retaining.Rules({"record": Own(1000)})


def _asks(days: int) -> dict[str, object]:
    return {"what": "record", "days": days, "reason": "x"}


def _codes(outcome: Outcome) -> list[str]:
    return [reason.code for reason in outcome.reasons] if isinstance(outcome, Refused) else []


def _after(
    rules: retaining.Rules | None, kind: str, body: dict[str, object], facts: retaining.RulesFacts
) -> retaining.Rules:
    outcome = retaining.decide_rules(rules, kind, body, facts)
    assert isinstance(outcome, Accepted), outcome
    (event,) = outcome.events
    return retaining.apply_rules(rules, event.type, event.data)


def _in(days: int, facts: retaining.RulesFacts = SIGNED) -> retaining.RulesFacts:
    at = NOW + days * DAY
    return replace(facts, now=at, clock=Clock(at))


def test_longer_needs_no_signature_and_acts_at_once() -> None:
    made = _after(None, "set_period", _asks(1000), UNSIGNED)
    assert made.periods["record"] == Own(1000)
    assert LAW.tightened({"record": made.periods["record"].on(NOW)}).periods["record"].days == 1000


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (UNSIGNED, "period_shorter_unsigned"),
        (replace(SIGNED, clock=Clock(NOW, (Shift(NOW - DAY, 3e8),))), "removal_clock_doubted"),
        (replace(SIGNED, may=False), "keeping_role_needed"),
    ],
)
def test_shorter_is_refused(facts: retaining.RulesFacts, code: str) -> None:
    assert _codes(retaining.decide_rules(LONG, "set_period", _asks(999), facts)) == [code]


def test_below_the_law_no_signature_helps() -> None:
    assert _codes(retaining.decide_rules(LONG, "set_period", _asks(365), SIGNED)) == ["period_too_short"]


def test_shorter_is_in_force_after_its_delay_and_not_before() -> None:
    made = _after(LONG, "set_period", _asks(400), SIGNED).periods["record"]
    assert [made.on(NOW + 30 * DAY - timedelta(seconds=1)), made.on(NOW + 30 * DAY)] == [1000, 400]


def test_anybody_of_them_takes_it_back_without_a_signature_until_then() -> None:
    made = _after(LONG, "set_period", _asks(400), SIGNED)
    body: dict[str, object] = {"what": "record", "reason": "x"}
    back = _after(made, "withdraw_shortening", body, _in(29, replace(UNSIGNED, person="chu")))
    assert back.periods["record"].on(NOW + 900 * DAY) == 1000
    for rules, days in ((made, 30), (back, 30), (None, 0)):
        late = retaining.decide_rules(rules, "withdraw_shortening", body, _in(days))
        assert _codes(late) == ["shortening_none"]


def test_a_second_shortening_begins_its_delay_anew() -> None:
    made = _after(LONG, "set_period", _asks(400), SIGNED)
    again = _after(made, "set_period", _asks(380), _in(20)).periods["record"]
    assert [again.on(NOW + 30 * DAY), again.on(NOW + 50 * DAY)] == [1000, 380]


def test_between_the_two_nothing_is_longer_than_what_is_in_force() -> None:
    made = _after(LONG, "set_period", _asks(400), SIGNED)
    assert _codes(retaining.decide_rules(made, "set_period", _asks(700), _in(10, UNSIGNED))) == [
        "period_shorter_unsigned"
    ]
    longer = _after(made, "set_period", _asks(700), _in(31, UNSIGNED))
    assert longer.periods["record"] == Own(700)


def test_setting_what_is_in_force_takes_the_shorter_one_away() -> None:
    made = _after(LONG, "set_period", _asks(400), SIGNED)
    assert _after(made, "set_period", _asks(1000), _in(5, UNSIGNED)).periods["record"] == Own(1000)
