"""A screen on a wall shows the board of its site by its own token, and can read nothing else."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account, AuditRow, SecurityEvent
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.insight.models import WallScreen
from davy.insight.wall import screens
from davy.sites.models import Site
from davy.urls import api
from tests.plant import Browser, said

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # a Monday, 08:30 in Shanghai


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Plant:
    step_clock(MORNING - clock.now())
    return small_plant("ours", "ours.davy.test", simulated=True)


def _go(step_clock: Callable[[timedelta], None], moment: datetime) -> None:
    step_clock(timedelta())
    step_clock(moment - clock.now())


def _desk(plant: Plant, who: str) -> Browser:
    browser = Browser("ours.davy.test")
    browser.force_login(Account.objects.get(id=plant.people[who].account))
    return browser


def _made(plant: Plant, **more: Any) -> dict[str, Any]:
    body = {"name": "中控室东墙", "site_id": str(plant.site), **more}
    answer = _desk(plant, "zheng").send("POST", "/api/v1/wall-screens", body)
    assert answer.status_code == 201, answer.content
    return dict(said(answer))


def _wall(token: str, host: str = "ours.davy.test") -> Browser:
    """The browser of the screen: nobody is logged in to it."""
    browser = Browser(host)
    browser.send("POST", "/api/v1/kiosk/open", {"token": token})
    return browser


def _board(browser: Browser) -> Any:
    return browser.get("/api/v1/kiosk/board")


def test_a_screen_shows_the_board_without_a_login(plant: Plant) -> None:
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    answer = _board(_wall(_made(plant)["token"]))
    board = said(answer)
    assert (answer.status_code, board["counts"], board["checked_in"]) == (200, {"active": 1}, 3)
    assert (board["site"]["name"], board["clock_ok"]) == ("主厂区", True)
    assert [(row["type"], row["faces"]) for row in board["types"]] == [("hot", {"active": 1})]


def test_the_token_is_kept_as_a_hash_and_told_once(plant: Plant) -> None:
    made = _made(plant)
    token = made["token"]
    assert made["path"] == f"/console/wall#{token}"
    assert made["qr"].startswith("<svg")
    listed = _desk(plant, "zheng").get("/api/v1/wall-screens").content.decode()
    assert made["id"] in listed
    assert token not in listed
    with tenant.company(plant.company):
        row = WallScreen.objects.get(id=made["id"])
        audit = AuditRow.objects.get(resource="wall_screens", resource_id=made["id"])
    assert row.token_hash == screens.hashed(token)
    assert (audit.after or {})["token_hash"] == "set"
    assert audit.account_id == plant.people["zheng"].account


def test_the_browser_keeps_the_token_out_of_reach(plant: Plant) -> None:
    kept = _wall(_made(plant)["token"]).cookies["davy_wall"]
    assert (kept["httponly"], kept["samesite"], kept["path"]) == (True, "Strict", "/api/v1/kiosk")
    assert int(kept["max-age"]) > 365 * 24 * 60 * 60


def test_a_revoked_screen_and_one_past_its_end_show_nothing(
    plant: Plant, step_clock: Callable[[timedelta], None]
) -> None:
    made = _made(plant)
    ending = _made(plant, expires_at=(MORNING + timedelta(days=1)).isoformat())
    browser, other = _wall(made["token"]), _wall(ending["token"])
    assert _desk(plant, "zheng").send("DELETE", f"/api/v1/wall-screens/{made['id']}").status_code == 204
    gone = _board(browser)
    assert (gone.status_code, said(gone)["code"]) == (401, "wall_screen_unknown")
    assert _board(other).status_code == 200
    _go(step_clock, MORNING + timedelta(days=1, minutes=1))
    late = _board(other)
    assert (late.status_code, late.content) == (401, gone.content)
    with tenant.company(plant.company):
        before_after = AuditRow.objects.filter(resource_id=made["id"]).order_by("at").last()
    assert before_after is not None
    assert before_after.before == {"revoked_at": None}


def test_a_token_reads_the_board_and_not_one_other_path(plant: Plant) -> None:
    browser = _wall(_made(plant)["token"])
    token = browser.cookies["davy_wall"].value
    browser.cookies["davy_wall"]["path"] = "/"  # even a browser that sent it everywhere would get nothing
    own = {"/api/v1/kiosk/board", "/api/v1/kiosk/drawing", "/api/v1/session", "/api/v1/accounts/demo"}
    own.add("/api/v1/terminal/{kiosk_id}")  # open to everybody: what a shared terminal is called
    tried = 0
    for path, methods in json.loads(json.dumps(api.get_openapi_schema(), default=str))["paths"].items():
        if path in own or "get" not in methods:
            continue
        concrete = "/".join(
            "1.pdf"
            if step == "{n}.pdf"
            else "1"
            if step == "{n}"
            else str(plant.site)
            if "{" in step
            else step
            for step in path.split("/")
        )
        answer = browser.get(concrete, headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 401, path
        assert said(answer)["code"] == "not_logged_in", path
        tried += 1
    assert tried > 40


def test_the_token_of_another_company_is_nobody_here(plant: Plant) -> None:
    made = _made(plant)
    small_plant("theirs", "theirs.davy.test")
    foreign, random = _wall(made["token"], "theirs.davy.test"), Browser("theirs.davy.test")
    foreign.cookies["davy_wall"], random.cookies["davy_wall"] = made["token"], screens.new_token()
    answers = {(answer.status_code, answer.content) for answer in (_board(foreign), _board(random))}
    assert len(answers) == 1
    assert answers.pop()[0] == 401
    assert screens.company_of(f"davy_wall={made['token']}", "theirs.davy.test") is None
    assert screens.company_of(f"davy_wall={made['token']}", "ours.davy.test") is not None


def test_a_screen_reads_only_its_own_site(plant: Plant) -> None:
    with tenant.company(plant.company):
        second = Site.objects.create(company_id=plant.company, code="S2", name="二厂区")
    journeys.draft_hot(Hands(plant, at=MORNING))
    browser = _wall(_made(plant, site_id=str(second.id))["token"])
    board = said(browser.get(f"/api/v1/kiosk/board?site_id={plant.site}"))
    assert (board["site"]["name"], board["counts"], board["waiting"]) == ("二厂区", {}, [])


def test_wrong_tokens_are_on_record_and_a_flood_of_them_is_not(plant: Plant) -> None:
    made = _made(plant)
    browser = Browser("ours.davy.test")
    told = [
        browser.send("POST", "/api/v1/kiosk/open", {"token": f"wrong-{n}"}).status_code
        for n in range(screens.RECORDED + 3)
    ]
    assert told == [401] * screens.RECORDED + [429] * 3
    with tenant.company(plant.company):
        kept = list(SecurityEvent.objects.filter(kind="wall_refused"))
    assert len(kept) == screens.RECORDED
    assert not [row for row in kept if "wrong" in row.login]
    assert _board(_wall(made["token"])).status_code == 200  # whoever has a right one is not kept out


def test_a_program_that_reads_all_the_time_is_told_to_stop(
    plant: Plant, step_clock: Callable[[timedelta], None]
) -> None:
    browser = _wall(_made(plant)["token"])
    codes = [_board(browser).status_code for _ in range(screens.READS + 2)]
    assert codes[: screens.READS - 1] == [200] * (screens.READS - 1)
    assert codes[-1] == 429
    _go(step_clock, MORNING + timedelta(minutes=5))
    assert _board(browser).status_code == 200


def test_only_safety_and_administrators_make_screens(plant: Plant) -> None:
    body = {"name": "x", "site_id": str(plant.site)}
    answer = _desk(plant, "li").send("POST", "/api/v1/wall-screens", body)
    assert said(answer)["code"] == "access_denied"
    past = {**body, "expires_at": MORNING.isoformat()}
    answer = _desk(plant, "zheng").send("POST", "/api/v1/wall-screens", past)
    assert (answer.status_code, said(answer)["code"]) == (422, "wall_screen_ended")
