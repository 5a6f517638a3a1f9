"""The page behind a printed code: it tells whether work may go on, names nobody, and stops the work."""

import re
from typing import Any

import pytest

from davy.accounts.models import Company
from davy.alarms import queries as alarms
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PEOPLE, Plant, small_plant
from davy.db import rows, tenant
from tests.plant import Browser

pytestmark = pytest.mark.django_db
FORM = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def _working() -> Hands:
    hands = Hands(small_plant())
    journeys.draft(hands, "hot", journeys.HOT_WORK, "更换管段，联系人李工")
    journeys.get_to_work(hands)
    return hands


def _token(hands: Hands) -> str:
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT token FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    return str(row["token"])


def _visitor(host: str = "testserver") -> Browser:
    return Browser(host, enforce_csrf_checks=True)


def _press(browser: Browser, token: str) -> Any:
    """Open the page and press the button as a browser without scripts would."""
    found = FORM.search(browser.get(f"/c/{token}").content.decode())
    assert found is not None
    return browser.post(f"/c/{token}/stop", {"csrfmiddlewaretoken": found[1]})


def test_the_page_tells_the_lamp_and_names_nobody() -> None:
    hands = _working()
    answer = _visitor().get(f"/c/{_token(hands)}")
    page = answer.content.decode()
    number = journeys.state(hands).number
    assert answer.status_code == 200
    for said in (
        "可作业",
        "Work may go on",
        str(number),
        "动火作业",
        "一级",
        "作业中",
        "甲醇罐区",
        "叫停作业",
    ):
        assert said in page, said
    assert "不可作业" not in page
    ids = [str(member.person) for member in hands.plant.people.values()]
    for hidden in [
        *(name for name, _ in PEOPLE.values()),
        *ids,
        "联系人",
        "更换管段",
        "HR-li",
        str(hands.permit),
    ]:
        assert hidden not in page, hidden
    assert answer["Cache-Control"] == "no-store"
    assert "<script" not in page
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_a_stop_pauses_the_work_and_alarms_guardian_and_control_room() -> None:
    hands = _working()
    browser, token = _visitor(), _token(hands)
    answer = _press(browser, token)
    assert (answer.status_code, answer["Location"]) == (303, f"/c/{token}")
    permit = journeys.state(hands)
    assert permit.state == "paused"
    assert [(cause.kind, cause.by) for cause in permit.causes] == [("stopped", "public")]
    page = browser.get(f"/c/{token}").content.decode()
    assert "不可作业" in page
    assert "有人叫停" in page
    with tenant.company(hands.plant.company):
        found = alarms.board(hands.plant.company, permit_id=hands.permit, state="open")
    assert [row["kind"] for row in found] == ["stopped_by_bystander"]
    told = {str(person) for person in found[0]["told"]}
    assert {hands.plant.person("wang"), hands.plant.person("chu")} <= told


def test_a_stop_without_the_page_is_refused() -> None:
    hands = _working()
    answer = _visitor().post(f"/c/{_token(hands)}/stop", {})
    assert answer.status_code == 409
    assert "重新扫码" in answer.content.decode()
    assert journeys.state(hands).state == "active"
    assert _visitor().get(f"/c/{_token(hands)}/stop").status_code == 405


def test_an_unknown_code_leaks_nothing() -> None:
    hands = _working()
    neighbour = Company.objects.create(code="nn", name="邻厂", hostname="nn.davy.test")
    token = _token(hands)
    for browser, path in (
        (_visitor(), "/c/AAAAAAAAAAAAAAAAAAAAAAAA"),
        (_visitor(neighbour.hostname), f"/c/{token}"),
    ):
        answer = browser.get(path)
        page = answer.content.decode()
        assert answer.status_code == 404
        assert "没有找到这个码" in page
        assert "甲醇" not in page
        assert str(journeys.state(hands).number) not in page
        assert browser.post(f"{path}/stop", {}).status_code == 404
    assert journeys.state(hands).state == "active"


def test_tokens_are_unguessable_and_never_shared() -> None:
    plant = small_plant()
    tokens = set()
    for _ in range(3):
        hands = Hands(plant)
        journeys.draft_hot(hands)
        tokens.add(_token(hands))
    assert len(tokens) == 3
    assert all(len(token) == 24 for token in tokens)  # 18 random bytes


def test_a_permit_that_allows_no_work_offers_no_button() -> None:
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    page = _visitor().get(f"/c/{_token(hands)}").content.decode()
    assert "不可作业" in page
    assert "审批中" in page
    assert "当面叫停" in page
    assert "<button" not in page


def test_the_code_of_a_work_point_shows_what_counts_there() -> None:
    hands = _working()
    plant: Plant = hands.plant
    page = _visitor().get(f"/c/{plant.point_token}").content.decode()
    assert "V-101 泵基础" in page
    assert str(journeys.state(hands).number) in page
    assert f"/c/{_token(hands)}/stop" in page
    with tenant.company(plant.company):
        other = rows.one("SELECT qr_token FROM sites_work_point WHERE id = %s", [plant.other_point])
    assert other is not None
    assert "没有作业票" in _visitor().get(f"/c/{other['qr_token']}").content.decode()
