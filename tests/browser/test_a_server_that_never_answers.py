"""A server that takes connections and never answers, or answers so slowly that nobody can wait for it: phone
and desk say so, what stops work counts on the phone at once, and all of it arrives exactly once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser import thumbs
from tests.browser.field import Field

pytestmark = pytest.mark.browser

LIMIT_MS = 25_000
"""15 seconds for the question, and room for a busy machine."""


def _errors(page: Page) -> list[str]:
    """What a page throws from now on."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def _desk(field: Field) -> Page:
    """郑安环's console, behind the same line."""
    return replace(field.town, url=field.page.url.partition("/m/")[0]).console("zheng")


def test_what_is_seen_and_stopped_counts_at_once_and_arrives_once(field: Field) -> None:
    page = field.page
    desk = _desk(field)
    wrong = [_errors(page), _errors(desk)]
    expect(desk.get_by_role("heading").first).to_be_visible()
    field.line.hang(hears=True)
    desk.get_by_role("link", name="统计").click()  # a room of which nothing was loaded yet
    field.round()
    thumbs.open_permit(page, field.permit)
    page.get_by_role("button", name="叫停").click()
    page.get_by_role("dialog").get_by_role("button", name="叫停", exact=True).click()
    expect(page.locator("[data-band]").first).to_contain_text("待确认", timeout=3_000)
    expect(page.get_by_text("已叫停，待上传。马上当面喊停")).to_be_visible()
    field.town.photograph(page, "hanging-stop")
    page.get_by_role("dialog").get_by_role("button", name="关闭").last.click()
    page.goto("/m/")
    for place in ("待办", "作业", "我的"):
        page.get_by_role("link", name=place).click()
        expect(page.get_by_text("离线 ·")).to_be_visible(timeout=LIMIT_MS)
        field.town.photograph(page, f"hanging-{place}")
    expect(desk.get_by_role("alert").filter(has_text="连不上")).to_be_visible(timeout=LIMIT_MS)
    field.town.photograph(desk, "hanging-desk")

    field.line.recover()
    expect(field.queue().get_by_text("全部已上传")).to_be_visible(timeout=90_000)
    assert field.arrived() == [("guard_round", "accepted"), ("stop", "accepted")]
    assert field.chain() == 2
    expect(desk.get_by_role("alert").filter(has_text="连不上")).to_have_count(0)
    desk.get_by_role("link", name="统计").click()
    desk.wait_for_url("**/statistics")
    assert wrong == [[], []]


def test_a_call_for_help_is_told_at_once_and_arrives_once(field: Field) -> None:
    page = field.page
    page.goto("/m/")
    page.locator("[data-sos]").click()
    field.line.hang(hears=True)
    page.get_by_role("button", name="这里求救").click()
    expect(page.get_by_text("别等：大声喊人")).to_be_visible(timeout=2_000)
    expect(page.get_by_text("现在大声喊人、打电话")).to_be_visible(timeout=LIMIT_MS)
    field.town.photograph(page, "hanging-sos")
    field.line.recover()
    expect(field.queue().get_by_text("全部已上传")).to_be_visible(timeout=90_000)
    assert field.arrived() == [("sos", "accepted")]


def test_half_an_answer_is_none(field: Field) -> None:
    page = field.page
    desk = _desk(field)
    wrong = [_errors(page), _errors(desk)]
    expect(desk.get_by_role("heading").first).to_be_visible()
    field.line.drips = True
    desk.get_by_role("link", name="统计").click()
    page.goto("/m/permits")
    expect(page.get_by_text("离线 ·")).to_be_visible(timeout=LIMIT_MS)
    field.town.photograph(page, "dripping")
    expect(desk.get_by_role("alert").filter(has_text="连不上")).to_be_visible(timeout=LIMIT_MS)
    field.town.photograph(desk, "dripping-desk")
    field.line.recover()
    expect(page.get_by_text("离线 ·")).to_have_count(0)
    expect(desk.get_by_role("alert").filter(has_text="连不上")).to_have_count(0)
    assert wrong == [[], []]
