"""Whoever stops, reports, calls for help or refuses to sign loses nothing by it, whenever and however often.

Points must never be a reason to keep silent. These are properties over drawn logs, not examples.
"""

from __future__ import annotations

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from davy_core.findings.history import History, Step
from davy_core.points.due import due
from davy_core.points.farming import suspects
from davy_core.points.story import story
from davy_core.points.tests.histories import ZONE, book, step, work

PEOPLE = ("li", "wang", "qian", "sun", "gao", "zhao", "stranger")
KINDS = (
    "stopped", "sos", "gas", "anomaly", "break", "change_reported", "guardian_left", "violation",
    "cancel_requested", "area_frozen",
)  # fmt: skip
LAPSES = st.lists(
    st.tuples(
        st.floats(31, 149),
        st.sampled_from(["guardian.rounds", "guardian.rounds_limit", "confined.gas.record"]),
    ),
    max_size=3,
)
STOPS = st.lists(
    st.tuples(st.floats(31, 149), st.sampled_from(KINDS), st.sampled_from(PEOPLE)), min_size=1, max_size=3
)


def _work(lapses: list[tuple[float, str]], minutes: float = 120) -> History:
    told = (step(at, "WatchLapsed", requirement=about) for at, about in sorted(lapses) if at < 30 + minutes)
    return work(minutes=minutes, between=tuple(told))


def _with(history: History, more: list[Step]) -> History:
    steps = sorted([*history.steps, *more], key=lambda one: one.at)
    return History(history.permit, history.work, history.point, steps)


def _points(history: History) -> dict[str, int]:
    told = story(history)
    assert told is not None
    sums = dict.fromkeys(PEOPLE, 0)
    for one in due([told], [], book(), ZONE):
        sums[one.person] = sums.get(one.person, 0) + one.points
    return sums


@settings(deadline=None)
@given(LAPSES, STOPS, st.floats(2, 120))
def test_who_stops_never_has_less_for_it(
    lapses: list[tuple[float, str]], stops: list[tuple[float, str, str]], minutes: float
) -> None:
    history = _work(lapses, minutes)
    stops = [(at, kind, by) for at, kind, by in stops if at < 30 + minutes]
    stopped = _with(history, [step(at, "WorkPaused", by, kind=kind) for at, kind, by in stops])
    before, after = _points(history), _points(stopped)
    for _, _, by in stops:
        others_took_back = {by for _, kind, by in stops if kind == "violation"} - {by}
        assert after[by] >= before[by] or (by == "li" and others_took_back)


@settings(deadline=None)
@given(LAPSES, STOPS)
def test_a_stop_costs_nobody_at_all_unless_a_violation_was_its_cause(
    lapses: list[tuple[float, str]], stops: list[tuple[float, str, str]]
) -> None:
    stops = [one for one in stops if one[1] != "violation"]
    assume(stops)
    history = _work(lapses)
    before = _points(history)
    after = _points(_with(history, [step(at, "WorkPaused", by, kind=kind) for at, kind, by in stops]))
    assert all(after[person] >= before[person] for person in before)


@settings(deadline=None)
@given(st.floats(31, 149), st.sampled_from(PEOPLE), st.sampled_from(["PermitVoided", "PermitCancelled"]))
def test_a_work_broken_off_after_a_stop_gives_what_an_accepted_one_gives(
    at: float, by: str, ending: str
) -> None:
    history = work()
    kept = [one for one in history.steps if one.type not in {"WorkFinished", "WorkAccepted"}]
    kept = [one for one in kept if one.at <= step(at, "x").at]
    broken = [step(at, "WorkPaused", by, kind="stopped"), step(at + 1, ending, "zhao", reason="issuer")]
    cleared = step(at + 2, "ClearanceConfirmed", "shift")
    assert _points(History("p1", "hot", "tank", [*kept, *broken, cleared])) == _points(history)


@settings(deadline=None)
@given(st.floats(0, 149), st.sampled_from(PEOPLE), st.sampled_from(["AttemptRefused", "StageReturned",
    "PermitReturned", "WorkRejected", "AlarmRaised", "ChangeReported", "LiveAsked"]))  # fmt: skip
def test_reporting_refusing_to_sign_and_being_refused_change_nothing(at: float, by: str, what: str) -> None:
    history = work()
    assert _points(_with(history, [step(at, what, by)])) == _points(history)


def test_the_permit_taken_back_for_a_violation_costs_who_led_and_never_who_took_it() -> None:
    for by in ("wang", "li"):
        took = _points(work(between=(step(60, "WorkPaused", by, kind="violation"),)))
        assert took["li"] == (4 - 3 if by == "wang" else 4)
        assert took["wang"] == 3


def test_what_lapses_while_work_stands_still_is_nobodys_fault() -> None:
    still = (
        step(50, "WorkPaused", "qian", kind="stopped"),
        step(100, "WatchLapsed", requirement="guardian.rounds"),
    )
    assert _points(work(between=still))["wang"] == 3


def test_a_work_that_somebody_stopped_is_no_anomaly_however_short() -> None:
    told = story(work(minutes=3, between=(step(31, "WorkPaused", "qian", kind="stopped"),)))
    short = story(work(minutes=3))
    assert told is not None
    assert short is not None
    assert suspects([told], book().farming, ZONE) == []
    assert [one.kind for one in suspects([short], book().farming, ZONE)] == ["quick"]
    assert {one.points for one in due([told], [], book(), ZONE)} == {1, 2, 3}
    assert {one.points for one in due([short], [], book(), ZONE)} == {0}
