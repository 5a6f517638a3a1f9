"""S24 as a property: whatever is tried, in whatever order, by whomever, no point is given back or energised
while a permit that relies on it may be at work."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from davy_core.isolations.tests.station import PEOPLE, PIPE, PUMP, Station, at_rest, at_work, permit
from davy_core.permits.state import Permit

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
OFTEN = ("wu", "he", "feng", "li", "wang", "zheng")
WHO = st.sampled_from(OFTEN) | st.sampled_from(PEOPLE)
ISOLATOR, VERIFIER, LEADER, OWNER = (
    st.sampled_from([who, who, who, *PEOPLE]) for who in ("wu", "he", "feng", "li")
)
POINT = st.sampled_from(["p1", "p2"])
ONE = st.sampled_from([PUMP, PIPE])
LOCK = st.sampled_from(["L1", "L2", "L3"])
GONE = frozenset({"taking_out", "removed", "restored"})
WHY = {"reason": "说明"}


class Anyhow(RuleBasedStateMachine):
    """Everybody tries everything on an isolation of a blind and a switch with two permits."""

    def __init__(self) -> None:
        """Begin where it is dangerous: isolated, and both permits at work behind it."""
        super().__init__()
        self.station = Station().plan().isolate()
        self.station.must("feng", "name_people", {"isolators": ["wu", "he"], "verifiers": ["wu", "he"]})
        for one in (PUMP, PIPE):
            self.station.must("li", "rely", {"permit": one})
            self.station.permits[one] = at_work(permit(one))

    def give(self, who: str, command: str, /, **body: Any) -> None:
        self.station.give(who, command, body)

    @rule(who=ISOLATOR, point=POINT, tag=LOCK)
    def apply(self, who: str, point: str, tag: str) -> None:
        self.give(who, "begin_blind", point=point)
        self.give(who, "apply_point", point=point, tag=tag, lock=f"K{tag}", photo=self.station.photo())

    @rule(who=VERIFIER, point=POINT)
    def verify(self, who: str, point: str) -> None:
        found = self.station.isolation and self.station.isolation.point(point)
        tag = found.tag if found and found.tag else "?"
        self.give(who, "verify_point", point=point, tag=tag, zero_energy=True, photo=self.station.photo())

    @rule(who=ISOLATOR, point=POINT)
    def take_away(self, who: str, point: str) -> None:
        self.give(who, "begin_blind", point=point)
        self.give(who, "remove_point", point=point, photo=self.station.photo())

    @rule(who=VERIFIER, point=POINT)
    def see_restored(self, who: str, point: str) -> None:
        self.give(who, "confirm_restored", point=point, photo=self.station.photo())

    @rule(who=LEADER, point=POINT, kind=st.sampled_from(["doubt_point", "drop_point"]))
    def doubt_or_drop(self, who: str, point: str, kind: str) -> None:
        self.give(who, kind, point=point)

    @rule(who=WHO, lock=LOCK, kind=st.sampled_from(["personal", "group"]))
    def hang(self, who: str, lock: str, kind: str) -> None:
        self.give(who, "hang_lock", number=lock, kind=kind)

    @rule(who=ISOLATOR, other=WHO, forced=st.booleans())
    def locks_off(self, who: str, other: str, forced: bool) -> None:
        for lock in self.station.isolation.locks if self.station.isolation else ():
            if forced:
                self.give(who, "request_force", number=lock.number, lost=True, **WHY)
                self.give(other, "confirm_force", number=lock.number, **WHY)
            else:
                self.give(who, "take_lock_off", number=lock.number)

    @rule(who=OWNER, one=ONE)
    def rely(self, who: str, one: str) -> None:
        self.give(who, "rely", permit=one)

    @rule(who=OWNER, one=ONE, to=st.none() | ONE)
    def release(self, who: str, one: str, to: str | None) -> None:
        self.give(who, "release", permit=one, **({"to": to} if to else {}))

    @rule(who=OWNER, one=ONE, people=st.integers(2, 3))
    def count(self, who: str, one: str, people: int) -> None:
        self.give(who, "count_out", permit=one, people=people)

    @rule(ones=st.lists(ONE, unique=True))
    def out_and_counted(self, ones: list[str]) -> None:
        """These permits rest, and their guardian counts; one of two may be forgotten."""
        for one in ones:
            if self.station.permits[one].state == "active":
                self.station.permits[one] = at_rest(self.station.permits[one], self.station.now)
            self.give("wang", "count_out", permit=one, people=3)

    @rule(who=LEADER, point=POINT)
    def try_it(self, who: str, point: str) -> None:
        self.give(who, "start_test", points=[point], **WHY)

    @rule(who=LEADER)
    def end_try(self, who: str) -> None:
        self.give(who, "end_test")

    @rule(one=ONE, what=st.sampled_from(["work", "rest", "half rest", "finish", "void", "clear"]))
    def permit_moves(self, one: str, what: str) -> None:
        """The permit lives as its own rules let it: it goes to work only behind a verified isolation."""
        found = self.station.permits[one]
        moved = self._moved(found, what)
        if moved is not None:
            self.station.permits[one] = moved

    def _moved(self, found: Permit, what: str) -> Permit | None:
        station, isolation = self.station, self.station.isolation
        assert isolation is not None
        relies = found.id in isolation.relying()
        if what == "work" and found.state in {"issued", "paused"}:
            held = isolation.is_verified and not isolation.testing
            return at_work(found) if held or not relies else None
        if what in {"rest", "half rest"} and found.state == "active":
            return at_rest(found, station.now, confirmed=what == "rest")
        if what == "finish" and found.state == "active":
            return replace(found, state="finished")
        if what == "void" and found.state in {"active", "paused"}:
            return replace(found, state="voided", clearance="open")
        if what == "clear" and found.state in {"finished", "voided"} and not relies:
            return permit(found.id)
        return None

    @invariant()
    def nobody_works_behind_a_point_that_is_gone(self) -> None:
        isolation = self.station.isolation
        assert isolation is not None
        relying = [self.station.permits[p] for p in isolation.relying()]
        if any(p.on_place for p in relying):
            assert not [p.id for p in isolation.points if p.state in GONE]
        if isolation.testing:
            assert not [p for p in relying if p.state == "active"]
            assert isolation.personal_locks() == 0

    @invariant()
    def no_point_was_verified_by_whoever_applied_it(self) -> None:
        for point in self.station.isolation.points if self.station.isolation else ():
            if point.state == "verified":
                assert point.applied
                assert point.verified
                assert point.applied.by != point.verified.by


Anyhow.TestCase.settings = settings(
    max_examples=DEPTH, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
)
TestAnyhow = Anyhow.TestCase
