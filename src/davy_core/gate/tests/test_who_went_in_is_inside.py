"""Who is inside follows from the gates he went through; who goes out does right whatever he holds."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from davy_core.gate.inside import GateSeen, StepSeen, blind, inside
from davy_core.gate.passing import PassHeld, rings, verdict
from davy_core.gate.tests.scene import BOOK, HOUR, NOON

GATES = {"main": GateSeen("main"), "tank": GateSeen("tank", frozenset({"a"}))}


def _steps(*told: tuple[str, str, float]) -> list[StepSeen]:
    return [StepSeen("li", gate, NOON + hours * HOUR, way) for gate, way, hours in told]


def _where(*told: tuple[str, str, float]) -> tuple[bool, bool]:
    """Whether he is on the site, and in the tank area."""
    found = [
        inside(_steps(*told), GATES, NOON + 3 * HOUR, area=area, long_after=BOOK.inside_for)
        for area in (None, "a")
    ]
    return bool(found[0]), bool(found[1])


@pytest.mark.parametrize(
    ("told", "where"),
    [
        ([], (False, False)),
        ([("main", "in", 0)], (True, False)),
        ([("main", "in", 0), ("tank", "in", 1)], (True, True)),
        ([("main", "in", 0), ("tank", "in", 1), ("tank", "out", 2)], (True, False)),
        ([("main", "in", 0), ("tank", "in", 1), ("main", "out", 2)], (False, False)),
        ([("tank", "in", 1)], (True, True)),
        ([("main", "out", 0), ("tank", "in", 1)], (True, True)),
        ([("main", "in", 0), ("main", "in", 1)], (True, False)),
    ],
)
def test_the_last_gates_tell(told: list[tuple[str, str, float]], where: tuple[bool, bool]) -> None:
    assert _where(*told) == where


def test_since_is_when_he_came_and_a_long_stay_is_doubtful() -> None:
    steps = _steps(("main", "in", 0), ("tank", "in", 1), ("tank", "out", 2))
    [one] = inside(steps, GATES, NOON + 20 * HOUR, area=None, long_after=BOOK.inside_for)
    assert (one.since, one.seen_at, one.doubts) == (NOON, NOON + 2 * HOUR, ("long",))


@given(st.lists(st.tuples(st.sampled_from(["main", "tank"]), st.sampled_from(["in", "out"])), max_size=6))
def test_whoever_left_the_site_is_nowhere_inside(told: list[tuple[str, str]]) -> None:
    ways = [(gate, way, float(n)) for n, (gate, way) in enumerate([*told, ("main", "out")])]
    assert _where(*ways) == (False, False)


def test_a_gate_that_tells_nothing_makes_all_behind_it_doubtful() -> None:
    dark = GateSeen("tank", frozenset({"a"}), NOON)
    assert blind([GATES["main"], dark], "a") == (dark,)
    assert blind([GATES["main"], dark], None) == ()
    assert blind([GateSeen("main", frozenset(), NOON)], "a")[0].id == "main"


def test_whoever_goes_out_does_right() -> None:
    for held in ([], [PassHeld(NOON, NOON + HOUR, NOON, NOON)]):
        assert verdict("out", NOON + HOUR, held, known=True, only_ours=True) == "out"
        assert rings("out", "out", only_ours=True) is None


def test_whoever_went_in_after_it_was_taken_back_is_told() -> None:
    held = [PassHeld(NOON - HOUR, NOON + HOUR, NOON - HOUR, revoked_at=NOON)]

    def at(seconds: float) -> str:
        return verdict("in", NOON + timedelta(seconds=seconds), held, known=True, only_ours=False)

    assert [at(-1), at(1), at(60), at(3700)] == ["ok", "ok", "revoked", "other"]
    assert rings("revoked", "in", only_ours=False) == "gate_passed_revoked"


def test_without_a_pass_only_where_everybody_needs_one() -> None:
    assert verdict("in", NOON, [], known=True, only_ours=False) == "other"
    assert verdict("in", NOON, [], known=True, only_ours=True) == "no_pass"
    assert verdict("in", NOON, [], known=False, only_ours=False) == "unknown"
    assert rings("unknown", "in", only_ours=True) == "gate_passed_without"
    assert rings("other", "in", only_ours=False) is None
