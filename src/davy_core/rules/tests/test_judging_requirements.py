"""Gates and watches are met, failed, unknown or not applicable, and say until when they hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from davy_core.rules.evaluate import (
    Consequence,
    Judgement,
    Outcome,
    consequence,
    gate,
    judge,
    judge_all,
    next_lapse,
    watch,
)
from davy_core.rules.pack import load
from davy_core.rules.tests.sample import (
    BEFORE_START,
    NOW,
    VALIDITY,
    good_facts,
    pack_of,
    requirement,
    sample,
    with_changes,
)  # fmt: skip


def judged(name: str, **changes: Any) -> Judgement:
    return judge(requirement(name), good_facts() | changes, NOW)


def test_everything_holds_on_good_facts() -> None:
    outcomes = {judge(r, good_facts(), NOW).outcome for r in sample().requirements}
    assert outcomes == {Outcome.MET}


def test_a_gate_is_judged_at_its_commands_only() -> None:
    requirements = sample().requirements
    assert [j.requirement for j in gate(requirements, "start", good_facts(), NOW)] == [
        "hot.gas.before_start", "hot.wind", "all.briefed"
    ]  # fmt: skip
    assert [j.requirement for j in gate(requirements, "resume", good_facts(), NOW)] == [
        "hot.gas.before_start"
    ]
    assert gate(requirements, "pause", {}, NOW) == ()


def test_a_watch_is_judged_in_its_states_only() -> None:
    requirements = sample().requirements
    assert [j.requirement for j in watch(requirements, "paused", good_facts(), NOW)] == ["all.validity"]
    assert len(watch(requirements, "active", good_facts(), NOW)) == 3


def test_requirements_can_be_judged_wherever_they_stand() -> None:
    requirements = sample().requirements
    judgements = judge_all(requirements, good_facts(), NOW)
    assert [j.requirement for j in judgements] == [r.id for r in requirements]


def test_what_is_met_tells_until_when_and_by_what() -> None:
    found = judged("hot.gas.before_start")
    assert found.outcome is Outcome.MET
    assert found.passes
    assert found.until == NOW + timedelta(minutes=20)
    assert dict(found.evidence) == {"gas.sampled_at": "2026-11-21T07:50:00+00:00", "gas.by": "wang"}


def test_evidence_that_is_not_there_is_left_out() -> None:
    gas = with_changes(good_facts()["gas"], by=...)
    assert set(judged("hot.gas.before_start", gas=gas).evidence) == {"gas.sampled_at"}
    assert judged("hot.gas.before_start", gas="nothing").evidence == {}


def test_a_failed_point_fails() -> None:
    gas = good_facts()["gas"]
    gas["points"][0]["verdict"] = "fail"
    found = judged("hot.gas.before_start", gas=gas)
    assert (found.outcome, found.until, found.passes) == (Outcome.FAILED, None, False)


def test_an_empty_round_is_not_met() -> None:
    gas = good_facts()["gas"] | {"points": [], "points_required": 0}
    assert judged("hot.gas.before_start", gas=gas).outcome is Outcome.FAILED


def test_a_missing_fact_is_unknown_and_does_not_pass() -> None:
    found = judged("hot.wind", weather={})
    assert found.outcome is Outcome.UNKNOWN
    assert not found.passes


def test_what_does_not_apply_stands_in_nobodys_way() -> None:
    found = judged("hot.wind", work={"outdoors": False}, weather={})
    assert found.outcome is Outcome.NOT_APPLICABLE
    assert found.passes


def test_an_unknown_when_applies() -> None:
    assert judged("hot.wind", work={}, weather={"wind_force": 9}).outcome is Outcome.FAILED


@pytest.mark.parametrize(
    ("age", "outcome"),
    [
        (timedelta(minutes=30), Outcome.MET),
        (timedelta(minutes=30, seconds=1), Outcome.FAILED),
        (timedelta(minutes=30, milliseconds=1), Outcome.FAILED),
    ],
)
def test_thirty_minutes_exactly_are_allowed(age: timedelta, outcome: Outcome) -> None:
    gas = good_facts()["gas"]
    gas["sampled_at"] = gas["points"][0]["sampled_at"] = (NOW - age).isoformat()
    assert judged("hot.gas.before_start", gas=gas).outcome is outcome


@pytest.mark.parametrize("sampled_at", [None, "never", (NOW - timedelta(hours=1)).isoformat()])
def test_a_lease_without_an_end_or_with_a_past_one_is_unknown(sampled_at: str | None) -> None:
    gas = good_facts()["gas"] | {"sampled_at": sampled_at}
    found = judged("hot.gas.before_start", gas=gas)
    assert (found.outcome, found.until) == (Outcome.UNKNOWN, None)


def test_the_next_lapse_is_the_earliest() -> None:
    judgements = watch(sample().requirements, "active", good_facts(), NOW)
    assert next_lapse(judgements) == NOW + timedelta(hours=1)
    assert next_lapse([]) is None
    assert next_lapse([judged("hot.wind")]) is None


def test_the_lapse_comes_right_after_the_last_instant() -> None:
    lapse = NOW + timedelta(hours=1)
    record = requirement("confined.gas.record")
    assert judge(record, good_facts(), lapse).outcome is Outcome.MET
    assert judge(record, good_facts(), lapse + timedelta(milliseconds=1)).outcome is Outcome.FAILED


def test_figures_of_one_requirement_are_not_seen_by_another() -> None:
    stricter = with_changes(BEFORE_START, id="other", params={"max_age": {"value": "60s"}})
    both = load(pack_of(BEFORE_START, stricter)).requirements
    assert [j.outcome for j in gate(both, "start", good_facts(), NOW)] == [Outcome.MET, Outcome.FAILED]


def lapse_of(name: str, since: datetime | None = None, **changes: Any) -> Consequence:
    watched = requirement(name)
    judgement = judge(watched, good_facts() | changes, NOW)
    return consequence(watched, judgement, unknown_since=since, now=NOW)


def test_a_watch_that_holds_brings_about_nothing() -> None:
    assert lapse_of("confined.gas.record") is Consequence.NONE


def test_a_failed_watch_does_what_its_pack_says() -> None:
    old = {"last_record_at": NOW - timedelta(hours=3)}
    assert lapse_of("confined.gas.record", gas=old) is Consequence.PAUSE
    assert lapse_of("all.validity", permit={"valid_to": NOW - timedelta(seconds=1)}) is Consequence.VOID
    assert lapse_of("all.guardian.present", guardian={"on_post": False}) is Consequence.ALARM


def test_an_unknown_watch_alarms_at_once_and_lapses_after_its_silence() -> None:
    record = "confined.gas.record"
    assert lapse_of(record, gas={}) is Consequence.ALARM
    assert lapse_of(record, NOW - timedelta(seconds=59), gas={}) is Consequence.ALARM
    assert lapse_of(record, NOW - timedelta(seconds=60), gas={}) is Consequence.PAUSE


def test_not_knowing_pauses_and_never_voids() -> None:
    assert lapse_of("all.validity", permit={}) is Consequence.PAUSE
    assert lapse_of("all.guardian.present", guardian={}) is Consequence.ALARM


def test_a_gate_has_no_lapse() -> None:
    with pytest.raises(ValueError, match=r"hot.wind is not watched"):
        lapse_of("hot.wind")


def test_a_watch_may_hold_without_an_end() -> None:
    (endless,) = load(pack_of(with_changes(VALIDITY, until=...))).requirements
    assert judge(endless, good_facts(), NOW).until is None
