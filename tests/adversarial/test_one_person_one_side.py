"""Nobody works under his own signature or guards himself, in whatever order the duties come to him."""

from typing import Any

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.db import tenant
from davy.people.models import Certificate, Person, Post
from davy.rulebook import law
from tests.adversarial.scenes import later, reach, reading

pytestmark = pytest.mark.django_db


def _codes(answer: Any) -> set[str]:
    return {r["code"] for r in answer.get("reasons", ())}


def _signing(hands: Hands, who: str) -> Any:
    permit = journeys.state(hands)
    stage = permit.stage()
    assert stage is not None
    body = {"stage": stage.id, "confirmed": [], "signature": journeys.STROKES}
    return hands.give(who, "sign_stage", body)


def _hold(hands: Hands, post: str, who: str) -> None:
    with tenant.company(hands.plant.company):
        Post.objects.filter(code=post).update(holder_id=hands.plant.people[who].person)


def _certify(hands: Hands, who: str, kind: str, item: str) -> None:
    member = hands.plant.people[who]
    assert hands.at is not None
    with tenant.company(hands.plant.company):
        Certificate.objects.create(
            company_id=hands.plant.company, person_id=member.person, kind=kind, item=item,
            number=f"X-{who}-{kind}",
            valid_from=hands.at.date().replace(year=2026), valid_to=hands.at.date().replace(year=2028),
            holder_name=member.name,
        )  # fmt: skip


@pytest.mark.parametrize("who", ["li", "wang", "qian"])
def test_who_is_on_the_crew_never_signs(who: str) -> None:
    hands = reach("submitted")
    _hold(hands, "area_head", who)
    answer = _signing(hands, who)
    assert answer["verdict"] == "refused"
    assert "separation_of_duties" in _codes(answer)


def test_who_signed_one_stage_never_signs_the_next() -> None:
    hands = reach("submitted")
    journeys.prepare(hands)
    _hold(hands, "safety_dept", "zhao")
    with pytest.raises(AssertionError, match="separation_of_duties"):
        journeys.approve(hands, {"safety": "zhao"})


def test_who_signed_never_joins_the_crew_afterwards() -> None:
    hands = reach("issued")
    _certify(hands, "zhao", "special_operation", "熔化焊接与热切割作业")
    answer = hands.give("li", "assign", {"duty": "worker", "person": hands.plant.person("zhao")})
    assert "separation_of_duties" in _codes(answer), answer


@pytest.mark.parametrize("duty", ["responsible", "guardian"])
def test_who_signed_never_takes_a_duty_of_the_crew(duty: str) -> None:
    hands = reach("issued")
    _certify(hands, "zhao", "guardian", "监护人")
    holder = {"responsible": "li", "guardian": "wang"}[duty]
    offered = hands.give(holder, "offer_duty", {"duty": duty, "to": hands.plant.person("zhao")})
    taken = hands.give("zhao", "take_duty", {"duty": duty})
    assert "separation_of_duties" in _codes(offered) | _codes(taken)
    assert getattr(journeys.state(hands).crew, duty) == hands.plant.person(holder)


def test_who_became_a_worker_meanwhile_does_not_take_the_guard() -> None:
    hands = reach("active")
    _certify(hands, "chu", "guardian", "监护人")
    _certify(hands, "chu", "special_operation", "熔化焊接与热切割作业")
    hands.must("wang", "offer_duty", {"duty": "guardian", "to": hands.plant.person("chu")})
    hands.must("chu", "sign_briefing", {"signature": journeys.STROKES})
    hands.must("li", "assign", {"duty": "worker", "person": hands.plant.person("chu")})
    answer = hands.give("chu", "take_duty", {"duty": "guardian"})
    assert "separation_of_duties" in _codes(answer), answer
    crew = journeys.state(hands).crew
    assert crew.guardian not in {crew.responsible, *crew.workers}


def test_who_was_offered_both_duties_takes_one() -> None:
    hands = reach("active")
    _certify(hands, "chu", "guardian", "监护人")
    for holder, duty in (("wang", "guardian"), ("li", "responsible")):
        hands.must(holder, "offer_duty", {"duty": duty, "to": hands.plant.person("chu")})
    hands.must("chu", "sign_briefing", {"signature": journeys.STROKES})
    answers = [hands.give("chu", "take_duty", {"duty": d}) for d in ("responsible", "guardian")]
    assert [a["verdict"] for a in answers] == ["accepted", "refused"]
    crew = journeys.state(hands).crew
    assert crew.guardian != crew.responsible


def test_the_crew_never_verifies_its_own_ticket() -> None:
    hands = reach("issued")
    _hold(hands, "shift_leader", "li")
    answer = hands.give("li", "verify_ticket", {"signature": journeys.STROKES})
    assert "separation_of_duties" in _codes(answer)


def test_the_crew_never_accepts_its_own_work() -> None:
    hands = reach("finished")
    _hold(hands, "acceptor", "qian")
    body = {"items": [], "photos": [], "signature": journeys.STROKES}
    assert "separation_of_duties" in _codes(hands.give("qian", "accept", body))


@pytest.mark.parametrize("status", ["frozen", "left"])
def test_who_may_not_work_here_any_more_may_only_stop(status: str) -> None:
    hands = reach("submitted")
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["zhou"].person).update(status=status)
    answer = hands.give("zhou", "record_round", {"readings": [reading(hands)]})
    assert _codes(answer) == {"person_frozen"}, answer

    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["zhou"].person).update(status="active")
    journeys.get_to_work(hands)
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["wang"].person).update(status=status)
    assert _codes(hands.give("wang", "guard_round")) == {"person_frozen"}
    hands.must("wang", "stop")
    assert journeys.state(hands).state == "paused"


def test_a_later_report_of_gas_needs_a_later_round() -> None:
    hands = reach("active")
    hands.must("li", "pause", {"cause": "gas"})
    later(hands, minutes=5)
    journeys.gas_round(hands)
    later(hands, minutes=5)
    hands.must("qian", "pause", {"cause": "gas"})
    later(hands, minutes=1)
    hands.must("wang", "stand_by")
    answer = hands.give("feng", "resolve_cause", {"cause": "gas"})
    assert _codes(answer) == {"cause_needs_round"}, answer


def test_a_change_voids_the_permit_though_a_round_is_due() -> None:
    hands = reach("paused")
    later(hands, minutes=45)
    hands.must("wang", "stand_by")
    answer = hands.give("li", "resume", {"changed": True})
    assert answer["verdict"] == "accepted", _codes(answer)
    assert journeys.state(hands).state == "voided"


def test_what_waited_in_a_phone_is_as_old_as_it_is() -> None:
    hands = reach("active")
    then = hands.at
    later(hands, minutes=50)
    hands.must("wang", "guard_round", occurred_at=then, clock="device_synced")
    permit = journeys.state(hands)
    assert (permit.guard_round_at, permit.proven_at) == (then, then)
    hands.must("wang", "guard_round")
    assert journeys.state(hands).guard_round_at == hands.at


@pytest.mark.parametrize(
    ("state", "who", "kind", "body"),
    [
        ("issued", "li", "check_in", {}),
        ("active", "wang", "guard_round", {}),
        ("paused", "wang", "stand_by", {}),
        ("submitted", "li", "sign_briefing", {"signature": journeys.STROKES}),
        ("issued", "feng", "verify_ticket", {"signature": journeys.STROKES}),
        ("active", "wang", "sign_shift", {"side": "outgoing", "signature": journeys.STROKES}),
        ("finished", "wei", "accept", {"items": [], "photos": [], "signature": journeys.STROKES}),
    ],
)
def test_a_clock_nobody_set_proves_nothing(state: str, who: str, kind: str, body: dict[str, Any]) -> None:
    hands = reach(state)
    if kind == "sign_briefing":
        hands.must(
            "wu", "give_briefing", {"items": [i["id"] for i in law.template("hot")["briefing"]["items"]]}
        )
    answer = hands.give(who, kind, body, clock="device_free")
    assert "device_clock_free" in _codes(answer), answer
