"""A passkey by thumb: registered under 我的, used to sign, and refused where it does not fit."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from davy.building import journeys
from davy.building.hands import Hands
from tests.browser.passkeys import Finger, register
from tests.browser.thumbs import check_all, press, sign_box
from tests.browser.town import Town
from tests.browser.walk import Walk

pytestmark = pytest.mark.browser


def _waiting(town: Town) -> Walk:
    """一级动火 that waits for its first signature, that of 赵主任."""
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    return Walk(town, str(hands.permit))


def _about_to_sign(walk: Walk, who: str = "zhao") -> Page:
    page = walk.step(who, "sign", "签批")
    check_all(page)
    sign_box(page, password=False)
    return page


def _ways(walk: Walk) -> dict[str, str]:
    return dict(walk.state.ways)


def test_a_passkey_is_made_and_signs_without_a_password(town: Town) -> None:
    walk, page = _waiting(town), town.phone("zhao")
    Finger.of(page)
    register(page)
    town.photograph(page, "passkeys-me")
    page = _about_to_sign(walk)
    expect(page.get_by_text("用通行密钥签")).to_be_visible()
    assert page.locator("input[type=password]").count() == 0
    town.photograph(page, "passkeys-sign")
    press(page, "同意签批")
    page.wait_for_url(f"**/m/permits/{walk.permit}")
    assert _ways(walk) == {f"area:{town.plant.person('zhao')}": "passkey"}
    page.goto(f"/m/permits/{walk.permit}/route")
    expect(page.get_by_text("通行密钥", exact=True)).to_be_visible()
    town.photograph(page, "passkeys-route")


def test_the_password_is_the_other_way(town: Town) -> None:
    walk, page = _waiting(town), town.phone("zhao")
    Finger.of(page)
    register(page)
    page = _about_to_sign(walk)
    press(page, "另一种方式")
    sign_box(page)
    town.photograph(page, "passkeys-other-way")
    press(page, "同意签批")
    page.wait_for_url(f"**/m/permits/{walk.permit}")
    assert _ways(walk) == {f"area:{town.plant.person('zhao')}": "password"}


def test_bytes_that_are_altered_on_their_way_are_refused(town: Town) -> None:
    walk, page = _waiting(town), town.phone("zhao")
    Finger.of(page)
    register(page)
    page = _about_to_sign(walk)

    def alter(route: Route) -> None:
        sent = json.loads(route.request.post_data or "{}")
        sent["body"]["opinion"] = "同意，不必再看"
        route.continue_(post_data=json.dumps(sent))

    page.route("**/api/v1/commands", alter)
    press(page, "同意签批")
    expect(page.get_by_text("内容和当时签的不一样，签字无效。")).to_be_visible()
    town.photograph(page, "passkeys-altered")
    assert _ways(walk) == {}


def test_somebody_elses_passkey_is_refused(town: Town) -> None:
    walk = _waiting(town)
    hers, his = town.phone("zheng"), town.phone("zhao")
    theirs = Finger.of(hers)
    register(hers)
    finger = Finger.of(his)
    register(his)
    page = _about_to_sign(walk)
    finger.session.send("WebAuthn.clearCredentials", {"authenticatorId": finger.id})
    theirs.give_to(finger)
    # The page itself asks for his own keys only; what is tested is the server.
    page.evaluate(
        "() => { const real = navigator.credentials.get.bind(navigator.credentials);"
        " navigator.credentials.get = ({ publicKey }) =>"
        " real({ publicKey: { ...publicKey, allowCredentials: [] } }) }"
    )
    press(page, "同意签批")
    expect(page.get_by_text("这个通行密钥不是您账号的，签字无效。")).to_be_visible()
    assert _ways(walk) == {}


def test_a_revoked_passkey_signs_no_more(town: Town) -> None:
    walk, page = _waiting(town), town.phone("zhao")
    Finger.of(page)
    register(page)
    page = _about_to_sign(walk)
    other = town.console("zhao")
    other.goto("/console/settings")
    other.get_by_role("button", name="停用", exact=True).click()
    other.get_by_role("button", name="确认停用", exact=True).click()
    expect(other.get_by_text("已停用").first).to_be_visible()
    town.photograph(other, "passkeys-console")
    press(page, "同意签批")
    expect(page.get_by_text("已停用，签字无效。")).to_be_visible()
    assert _ways(walk) == {}


def test_a_finger_the_phone_does_not_know_leaves_another_way(town: Town) -> None:
    walk, page = _waiting(town), town.phone("zhao")
    finger = Finger.of(page)
    register(page)
    page = _about_to_sign(walk)
    finger.refuse()
    press(page, "同意签批")
    expect(page.get_by_text("没有签成")).to_be_visible()
    town.photograph(page, "passkeys-not-used")
    assert _ways(walk) == {}
