"""S24 against the door: the same command twice, two at one instant, strangers, one blind of a pipe."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import BLINDED, PUMP, Isolating
from davy.building.plant import small_plant
from davy.db import tenant
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence.queries import events
from tests.adversarial.durable import assert_whole
from tests.adversarial.test_at_one_instant import Work, together

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
OTHER = ({**BLINDED[0], "number": "MB-101-2", "name": "进口法兰盲板"},)


def _isolating(points: tuple[Mapping[str, Any], ...] = PUMP) -> Isolating:
    return Isolating(small_plant(simulated=True), at=MORNING).plan(points)


def _types(isolating: Isolating) -> list[str]:
    with tenant.company(isolating.plant.company):
        return [e.type for e in events(isolating.plant.company, "isolation", isolating.isolation)]


def _at_once(*works: Work) -> list[str]:
    return sorted(str(answer["verdict"]) for answer in together(works))


@pytest.mark.django_db
def test_the_same_command_twice_happens_once() -> None:
    isolating = _isolating()
    sent = isolating.sealed("hang_lock", {"number": "G1", "kind": "group"})
    wu = isolating.plant.people["wu"]
    sender = Sender("person", wu.person, wu.account, simulated_at=MORNING)
    assert execute(sent, sender) == execute(sent, sender)
    assert _types(isolating).count("LockHung") == 1


@pytest.mark.django_db
def test_a_stranger_to_every_duty_is_refused_everything_and_it_is_recorded() -> None:
    isolating = _isolating()
    hands = Hands(isolating.plant, at=MORNING)
    journeys.draft_hot(hands)
    before = isolating.state
    photo = isolating.shot()
    tries: dict[str, dict[str, Any]] = {
        "apply_point": {"point": "p2", "tag": "T", "lock": "L", "photo": photo},
        "remove_point": {"point": "p2", "photo": photo},
        "hang_lock": {"number": "X", "kind": "personal"},
        "rely": {"permit": str(hands.permit)},
        "release": {"permit": str(hands.permit)},
        "start_test": {"points": ["p2"], "reason": "x"},
        "end_test": {},
        "cancel_isolation": {"reason": "x"},
    }
    for kind, body in tries.items():
        assert isolating.give("chu", kind, body)["verdict"] == "refused", kind
    assert isolating.state == before
    assert _types(isolating).count("AttemptRefused") == len(tries)


@pytest.mark.django_db
def test_a_permit_of_another_company_stands_behind_nothing_here() -> None:
    isolating = _isolating()
    there = Hands(small_plant("nachbar", "nachbar.test", simulated=True), at=MORNING)
    journeys.draft_hot(there)
    answer = isolating.give("feng", "rely", {"permit": str(there.permit)})
    assert answer["code"] == "isolation_not_yours"


@pytest.mark.django_db
def test_no_blind_number_and_no_lock_hangs_twice_in_a_plant() -> None:
    first = _isolating(BLINDED)
    second = Isolating(first.plant, at=MORNING)
    plan = {
        "place": {"site": str(first.plant.site), "area": str(first.plant.area)}, "title": "另一处",
        "isolators": [first.plant.person("wu")], "verifiers": [first.plant.person("zhou")],
        "points": [dict(BLINDED[0])],
    }  # fmt: skip
    assert second.give("feng", "plan_isolation", plan)["code"] == "isolation_number_taken"
    second.plan(({**PUMP[1], "number": "MCC-3-08"},))
    assert first.state.number != second.state.number
    first.must("wu", "apply_point", {"point": "p2", "tag": "T1", "lock": "SO-1", "photo": first.shot()})
    same = {"point": "p1", "tag": "T1", "lock": "SO-1", "photo": second.shot()}
    assert second.give("wu", "apply_point", same)["code"] == "isolation_lock_taken"


def test_two_who_begin_two_blinds_of_one_pipe_at_one_instant(
    committed_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davy.isolations.facts.blinds_have_permits", lambda: False)
    first = _isolating(BLINDED)
    second = Isolating(first.plant, at=MORNING).plan(OTHER)
    verdicts = _at_once(
        lambda: first.give("wu", "begin_blind", {"point": "p1"}),
        lambda: second.give("wu", "begin_blind", {"point": "p1"}),
    )
    assert verdicts == ["accepted", "refused"]
    assert_whole()


def test_a_test_and_a_resume_at_one_instant_never_both_go_through(committed_db: None) -> None:
    isolating = _isolating().isolate_all()
    hands = Hands(isolating.plant, at=MORNING)
    journeys.draft_hot(hands)
    isolating.behind(hands)
    journeys.prepare(hands)
    blinds = {"measure": "blinded", "applies": True, "values": {"blinds": "0"}, "photo": isolating.shot()}
    hands.must("wu", "answer_measure", blinds)
    journeys.approve(hands)
    journeys.go_live(hands)
    hands.must("li", "pause", {"cause": "break"})
    hands.must("li", "confirm_stopped")
    hands.must("wang", "stand_by")
    isolating.must("wang", "count_out", {"permit": str(hands.permit), "people": 3})
    verdicts = _at_once(
        lambda: isolating.give("feng", "start_test", {"points": ["p2"], "reason": "点动"}),
        lambda: hands.give("li", "resume", {"changed": False}),
    )
    assert verdicts == ["accepted", "refused"]
    assert (journeys.state(hands).state == "active") != isolating.state.testing
    assert_whole()
