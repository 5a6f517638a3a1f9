"""What a company asks of signatures beyond the packs reaches new permits only, and never loosens a pack."""

from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.ids import uuid7
from davy.rulebook.models import StoredOverlay
from tests.plant import Browser

pytestmark = pytest.mark.django_db
PATH = "/api/v1/rulebook/signatures"
HOT = "gb30871-2022/hot"


def _browser(plant: Plant, who: str) -> Browser:
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _hot(told: Any) -> Any:
    return next(pack for pack in told["packs"] if pack["pack"] == HOT)


def _ask(plant: Plant, steps: list[dict[str, Any]], base: str | None = None, who: str = "zheng") -> Any:
    return _browser(plant, who).send("PUT", PATH, {"pack": HOT, "base": base, "steps": steps})


def _ready(plant: Plant) -> Hands:
    hands = Hands(plant, uuid7())
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    return hands


def _signed(hands: Hands) -> list[str]:
    stage = journeys.state(hands).stage()
    assert stage is not None
    body = {"stage": stage.id, "confirmed": [], "opinion": "同意", "signature": journeys.STROKES}
    return [reason["code"] for reason in hands.give("zhao", "sign_stage", body)["reasons"]]


def test_it_is_asked_of_permits_submitted_from_then_on() -> None:
    plant = small_plant()
    before = _ready(plant)
    answer = _ask(plant, [{"at": "sign_stage", "least": 2}])
    assert answer.status_code == 200, answer.content
    steps = {(s["at"], s["last"]): s for s in _hot(answer.json())["steps"]}
    assert steps["sign_stage", False] == {
        "at": "sign_stage", "last": False, "shipped": 1, "least": 2, "beyond": 1,
    }  # fmt: skip
    assert "signature_too_weak" not in _signed(before)
    assert "signature_too_weak" in _signed(_ready(plant))
    with tenant.company(plant.company):
        (noted,) = AuditRow.objects.filter(resource="signature_levels")
        assert noted.after is not None
        assert noted.after["signatures"][0]["least"] == 2


def test_who_could_not_sign_so_is_named_with_his_posts() -> None:
    plant = small_plant()
    told = _browser(plant, "zheng").get(PATH).json()
    zhao = next(one for one in told["signers"] if one["person"] == plant.person("zhao"))
    assert (zhao["name"], zhao["posts"], zhao["level"]) == ("赵主任", ["所在单位负责人"], 1)
    assert told["may_write"] is True


def test_rows_that_were_made_elsewhere_stay_and_a_row_of_the_desk_is_taken_back() -> None:
    plant = small_plant()
    with tenant.company(plant.company):
        row = {"id": "site.ticket", "clause": "企业规定", "at": ["verify_ticket"], "least": 3}
        body = {"id": "site", "version": "7", "pack": HOT, "title": {"zh": "本企业", "en": "Ours"}}
        kept = StoredOverlay.objects.create(
            company_id=plant.company,
            pack=HOT,
            body={**body, "signatures": [row]},
            created_at=clock.now(),
            created_by=plant.people["zheng"].account,
        )
    answer = _ask(plant, [{"at": "sign_stage", "last": True, "least": 2}], str(kept.id)).json()
    base = _hot(answer)["base"]
    answer = _ask(plant, [], base).json()
    steps = {(s["at"], s["last"]): (s["least"], s["beyond"]) for s in _hot(answer)["steps"]}
    assert steps["verify_ticket", False] == (1, 3)
    assert steps["sign_stage", True] == (1, 1)


def test_two_at_once_do_not_write_over_each_other() -> None:
    plant = small_plant()
    assert _ask(plant, [{"at": "accept", "least": 2}]).status_code == 200
    answer = _ask(plant, [{"at": "accept", "least": 3}])
    assert (answer.status_code, answer.json()["code"]) == (409, "signature_levels_stale")


@pytest.mark.parametrize(
    "steps",
    [
        [{"at": "draft", "least": 2}],
        [{"at": "accept", "least": 4}],
        [{"at": "accept", "least": 0}],
        [{"at": "accept", "least": 2}, {"at": "accept", "least": 3}],
        [{"at": "accept", "last": True, "least": 2}],
    ],
)
def test_what_is_no_level_of_a_signature_is_refused(steps: list[dict[str, Any]]) -> None:
    assert _ask(small_plant(), steps).status_code == 422


def test_only_a_safety_officer_decides_it() -> None:
    plant = small_plant()
    for who in ("li", "zhao"):
        assert _ask(plant, [{"at": "accept", "least": 2}], who=who).status_code == 403
        assert _browser(plant, who).get(PATH).status_code == 403
