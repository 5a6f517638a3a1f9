"""A phone that signs: what was seen without a connection waits in its queue and arrives once, in order."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from davy.building.plant import PASSWORD
from tests.browser import thumbs
from tests.browser.field import Field

pytestmark = pytest.mark.browser


def test_rounds_and_a_pause_made_offline_survive_the_killed_browser_and_arrive_once_in_order(
    field: Field,
) -> None:
    page = field.page
    context = page.context
    context.set_offline(True)
    field.round()
    expect(page.get_by_text("待确认").first).to_be_visible()
    field.town.photograph(page, "outbox-card")
    thumbs.open_step(page, field.permit, "photo", "拍照")
    page.locator("input[type=file]").first.set_input_files(thumbs.photograph())
    expect(page.get_by_text("已存手机，联网后上传")).to_be_visible()
    page.locator("label", has_text="作业中").click()
    thumbs.press(page, "存到作业票")
    page.wait_for_url(f"**/permits/{field.permit}")
    page.close()  # the browser is killed
    field.page = page = context.new_page()
    field.round()
    queue = field.queue()
    expect(queue.locator("li.row")).to_have_count(3)
    expect(queue.get_by_text("3 条待上传")).to_be_visible()
    field.town.photograph(queue, "outbox-queue")
    assert field.arrived() == []
    context.set_offline(False)
    expect(queue.get_by_text("全部已上传")).to_be_visible()
    field.town.photograph(queue, "outbox-delivered")
    assert field.arrived() == [
        ("guard_round", "accepted"),
        ("add_photo", "accepted"),
        ("guard_round", "accepted"),
    ]
    assert field.chain() == 3


def test_an_answer_lost_after_the_commit_costs_nothing(field: Field) -> None:
    field.line.loses_answers = True
    field.round()
    assert field.arrived() == [("guard_round", "accepted")]
    expect(field.page.get_by_text("待确认").first).to_be_visible()  # as far as the phone can know
    field.line.loses_answers = False
    expect(field.queue().get_by_text("全部已上传")).to_be_visible()
    assert field.arrived() == [("guard_round", "accepted")]


def test_a_login_that_ran_out_pauses_the_queue_and_asks(field: Field) -> None:
    context = field.page.context
    context.set_offline(True)
    field.round()
    context.clear_cookies(name="sessionid")
    context.set_offline(False)
    expect(field.page.get_by_text("登录已过期")).to_be_visible()
    assert field.arrived() == []
    context.request.get("/api/v1/session")
    field.page.locator("input[type=password]").fill(PASSWORD)
    thumbs.press(field.page, "登录")
    expect(field.page.get_by_text("登录已过期")).to_have_count(0)
    expect(field.queue().get_by_text("全部已上传")).to_be_visible()
    assert field.arrived() == [("guard_round", "accepted")]


def test_a_full_phone_says_that_nothing_was_noted(field: Field) -> None:
    page = field.page
    page.add_init_script(
        """const put = IDBObjectStore.prototype.add
        IDBObjectStore.prototype.add = function (...given) {
          if (this.name === 'outbox') throw new DOMException('full', 'QuotaExceededError')
          return put.apply(this, given)
        }"""
    )
    page.context.set_offline(True)
    thumbs.open_step(page, field.permit, "round", "监护巡查")
    thumbs.press(page, "一切正常")
    expect(page.get_by_role("alert").filter(has_text="没有记下")).to_be_visible()
    field.town.photograph(page, "outbox-full")
    expect(page.get_by_text("待确认")).to_have_count(0)


def test_two_tabs_share_one_chain(field: Field) -> None:
    context = field.page.context
    second = context.new_page()
    context.set_offline(True)
    field.round()
    for page in (second, field.page):
        thumbs.open_step(page, field.permit, "round", "监护巡查")
        thumbs.press(page, "一切正常")
        page.wait_for_url(f"**/permits/{field.permit}")
    context.set_offline(False)
    expect(field.queue().get_by_text("全部已上传")).to_be_visible()
    assert field.chain() == 3
    assert field.arrived() == [("guard_round", "accepted")] * 3
