"""A definite no takes a person's rights and pauses his work in one transaction; silence does neither."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from davy import clock
from davy.db import tenant
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.people import queries as people
from davy.people.models import Certificate, Delegation, Post
from davy.verification.tests.house import House
from davy.watch.night import comparing

pytestmark = pytest.mark.django_db


def test_another_name_freezes_stops_and_is_told(house: House) -> None:
    assert house.verify(house.answer(name="孙某"))["verdict"] == "accepted"
    assert house.status() == "frozen"
    assert house.events() == ["CertificateChecked", "PersonFrozen"]
    assert house.permit() == ("paused", ["person_ineligible"])
    (alarm,) = house.alarms()
    assert alarm["kind"] == "certificate_mismatch"
    assert UUID(house.plant.person("chu")) in {UUID(str(one)) for one in alarm["told"]}


def test_the_permit_says_whose_paper_and_what_about_it(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    with tenant.company(house.plant.company):
        told = evidence.events(house.plant.company, "permit", house.hands.permit)
        private = evidence.private(house.plant.company, [e.id for e in told if e.type == "WorkPaused"])
    said = b" ".join(private.values()).decode()
    assert "钱焊工" in said
    assert "姓名" in said
    assert "熔化焊接与热切割作业" in said


@pytest.mark.parametrize("lost", ["number", "name", "records"])
def test_half_an_answer_stops_nobody(house: House, lost: str) -> None:
    half = {name: value for name, value in house.answer().items() if name != lost}
    assert house.verify(half)["verdict"] == "accepted"
    assert (house.status(), house.permit()[0]) == ("active", "active")
    assert house.state().papers[str(house.paper)].verdict == "unknown"


def test_an_honest_answer_confirms(house: House) -> None:
    house.verify(house.answer())
    assert house.state().papers[str(house.paper)].verdict == "confirmed"
    assert (house.status(), house.alarms()) == ("active", [])


def test_a_code_that_says_something_else_is_told_and_stops_nobody(house: House) -> None:
    body = {"certificate": str(house.paper), "source": "qr", "answer": house.answer(name="孙某")}
    house.give("zheng", "record_answer", body)
    assert (house.status(), house.permit()[0]) == ("active", "active")
    assert [one["kind"] for one in house.alarms()] == ["certificate_doubted"]


def test_a_refuted_paper_counts_no_more_after_the_thaw(house: House) -> None:
    house.verify({"found": False, "number": "T-qian"})
    house.give("zheng", "ask_thaw", {"reason": "另有一本有效的证"})
    assert house.code(house.give("zheng", "thaw", {"despite": True})) == "thaw_second_person"
    assert house.code(house.give("chu", "thaw")) == "thaw_paper_still_against"
    assert house.code(house.give("chu", "thaw", {"despite": True})) == "accepted"
    assert house.status() == "active"
    who = house.plant.people["qian"].person
    with tenant.company(house.plant.company):
        found = people.facts(house.plant.company, [who], clock.now().date())
    judged = {paper.item: paper.holder_match for paper in found[str(who)].certificates}
    assert judged["熔化焊接与热切割作业"] is False
    assert judged["低压电工作业"] is True


def test_an_answer_after_the_ledger_was_corrected_confirms(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    house.verify(house.answer())
    assert house.state().papers[str(house.paper)].verdict == "confirmed"
    assert house.status() == "frozen"  # he stays so until two people end it
    house.give("zheng", "ask_thaw", {"reason": "查错了人，已重查"})
    assert house.code(house.give("chu", "thaw")) == "accepted"


def test_a_person_is_frozen_by_hand_with_a_reason(house: House) -> None:
    assert house.code(house.give("qian", "freeze_person", {"reason": "x"})) == "verification_role_needed"
    house.give("zheng", "freeze_person", {"reason": "事故调查期间停工"})
    assert (house.status(), house.permit()[0]) == ("frozen", "paused")
    assert house.alarms() == []


def test_the_row_tells_what_the_events_fold_to(house: House) -> None:
    house.verify(house.answer(name="孙某"))
    house.give("zheng", "ask_thaw", {"reason": "台账录错"})
    company, person = house.plant.company, house.plant.people["qian"].person
    with tenant.company(company):
        assert "person" in comparing.KINDS
        assert not comparing.differs(company, "person", person)
        verified = evidence.verify_stream(company, "person", person)
    assert isinstance(verified, evidence.Verified)


def test_a_refuted_paper_entitles_nobody_to_sign_for_another(house: House) -> None:
    _sent_to_sign(house)
    assert "special_operation" in _delegate(house)
    house.verify(house.answer(name="孙某"))
    house.give("zheng", "ask_thaw", {"reason": "另有一本有效的证"})
    house.give("chu", "thaw", {"despite": True})
    assert house.status() == "active"
    assert "special_operation" not in _delegate(house)


def _sent_to_sign(house: House) -> None:
    """赵主任 sent 钱焊工 to sign for him; nothing but the welder's paper is left to 钱."""
    company, now = house.plant.company, clock.now()
    with tenant.company(company):
        post = Post.objects.get(company_id=company, code="area_head", holder_id__isnull=False)
        Certificate.objects.filter(person_id=house.plant.person("qian")).exclude(id=house.paper).delete()
        Delegation.objects.create(
            company_id=company,
            id=uuid7(),
            post_id=post.id,
            code=post.code,
            by_id=house.plant.person("zhao"),
            to_id=house.plant.person("qian"),
            types=[],
            starts_at=now - timedelta(hours=1),
            ends_at=now + timedelta(days=1),
            made_at=now,
            reason="出差",
        )


def _delegate(house: House) -> tuple[str, ...]:
    """The kinds of certificates that entitle him."""
    with tenant.company(house.plant.company):
        post = Post.objects.get(company_id=house.plant.company, code="area_head", holder_id__isnull=False)
        [found] = people.posts(house.plant.company, post.area_id)["area_head"].delegates
    return found.certificates
