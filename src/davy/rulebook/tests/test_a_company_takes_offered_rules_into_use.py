"""Rules beyond the law are taken into use one by one and stand side by side; permits submitted before keep
theirs, and taking one out goes back to what was there."""

from __future__ import annotations

import json
from typing import Any

import pytest

from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from davy.rulebook import books, law
from davy.rulebook.models import StoredOverlay
from davy_core.rules.overlay import apply, load_overlay
from davy_core.rules.pack import load
from tests.plant import Browser, said

pytestmark = pytest.mark.django_db
PATH = "/api/v1/rulebook/offers"
HOT = "gb30871-2022/hot"


def _browser(plant: Plant, who: str) -> Browser:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _switch(plant: Plant, name: str, *, on: bool = True, who: str = "zheng", **more: Any) -> Any:
    base = _offer(plant, name)["base"]
    body = {"on": on, "base": base, "reason": "安委会 11 月决定", **more}
    return _browser(plant, who).send("PUT", f"{PATH}/{name}", body)


def _offer(plant: Plant, name: str) -> Any:
    told = said(_browser(plant, "zheng").get(PATH))
    return next(offer for offer in told["offers"] if offer["name"] == name)


def _asked(plant: Plant) -> set[str]:
    with tenant.company(plant.company):
        found = books.current(plant.company, "hot")
    return {one.id for one in found.requirements if one.id.startswith("site.")}


def _submitted(plant: Plant) -> Hands:
    hands = Hands(plant, uuid7())
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    return hands


@pytest.mark.parametrize("name", sorted(law.offers()))
def test_each_offer_fits_its_pack_and_is_made_of_rules_alone(name: str) -> None:
    offer = law.offers()[name]
    assert set(offer) == {"id", "version", "pack", "title", "requirements"}
    work = str(offer["pack"]).rsplit("/", 1)[1]
    packs = law.packs("hot" if work == "every" else work)
    (pack,) = (one for one in packs if one["id"] == offer["pack"])
    assert apply(load(pack), load_overlay(offer)).requirements


def test_two_offers_of_one_pack_stand_side_by_side_and_go_one_by_one() -> None:
    plant = small_plant()
    assert _asked(plant) == set()
    assert _switch(plant, "roster").status_code == 200
    assert _switch(plant, "people_trained").status_code == 200
    assert _asked(plant) == {"site.crew.signed_on", "site.crew.trained"}
    assert (_offer(plant, "roster")["on"], _offer(plant, "contractors")["on"]) == (True, False)
    assert _switch(plant, "roster", on=False).status_code == 200
    assert _asked(plant) == {"site.crew.trained"}


def test_a_permit_submitted_before_keeps_its_rules() -> None:
    plant = small_plant()
    before = _submitted(plant)
    assert _switch(plant, "people_trained").status_code == 200
    assert "全员安全培训" not in _missing(before)
    assert "全员安全培训" in _missing(_submitted(plant))


def _missing(hands: Hands) -> str:
    stage = journeys.state(hands).stage()
    assert stage is not None
    body = {"stage": stage.id, "confirmed": [], "opinion": "同意", "signature": journeys.STROKES}
    answer = hands.give("zhao", "sign_stage", body)
    return json.dumps(answer["reasons"], ensure_ascii=False)


def test_levels_of_signatures_and_offers_leave_each_other_alone() -> None:
    plant = small_plant()
    assert _switch(plant, "curve_hot").status_code == 200
    levels = {
        "pack": HOT,
        "base": _offer(plant, "curve_hot")["base"],
        "steps": [{"at": "accept", "least": 2}],
    }
    assert _browser(plant, "zheng").send("PUT", "/api/v1/rulebook/signatures", levels).status_code == 200
    assert _asked(plant) == {"site.hot.gas.curve"}
    assert _switch(plant, "curve_hot", on=False).status_code == 200
    with tenant.company(plant.company):
        newest = StoredOverlay.objects.filter(pack=HOT).order_by("-id").first()
    assert newest is not None
    assert newest.body["requirements"] == []
    assert [row["least"] for row in newest.body["signatures"]] == [2]


def test_an_older_version_in_use_is_told_and_replaced_by_the_offer() -> None:
    plant = small_plant()
    assert _switch(plant, "roster").status_code == 200
    with tenant.company(plant.company):
        row = StoredOverlay.objects.order_by("-id").first()
        assert row is not None
        old = {**row.body, "requirements": [{**row.body["requirements"][0], "clause": "本厂规定 3"}]}
        StoredOverlay.objects.create(
            company_id=plant.company, pack=row.pack, body=old, created_at=row.created_at,
            created_by=row.created_by,
        )  # fmt: skip
    assert _offer(plant, "roster")["other"] is True
    assert _switch(plant, "roster").status_code == 200
    assert _offer(plant, "roster")["other"] is False


def test_who_may_not_and_whoever_read_an_older_state_changes_nothing() -> None:
    plant = small_plant()
    assert _switch(plant, "roster", who="li").status_code == 403
    assert said(_switch(plant, "roster", base=str(uuid7())))["code"] == "offers_stale"
    body = {"on": True, "base": None, "reason": "试试"}
    assert _browser(plant, "zheng").send("PUT", f"{PATH}/nothing", body).status_code == 404
    assert _asked(plant) == set()


def test_each_change_is_in_the_record_with_its_reason() -> None:
    plant = small_plant()
    _switch(plant, "roster")
    with tenant.company(plant.company):
        (row,) = AuditRow.objects.filter(resource="site_rules")
    assert row.after is not None
    assert (row.after["offer"], row.after["reason"]) == ("roster", "安委会 11 月决定")
    assert row.account_id == plant.people["zheng"].account
