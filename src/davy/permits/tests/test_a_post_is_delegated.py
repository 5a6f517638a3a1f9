"""委派: the holder sends somebody entitled to sign for him, for a while; the register tells it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.evidence import queries as evidence
from davy.people import delegations
from davy.people.models import Certificate, Person, Post
from davy.permits import agenda
from davy.permits.facts import posts_here
from davy_core.instants import iso
from tests.adversarial.scenes import reach

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def _post(plant: Plant, code: str) -> str:
    with tenant.company(plant.company):
        return str(Post.objects.get(code=code).id)


def _body(plant: Plant, to: str = "zheng", post: str = "area_head", **over: Any) -> dict[str, Any]:
    now = clock.now()
    return {
        "post": _post(plant, post), "to": plant.person(to), "from": iso(now), "until": iso(now + DAY),
        "reason": "出差", **over,
    }  # fmt: skip


def _give(plant: Plant, who: str, body: Mapping[str, Any], hands: Hands | None = None, **extra: Any) -> Any:
    sender = hands or Hands(plant)
    kind = "delegate" if "post" in body else "revoke_delegation"
    return sender.give(who, kind, body, stream_kind="delegation", **extra)


def _codes(answer: Any) -> set[str]:
    return {r["code"] for r in answer.get("reasons", ())}


def _delegates(plant: Plant, at: Any = None) -> list[str]:
    with tenant.company(plant.company):
        return [d.person for d in posts_here(plant.company, plant.area, at)["area_head"].delegates]


def test_the_holder_sends_somebody_entitled_who_then_finds_the_permit_and_signs_it() -> None:
    hands = reach("submitted")
    plant, now = hands.plant, hands.at
    assert now is not None
    span = {"from": iso(now - DAY), "until": iso(now + DAY)}
    assert _codes(_give(plant, "zhao", _body(plant, to="chen", **span), Hands(plant, at=now))) == set()
    assert _delegates(plant, now) == [plant.person("chen")]
    journeys.prepare(hands)
    with tenant.company(plant.company):
        tasks = agenda.of(plant.company, UUID(plant.person("chen")), now)
    assert [t["command"] for t in tasks] == ["sign_stage"]
    journeys.approve(hands, {"area": "chen"})
    with tenant.company(plant.company):
        signed = [
            e for e in evidence.events(plant.company, "permit", hands.permit) if e.type == "StageSigned"
        ]
    assert ["delegation" in e.data for e in signed] == [True, False]


@pytest.mark.parametrize(
    ("who", "over", "code"),
    [
        ("zheng", {}, "not_your_post"),
        ("zhao", {"to": "qian"}, "delegate_not_entitled"),
        ("zhao", {"to": "zhao"}, "delegate_not_entitled"),
        ("chu", {"post": "control_room"}, "post_not_delegable"),
        ("zhao", {"days": 31}, "delegation_too_long"),
        ("zhao", {"days": -1}, "window_invalid"),
        ("zhao", {"types": ["cooking"]}, "delegation_type_unknown"),
    ],
)
def test_it_is_refused_with_its_reason(who: str, over: dict[str, Any], code: str) -> None:
    plant = small_plant()
    days = over.pop("days", 1)
    body = _body(plant, **over)
    body["until"] = iso(clock.now() + days * DAY)
    assert _codes(_give(plant, who, body)) == {code}
    assert _delegates(plant) == []


def test_it_wants_the_password_again() -> None:
    plant = small_plant()
    assert _codes(_give(plant, "zhao", _body(plant), proof=None)) == {"reauth_failed"}


def _certify(plant: Plant, who: str, until: Any) -> None:
    with tenant.company(plant.company):
        Certificate.objects.create(
            company_id=plant.company, person_id=plant.people[who].person, kind="safety_manager", item="安全",
            number=f"A-{who}", valid_to=until, holder_name=plant.people[who].name,
        )  # fmt: skip


def test_a_certificate_entitles_while_it_is_valid_and_no_longer() -> None:
    plant = small_plant()
    today = clock.now().date()
    _certify(plant, "wu", today + DAY)
    assert _codes(_give(plant, "zhao", _body(plant, to="wu"))) == set()
    assert _delegates(plant) == [plant.person("wu")]
    with tenant.company(plant.company):
        Certificate.objects.filter(kind="safety_manager").update(valid_to=today - DAY)
    assert _delegates(plant) == []


def test_it_ends_by_itself_by_being_revoked_and_with_him_who_gave_it() -> None:
    plant = small_plant()
    hands = Hands(plant)
    _give(plant, "zhao", _body(plant), hands)
    assert _delegates(plant, clock.now() + 2 * DAY) == []
    with tenant.company(plant.company):
        Post.objects.filter(code="area_head").update(holder_id=plant.people["chen"].person)
    assert _delegates(plant) == []
    with tenant.company(plant.company):
        Post.objects.filter(code="area_head").update(holder_id=plant.people["zhao"].person)
    assert _codes(_give(plant, "qian", {"reason": "不行"}, hands)) == {"not_your_post"}
    assert _codes(_give(plant, "zhao", {"reason": "回来了"}, hands)) == set()
    assert _delegates(plant) == []
    assert _codes(_give(plant, "zhao", {"reason": "再来"}, hands)) == {"delegation_over"}
    assert _codes(_give(plant, "zhao", _body(plant), hands)) == {"delegation_known"}


def test_somebody_frozen_signs_for_nobody() -> None:
    plant = small_plant()
    _give(plant, "zhao", _body(plant))
    with tenant.company(plant.company):
        Person.objects.filter(id=plant.people["zheng"].person).update(status="frozen")
    assert _delegates(plant) == []


def test_the_register_keeps_what_was_and_the_chain_proves_it() -> None:
    plant = small_plant()
    hands = Hands(plant)
    _give(plant, "zhao", _body(plant), hands)
    _give(plant, "zhao", {"reason": "回来了"}, hands)
    with tenant.company(plant.company):
        [row] = delegations.listed(plant.company, clock.now())
        events = evidence.events(plant.company, "delegation", hands.permit)
    told = [e.type for e in events]
    assert events[0].data["signed"] == {"way": "password", "level": 1}
    assert (row.state, row.by_name, row.to_name) == (
        "revoked",
        plant.people["zhao"].name,
        plant.people["zheng"].name,
    )
    assert told == ["SigningDelegated", "DelegationRevoked"]
