"""A height job out of reach, by thumb: its calls are recorded at the desk; two rounds, a photo, a pause and
the wish to go on wait in the phones, shown as pending all along; the browser is killed; everything arrives
once and in order."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD
from davy.db import tenant
from davy.door.models import StoredCommand
from davy.evidence.queries import events
from tests.browser import thumbs
from tests.browser.deploying import deployed
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _enrolled_by_the_code(town: Town, who: str) -> Page:
    """The desk shows the code, the phone opens its address and enrols."""
    desk = town.console(who)
    desk.goto("/console/people/phones")
    desk.locator("input[type=password]").fill(PASSWORD)
    with desk.expect_response("**/devices/invitations") as answered:
        desk.get_by_role("button", name="显示登记码").click()
    expect(desk.get_by_alt_text("手机登记码")).to_be_visible()
    town.photograph(desk, "phones-code")
    page = thumbs.installed(town.phone(who))
    page.goto(answered.value.json()["path"])
    thumbs.press(page, "登记")
    expect(page.get_by_text("已登记。")).to_be_visible()
    desk.reload()
    expect(desk.locator("tbody tr")).to_have_count(1)
    desk.context.close()
    return page


def _round(page: Page, permit: str) -> None:
    thumbs.open_step(page, permit, "round", "监护巡查")
    thumbs.press(page, "一切正常")
    page.wait_for_url(f"**/permits/{permit}")
    expect(page.get_by_text("待确认").first).to_be_visible()


def _photo(page: Page, permit: str) -> None:
    thumbs.open_step(page, permit, "photo", "拍照")
    page.locator("input[type=file]").first.set_input_files(thumbs.photograph())
    page.locator("label", has_text="作业中").click()
    thumbs.press(page, "存到作业票")
    page.wait_for_url(f"**/permits/{permit}")


def _pause_and_ask(town: Town, page: Page, permit: str) -> None:
    thumbs.open_step(page, permit, "pause", "暂停")
    page.locator("label", has_text="休息一下").first.click()
    thumbs.press(page, "马上停")
    expect(page.get_by_role("alert").first).to_be_visible()
    thumbs.open_permit(page, permit)
    expect(page.locator("[data-band]").first).to_contain_text("暂停")  # a stop acts where it is given
    expect(page.get_by_text("可以作业")).to_have_count(0)
    thumbs.press(page, "先记下：请求监护人在岗")
    expect(page.get_by_text("请求已记下，没有生效")).to_be_visible()
    town.photograph(page, "untethered-asked")


def _given(town: Town, permit: str) -> list[tuple[str, str]]:
    kinds = {"guard_round", "add_photo", "pause", "ask_for", "record_call"}
    with tenant.company(town.plant.company):
        found = StoredCommand.objects.filter(stream_id=UUID(permit), kind__in=kinds)
        return [(one.kind, one.verdict) for one in found.order_by("recorded_at")]


def test_an_hour_without_signal_by_thumb(town: Town, tmp_path: Path) -> None:
    hands = Hands(town.plant)
    journeys.draft_work(hands, "height", untethered={"detector": "4-118"})
    journeys.get_to_work(hands)
    permit = str(hands.permit)
    with deployed(town, tmp_path / "served") as (found, _line):
        page = _enrolled_by_the_code(found, "wang")
        town.mark_phones()
        thumbs.open_permit(page, permit)
        expect(page.get_by_text("已批准无信号作业")).to_be_visible()
        town.photograph(page, "untethered-card")
        context = page.context
        context.set_offline(True)
        _round(page, permit)
        _call(found, permit)
        _photo(page, permit)
        page.close()  # the browser is killed
        page = context.new_page()
        _round(page, permit)
        _pause_and_ask(town, page, permit)
        assert [kind for kind, _ in _given(found, permit)] == ["record_call"]
        context.set_offline(False)
        page.goto("/m/queue")
        expect(page.get_by_text("全部已上传")).to_be_visible()
        assert _given(found, permit)[1:] == [
            ("pause", "accepted"),  # what stops goes ahead of photos and all else (S15)
            ("guard_round", "accepted"),
            ("add_photo", "accepted"),
            ("guard_round", "accepted"),
            ("ask_for", "accepted"),
        ]
        thumbs.open_permit(page, permit)
        expect(page.get_by_text("离线时请求「监护人在岗」")).to_be_visible()
        town.photograph(page, "untethered-after")
    with tenant.company(town.plant.company):
        told = events(town.plant.company, "permit", hands.permit)
    rounds = [e for e in told if e.type == "GuardRoundDone"]
    assert all(e.recorded_at - e.occurred_at > timedelta(0) for e in rounds)
    assert journeys.state(hands).state == "paused"


def _call(town: Town, permit: str) -> None:
    """中控 hears 王监护 on the radio and records it at the desk."""
    desk = town.console("chu")
    desk.goto(f"/console/permits/{permit}")
    desk.get_by_role("button", name="平安，正常作业").click()
    expect(desk.get_by_text("报平安").first).to_be_visible()
    town.photograph(desk, "untethered-desk")
    desk.context.close()
