"""Two people recall the rules: every live permit on them pauses at once, and nothing goes live until two
lift it."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.door.envelope import parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.rulebook import books, recalls
from davy_core.instants import iso
from davy_core.rulebooks.recall import apply, stream_of

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
REASON = {"reason": "甲醇限值抄错"}


@pytest.fixture
def live() -> Hands:
    """A live hot-work permit at a plant with two safety officers, 郑安全 and 褚中控."""
    hands = Hands(small_plant(simulated=True), at=MORNING)
    Account.objects.filter(id=hands.plant.people["chu"].account).update(roles=["control_room", "admin"])
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _basis(hands: Hands) -> str:
    found = journeys.state(hands).basis
    assert found is not None
    return found


def _give(
    plant: Plant, who: str, kind: str, body: dict[str, Any], basis: str, *, stream: UUID | None = None
) -> Any:
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(plant.company),
        "stream": f"rulebook/{stream or stream_of(basis)}",
        "kind": kind,
        "base_version": None,
        "body": body,
        "occurred_at": iso(MORNING),
        "app": "test/1",
    }
    member = plant.people[who]
    sender = Sender("person", member.person, member.account, simulated_at=MORNING)
    return execute(parse(seal(data)), sender)


def _recall(hands: Hands) -> str:
    basis = _basis(hands)
    assert (
        _give(hands.plant, "zheng", "request_recall", {"basis": basis, **REASON}, basis)["verdict"]
        == "accepted"
    )
    assert _give(hands.plant, "chu", "confirm_recall", {}, basis)["verdict"] == "accepted"
    return basis


def test_asking_alone_stops_nothing_and_nobody_confirms_himself(live: Hands) -> None:
    basis = _basis(live)
    _give(live.plant, "zheng", "request_recall", {"basis": basis, **REASON}, basis)
    assert _give(live.plant, "zheng", "confirm_recall", {}, basis)["code"] == "second_person_needed"
    assert _give(live.plant, "zhao", "confirm_recall", {}, basis)["code"] == "rulebook_role_needed"
    assert journeys.state(live).state == "active"


def test_a_confirmed_recall_pauses_every_live_permit_on_it_in_one_transaction(live: Hands) -> None:
    issued = Hands(live.plant, at=MORNING)
    journeys.draft_hot(issued, place=_other_point(live.plant))
    journeys.prepare(issued)
    journeys.approve(issued)
    spared = Hands(live.plant, at=MORNING)
    journeys.draft_confined(spared, place=_other_point(live.plant))
    before = spared.version
    _recall(live)
    for hands in (live, issued):
        permit = journeys.state(hands)
        assert (permit.state, [c.kind for c in permit.causes]) == ("paused", ["basis_recalled"])
    assert journeys.state(spared).state == "submitted"
    with tenant.company(live.plant.company):
        assert len(evidence.events(live.plant.company, "permit", spared.permit)) == before
        stream = evidence.events(live.plant.company, "rulebook", stream_of(_basis(live)))
    assert [e.type for e in stream] == ["BasisRecallRequested", "BasisRecalled"]


def test_nothing_goes_live_until_two_have_lifted_the_recall(live: Hands) -> None:
    basis = _recall(live)
    cause = {"cause": "basis_recalled"}
    assert live.give("feng", "resolve_cause", cause)["code"] == "basis_recalled"
    assert live.give("li", "resume", {"changed": False})["code"] in {"basis_recalled", "causes_open"}
    assert _give(live.plant, "chu", "lift_recall", REASON, basis)["verdict"] == "accepted"
    assert _give(live.plant, "chu", "lift_recall", REASON, basis)["code"] == "second_person_needed"
    assert live.give("feng", "resolve_cause", cause)["code"] == "basis_recalled"
    assert _give(live.plant, "zheng", "lift_recall", REASON, basis)["verdict"] == "accepted"
    assert journeys.state(live).state == "paused"
    assert live.give("li", "resolve_cause", cause)["code"] == "cause_not_yours"
    live.must("feng", "resolve_cause", cause)
    live.must("wang", "stand_by")
    live.must("li", "resume", {"changed": False})


def test_stopping_and_ending_stay_possible_under_a_recall(live: Hands) -> None:
    _recall(live)
    live.must("qian", "stop")
    live.must("wang", "confirm_stopped")
    live.must("zhao", "void", {"reason": "按新规则重新办票"})


def test_no_request_is_submitted_and_none_is_signed_on_recalled_rules(live: Hands) -> None:
    waiting = Hands(live.plant, at=MORNING)
    journeys.draft_hot(waiting, place=_other_point(live.plant))
    journeys.prepare(waiting)
    _recall(live)
    signs = {"stage": "area", "confirmed": [], "signature": journeys.STROKES}
    assert "basis_recalled" in _codes(waiting.give("zhao", "sign_stage", signs))
    with pytest.raises(AssertionError, match=r"submit.*basis_recalled"):
        journeys.draft_hot(Hands(live.plant, at=MORNING), place=_other_point(live.plant))
    journeys.draft_confined(Hands(live.plant, at=MORNING), place=_other_point(live.plant))


def test_only_known_rules_are_recalled_and_only_in_their_own_stream(live: Hands) -> None:
    basis, unknown = _basis(live), "ab" * 32
    assert (
        _give(live.plant, "zheng", "request_recall", {"basis": unknown, **REASON}, unknown)["code"]
        == "basis_unknown"
    )
    wrong = _give(live.plant, "zheng", "request_recall", {"basis": basis, **REASON}, basis, stream=uuid7())
    assert wrong["code"] == "basis_unknown"


def test_rules_no_permit_stands_on_yet_can_be_recalled(live: Hands) -> None:
    with tenant.company(live.plant.company):
        basis = books.current(live.plant.company, "confined").basis
    assert (
        _give(live.plant, "chu", "request_recall", {"basis": basis, **REASON}, basis)["verdict"] == "accepted"
    )
    _give(live.plant, "zheng", "confirm_recall", {}, basis)
    assert journeys.state(live).state == "active"
    with tenant.company(live.plant.company):
        assert [(r.basis, r.state, why) for r, why in recalls.all_of(live.plant.company)] == [
            (basis, "recalled", REASON["reason"])
        ]


def test_the_row_is_what_the_chain_tells(live: Hands) -> None:
    basis = _recall(live)
    _give(live.plant, "chu", "lift_recall", REASON, basis)
    with tenant.company(live.plant.company):
        folded = None
        for event in evidence.events(live.plant.company, "rulebook", stream_of(basis)):
            folded = apply(folded, event.type, event.data)
        assert recalls.of(live.plant.company, stream_of(basis)) == folded


def test_nobody_recalls_the_permits_of_another_company(live: Hands) -> None:
    neighbour = small_plant("next", "next.davy.test", simulated=True)
    Account.objects.filter(id=neighbour.people["chu"].account).update(roles=["admin"])
    basis = _basis(live)
    _give(neighbour, "zheng", "request_recall", {"basis": basis, **REASON}, basis)
    _give(neighbour, "chu", "confirm_recall", {}, basis)
    assert journeys.state(live).state == "active"
    with tenant.company(live.plant.company):
        assert recalls.all_of(live.plant.company) == []


def _other_point(plant: Plant) -> dict[str, str]:
    return {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}


def _codes(answer: Any) -> list[str]:
    return [row["code"] for row in answer["reasons"]]
