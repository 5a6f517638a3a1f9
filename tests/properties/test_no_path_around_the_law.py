"""Whatever people and clocks do in whatever order: no way leads around the law. A machine tries.

It takes ordinary steps, so that it gets far, and wild ones in between, by anybody, at any time, in a plant
whose facts change under its hands. After every step it asks what must hold for every permit there will be.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from davy.problems.catalogue import catalogue
from davy_core.evidence.canonical import decode, encode
from davy_core.outcome import Accepted, Event, Refused
from davy_core.permits.apply import apply
from davy_core.permits.command import Command
from davy_core.permits.deadlines import next_check
from davy_core.permits.duties import person_duties
from davy_core.permits.entitled import awaited, signers
from davy_core.permits.facts import Fix, Neighbour, Special
from davy_core.permits.gates import gate, watched
from davy_core.permits.plain import from_plain, to_plain
from davy_core.permits.state import Permit
from davy_core.permits.tests.walk import SIGNED, step, walk
from davy_core.permits.tests.world import MORNING, PEOPLE, World
from tests.properties.anything import KINDS, body, people

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
EXAMPLES = max(10, DEPTH)
FAR = {
    "WorkPaused", "CauseResolved", "DutyTaken", "ClearanceConfirmed", "PermitVoided", "RoundRecorded",
    "AttemptRefused", "AlarmRaised", "WorkFinished", "ReminderSent", "GuardianStoodBy",
}  # fmt: skip
SEEN: Counter[str] = Counter()
"""What happened in all runs together: a machine that gets nowhere proves nothing."""
DULL = {
    "finish", "add_photo", "refuse", "withdraw", "void", "stop", "sos", "pause", "take_back", "report_change",
    "request_cancel", "amend", "return_to_draft", "assign", "recall_to_draft", "return_to_stage",
    "add_signer", "transfer_decision", "copy_to", "add_hazard", "add_voice",
}  # fmt: skip
"""Left to those who do anything: they would end every walk early."""
LIVE = {"issued", "active", "paused"}
STOPS: Mapping[str, dict[str, Any]] = {"stop": {}, "sos": {}}


TAKERS = st.sampled_from(("sun", "sun", "sun", "sun", *PEOPLE))
"""Sun is free and trained: mostly it is he who is asked to take over."""
BEGINNINGS = ["none", "submitted", "issued", "active", "active", "active", "paused", "voided", "voided"]


@cache
def _standing(work_type: str, state: str) -> World:
    """A permit that came the ordinary way to this state."""
    world = World(type=work_type)
    if state != "none":
        walk(world, "active" if state in {"paused", "voided"} else state)
    if state == "paused":
        world.must("feng", "stop")
    if state == "voided":
        world.must("zhao", "void", {"reason": "r"})
    return world


class Permits(RuleBasedStateMachine):
    """One permit at one plant."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.folded: Permit | None = None
        self.folded_to = 0

    @initialize(work_type=st.sampled_from(["hot", "confined"]), begins=st.sampled_from(BEGINNINGS))
    def begin(self, work_type: str, begins: str) -> None:
        self.world = _standing(work_type, begins).copy()

    # --- what happens ---------------------------------------------------------------------------------

    @rule(times=st.integers(1, 12), to_the_end=st.booleans())
    def go_on(self, times: int, to_the_end: bool) -> None:
        """Ordinary steps, as far as they go."""
        for _ in range(times):
            found = step(self.world)
            if found is None or (found[1] == "finish" and not to_the_end):
                return
            if found[1] == "check_residual_fire":
                self.world.later(minutes=31)
            if self._give(*found) is None:
                return

    @rule(data=st.data(), asked=st.lists(st.tuples(people, st.sampled_from(KINDS)), min_size=3, max_size=12))
    def anybody_does_anything(self, data: st.DataObject, asked: list[tuple[str, str]]) -> None:
        for who, kind in asked:
            fix = data.draw(st.sampled_from([Fix(0, 3), Fix(0, 3), Fix(0, 60), Fix(900, 3), None]))
            clock = data.draw(st.sampled_from(["server", "server", "device_synced", "device_free"]))
            back = timedelta(seconds=data.draw(st.sampled_from([0, 0, 600, 7200])))
            sent = data.draw(body(kind, self.world))
            self._give(who, kind, sent, fix=fix, clock=clock, occurred_at=self.world.now - back)

    @rule(data=st.data(), times=st.integers(4, 16))
    def people_do_what_is_theirs(self, data: st.DataObject, times: int) -> None:
        for _ in range(times):
            permit, facts = self.world.permit, self.world.facts()
            if permit is None:
                return
            possible = facts.rulebook.lifecycle.possible
            mine = [
                (who, kind)
                for who in PEOPLE
                for kind in possible(permit.state, person_duties(permit, who, facts), permit.clearance)
                if kind not in DULL
            ]
            if not mine:
                return
            who, kind = data.draw(st.sampled_from(mine))
            self._give(who, kind, data.draw(body(kind, self.world)))

    @rule(data=st.data(), duty=st.sampled_from(["guardian", "responsible"]), to=TAKERS)
    def a_duty_changes_hands(self, data: st.DataObject, duty: str, to: str) -> None:
        permit = self.world.permit
        holder = getattr(permit.crew, duty) if permit else None
        if holder and self._give(holder, "offer_duty", {"duty": duty, "to": to}):
            if data.draw(st.booleans()):
                self._give("li", "assign", {"duty": "worker", "person": to})
            if data.draw(st.booleans()):
                self._give(to, "sign_briefing", dict(SIGNED))
            self._give(to, "take_duty", {"duty": duty})

    @rule(minutes=st.sampled_from([0.1, 1, 3, 10, 31, 61, 121, 500]))
    def time_passes_and_the_clock_looks_when_due(self, minutes: float) -> None:
        until = self.world.now + timedelta(minutes=minutes)
        for _ in range(30):  # then the server is down until the end
            due = self._due()
            if due is None or due > until:
                break
            self.world.now = max(self.world.now, due)
            self._tick()
        self.world.now = until

    @rule(person=people, status=st.sampled_from(["active", "active", "frozen", "left"]))
    def a_person_changes(self, person: str, status: str) -> None:
        self.world.people[person] = replace(self.world.people[person], status=status)

    @rule(post=st.sampled_from(["area_head", "safety_dept", "shift_leader", "acceptor"]), person=people)
    def a_post_changes(self, post: str, person: str) -> None:
        self.world.posts[post] = replace(self.world.posts[post], deputy=person)

    @rule(
        wind=st.sampled_from([None, 2, 6]),
        ok=st.sampled_from([True, True, False]),
        contact=st.sampled_from([None, 20, 20, 20, 200, 400]),
        frozen=st.sampled_from([None, None, "control_room"]),
    )
    def the_plant_changes(self, wind: int | None, ok: bool, contact: int | None, frozen: str | None) -> None:
        self.world.wind, self.world.clock_ok = wind, ok
        self.world.contact_age = None if contact is None else timedelta(seconds=contact)
        self.world.ground = replace(self.world.ground, frozen_by=frozen)

    @rule(near=st.booleans(), night=st.booleans(), shift=st.booleans())
    def around_it_changes(self, near: bool, night: bool, shift: bool) -> None:
        other = Neighbour("other", "hot", "sun", "DH-2", "active", "none", same_point=True, overlaps=True)
        self.world.neighbours = (other,) if near else ()
        dark = MORNING + timedelta(hours=5)
        self.world.specials = (Special("night", dark, dark + timedelta(hours=8)),) if night else ()
        self.world.shift_bounds = (MORNING + timedelta(hours=2),) if shift else ()

    # --- how it is done -------------------------------------------------------------------------------

    def _give(self, who: str | None, kind: str, body: dict[str, Any] | None = None, **over: Any) -> Any:
        before, known = self.world.permit, len(self.world.history)
        facts = self.world.facts(who, **over)
        outcome = self.world.give(who, kind, body, **over)
        after, events = self.world.permit, self.world.history[known:]
        SEEN.update(e.type for e in events)
        if isinstance(outcome, Refused):
            assert after == before, f"{kind} was refused and changed the permit"
            assert all(reason.code in catalogue() for reason in outcome.reasons)
            lifecycle = facts.rulebook.lifecycle.rules[kind]
            live = before is not None and before.state in LIVE
            assert not (live and kind in STOPS and lifecycle.stops), f"{kind} was refused: {outcome.reasons}"
            return None
        self._held_to_the_law(before, kind, events, body or {}, facts)
        return outcome

    def _held_to_the_law(
        self, before: Permit | None, kind: str, events: list[Event], body: dict[str, Any], facts: Any
    ) -> None:
        after = self.world.permit
        assert after is not None
        known = facts.rulebook.lifecycle.rules[kind]
        state = before.state if before else "none"
        assert after.state == state or after.state in known.targets, f"{kind}: {state} to {after.state}"
        types = {e.type for e in events}
        if types & {"WorkStarted", "WorkResumed"}:
            assert before is not None
            command = Command("c", kind, before.id, body)
            unmet, _ = gate(before, command, facts, (kind,))
            assert unmet == [], f"{kind} went live over {unmet}"
            assert facts.clock_ok
        if "WorkResumed" in types:
            assert before is not None
            assert {c.kind for c in before.causes} <= {"break"}, "resumed over an open cause"
        if state in LIVE and kind in {"stop", "sos", "pause", "take_back", "report_change", "request_cancel"}:
            assert after.state == "paused"
        if "StageSigned" in types:
            assert before is not None
            signer = facts.actor.person
            assert signer not in before.own_work()
            stage = before.stage()
            assert stage is not None
            assert any(signer in signers(before, stage, post, facts) for post in awaited(before, stage))

    def _due(self) -> Any:
        permit = self.world.permit
        if permit is None:
            return None
        facts = self.world.facts()
        due = next_check(permit, facts, watched(permit, facts))
        assert due is None or due >= self.world.now, "the clock would look in the past"
        return due

    def _tick(self) -> None:
        """The clock looks. What it finds may bring the next thing; then it has nothing more to say."""
        said = []
        for _ in range(4):
            events = self.world.must(None, "tick", fix=None)
            SEEN.update(e.type for e in events)
            said.append([e.type for e in events])
            if not events:
                break
        assert said[-1] == [], f"the clock goes on talking at one instant: {said}"
        due = self._due()
        assert due is None or due > self.world.now, "nothing is left to say, and it is due again"

    # --- what must hold always ------------------------------------------------------------------------

    @invariant()
    def approved_means_signed_by_others(self) -> None:
        permit = self.world.permit
        if permit is None or permit.issued_at is None:
            return
        assert permit.stage() is None, "issued without every signature"
        assert not permit.approvers() & permit.crew.doing_the_work(), "who signed works under it"
        by_stage = [{s.person for s in permit.signatures if s.stage == stage.id} for stage in permit.stages]
        assert sum(map(len, by_stage)) == len(set().union(*by_stage)), "one person signed two stages"

    @invariant()
    def the_guardian_only_guards(self) -> None:
        permit = self.world.permit
        if permit is not None and permit.issued_at is not None:
            assert permit.crew.guardian not in {permit.crew.responsible, *permit.crew.workers}

    @invariant()
    def what_was_live_and_ended_leaves_its_place_to_be_cleared(self) -> None:
        permit = self.world.permit
        if permit is None:
            return
        if permit.state in {"voided", "withdrawn"} and permit.started:
            assert permit.clearance in {"open", "confirmed"}
        if permit.clearance == "confirmed":
            assert (permit.inside, permit.tools_inside) == ((), ()), "cleared with somebody inside"
        if permit.state in {"finished", "closed"}:
            assert (permit.inside, permit.tools_inside) == ((), ()), "finished with somebody inside"
        if permit.state == "active":
            assert permit.causes == ()
        if permit.state == "paused":
            assert permit.pause is not None

    @invariant()
    def the_row_is_the_fold_of_the_chain(self) -> None:
        for event in self.world.history[self.folded_to :]:
            stored = decode(encode(dict(event.data)))
            self.folded = apply(self.folded, event.type, stored)
        self.folded_to = len(self.world.history)
        assert self.folded == self.world.permit
        if self.folded is not None:
            assert from_plain(Permit, json.loads(json.dumps(to_plain(self.folded)))) == self.folded

    @precondition(lambda self: self.world.permit is not None and self.world.permit.state in LIVE)
    @invariant()
    def anybody_can_stop_it_now(self) -> None:
        permit, known = self.world.permit, len(self.world.history)
        for who in ("sun", "qian"):
            outcome = self.world.give(
                who, "stop", fix=None, clock="device_free", occurred_at=MORNING - timedelta(days=1)
            )
            assert isinstance(outcome, Accepted)
            assert self.world.permit is not None
            assert self.world.permit.state == "paused"
            self.world.permit, self.world.history = permit, self.world.history[:known]


def _walk(number: int) -> None:
    """All walks of one number go the same way each time: what they miss is no bad luck of a day."""
    run_state_machine_as_test(
        seed(number)(Permits) if DEPTH <= 100 else Permits,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=25,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_path_leads_around_the_law() -> None:
    """It walks until it has been everywhere: what no walk comes to is a fault."""
    SEEN.clear()
    for number in range(4):
        _walk(number)
        if set(SEEN) >= FAR:
            return
    raise AssertionError(f"the machine never got to {sorted(FAR - set(SEEN))}")
