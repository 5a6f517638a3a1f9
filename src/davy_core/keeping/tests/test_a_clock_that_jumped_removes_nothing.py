"""After the clock was off by a day or more nothing is removed for a week, and no night goes on by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from davy_core.keeping import retaining
from davy_core.keeping.doubting import Clock, Shift, doubted, renewed
from davy_core.keeping.terms import Terms, Trace
from davy_core.outcome import Outcome, Refused
from davy_core.signatures.ways import PASSWORD

NOW = datetime(2030, 6, 1, 2, 20, tzinfo=UTC)
DAY, YEARS = timedelta(days=1), 3 * 366 * 86400.0
RECORD = {"days": 366, "clause": "c", "grade": "A"}
TERMS = Terms.load({"periods": {"record": RECORD}, "work": [], "his": [], "shorten_after_days": 30})
STEADY = Clock(NOW, (Shift(NOW - DAY, 40.0), Shift(NOW - DAY, -6.0)))
JUMPED = Clock(NOW, (Shift(NOW - DAY, YEARS),))


@pytest.mark.parametrize(
    ("clock", "until"),
    [
        (STEADY, None),
        (JUMPED, NOW + 6 * DAY),
        (Clock(NOW, (Shift(NOW - DAY, -YEARS),)), NOW + 6 * DAY),
        (Clock(NOW, (Shift(NOW - 8 * DAY, YEARS),)), None),
        (Clock(NOW, (Shift(NOW + 9 * DAY, YEARS),)), None),
        (Clock(NOW, tuple(Shift(NOW - DAY * n, 20000.0) for n in range(1, 6))), NOW + 6 * DAY),
        (Clock(NOW - DAY), NOW + 7 * DAY),
        (Clock(NOW + 900 * DAY), NOW + 7 * DAY),
        (Clock(None), NOW + 7 * DAY),
    ],
)
def test_it_is_doubted_for_a_week(clock: Clock, until: datetime | None) -> None:
    assert doubted(clock, NOW) == until


def test_nights_go_on_only_when_somebody_switched_them_on_since() -> None:
    long_ago = Clock(NOW, (Shift(NOW - 30 * DAY, YEARS), Shift(NOW - DAY, 40.0)))
    assert not renewed(long_ago, NOW - 40 * DAY, NOW)
    assert renewed(long_ago, NOW - 20 * DAY, NOW)


def _codes(outcome: Outcome) -> list[str]:
    return [reason.code for reason in outcome.reasons] if isinstance(outcome, Refused) else []


@pytest.mark.parametrize(("clock", "codes"), [(STEADY, []), (JUMPED, ["removal_clock_doubted"])])
def test_no_record_is_removed_or_confirmed_and_no_night_switched_on(clock: Clock, codes: list[str]) -> None:
    old = Trace("permit", "p1", "DH-1", NOW - 900 * DAY, NOW - 900 * DAY, over=True)
    ordered = retaining.Ordered("zheng", "b", standing=True)
    removal = retaining.RemovalFacts(NOW, ordered, TERMS, clock, retaining.Record(old))
    assert _codes(retaining.decide_removal(None, "permit/p1", removal)) == codes
    facts = retaining.RulesFacts(NOW, "zheng", True, PASSWORD, TERMS, clock, {"permit/p1": True})
    body = {"batch": "b", "records": ["permit/p1"], "reason": "x"}
    assert _codes(retaining.decide_rules(None, "confirm_removal", body, facts)) == codes
    night = {"on": True, "most": 5, "reason": "x"}
    assert _codes(retaining.decide_rules(None, "switch_removal", night, facts)) == codes


def test_a_night_is_switched_off_however_the_clock_stands() -> None:
    on = retaining.Rules(standing=retaining.Standing("zheng", NOW - DAY, 5))
    facts = retaining.RulesFacts(NOW, "zheng", True, PASSWORD, TERMS, JUMPED)
    assert not _codes(retaining.decide_rules(on, "switch_removal", {"on": False, "reason": "x"}, facts))
