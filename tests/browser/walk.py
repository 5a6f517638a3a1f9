"""The way of one permit over the phones of its people, step by step, by thumbs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from playwright.sync_api import Page, expect

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import POSTS
from davy_core.permits.state import Permit
from tests.browser import thumbs
from tests.browser.town import Town

__all__ = ["HERE", "METER", "Walk"]

HERE = "在现场 · 距作业点 0 米"
"""What the timeline tells of a step at the work point."""

CREW = ("li", "qian", "wang")
METER = {
    "甲醇": "0.001",
    "甲醇（可燃）": "0.001",
    "甲醇（有毒）": "1",
    "氧气": "20.9",
    "硫化氢": "1",
    "一氧化碳": "1",
}
"""What the meter shows in clean air, in the unit the phone proposes."""


@dataclass
class Walk:
    """One permit of the town."""

    town: Town
    permit: str

    @property
    def state(self) -> Permit:
        """The permit as the server keeps it."""
        return journeys.state(Hands(self.town.plant, UUID(self.permit)))

    def step(self, who: str, step: str, heading: str) -> Page:
        """The phone of this person with one step of the permit open."""
        page = self.town.phone(who)
        thumbs.open_step(page, self.permit, step, heading)
        return page

    def card(self, who: str) -> Page:
        """The phone of this person with the permit's card open."""
        page = self.town.phone(who)
        thumbs.open_permit(page, self.permit)
        return page

    def wait(self, **delta: float) -> None:
        """Time passes while the guardian's phone keeps contact."""
        self.town.wait(("wang", self.permit), **delta)

    @contextmanager
    def leaving(self, who: str, step: str, heading: str) -> Iterator[Page]:
        """A step that leads back to the card once it is taken."""
        page = self.step(who, step, heading)
        yield page
        page.wait_for_url(re.compile(rf"/m/permits/{self.permit}$"))

    # ---- preparing

    def analyse(self) -> None:
        """李工 answers every row of the JSA."""
        page = self.step("li", "hazards", "确认危害")
        thumbs.answer_rows(page, yes="存在", confirm="确认这一条", count=len(self.state.hazards))
        self.town.photograph(page, "hazards")

    def confirm_measures(self) -> None:
        """吴工艺 answers every measure, with what each asks for."""
        page = self.step("wu", "measures", "确认措施")
        thumbs.answer_rows(page, yes="涉及", confirm="确认这一条", count=len(self.state.measures))
        self.town.photograph(page, "measures")

    def ventilate(self) -> None:
        """李工 plans the ventilation, first with the wrong unit of the fan's plate; the fan goes on, and the
        minimum time passes."""
        page = self.step("li", "ventilation", "通风方案")
        page.get_by_label("空间容积").fill("120")
        page.get_by_label("风机铭牌上的风量").fill("1800")
        page.locator("label", has_text="m³/min").click()
        expect(page.get_by_text("每小时换气 900.0 次")).to_be_visible()
        page.locator("label", has_text="风管送到底、对面开口排风").click()
        page.locator("label", has_text="检修、拆装").click()
        page.get_by_label("甲醇 残留浓度").fill("200")
        thumbs.press(page, "计算并保存方案")
        expect(page.get_by_role("alert").filter(has_text="可能是 m³/h")).to_be_visible()
        self.town.photograph(page, "ventilation-unit")
        thumbs.press(page, "知道了")
        page.locator("label", has_text="m³/h").click()
        self.town.photograph(page, "ventilation-form")
        thumbs.press(page, "计算并保存方案")
        expect(page.get_by_text("通风没有开")).to_be_visible()
        thumbs.press(page, "风机已开，开始计时")
        expect(page.get_by_text("还要通风")).to_be_visible()
        self.town.photograph(page, "ventilation-running")
        plan = self.state.ventilation
        assert plan is not None
        self.wait(seconds=plan.minimum_s + 1)

    def test_gas(self, who: str = "zhou", **values: str) -> Page:
        """A round over every point of the plan; gives the phone with the last verdict."""
        page = self.step(who, "gas", "检测气体")
        anew = page.get_by_role("button", name="开始新一轮")
        points = page.get_by_role("tab")
        points.first.wait_for()
        if anew.count():
            anew.click()
        for left in range(points.count() - 1, -1, -1):
            thumbs.read_meter(page, {**METER, **values})
            if left:
                thumbs.press(page, f"本轮还差 {left} 个部位")
        return page

    def brief(self) -> None:
        """吴工艺 briefs; everybody at the work signs on his own phone."""
        with self.leaving("wu", "brief", "安全交底") as page:
            thumbs.check_all(page)
            thumbs.press(page, "交底完毕")
        for who in CREW:
            with self.leaving(who, "brief", "安全交底") as page:
                thumbs.sign_box(page, password=False)
                thumbs.press(page, "我已听懂")

    def sign(self, who: str) -> None:
        """The approver looks at each critical item, signs by hand and with the password."""
        with self.leaving(who, "sign", "签批") as page:
            thumbs.check_all(page)
            thumbs.sign_box(page)
            self.town.photograph(page, f"sign-{who}")
            thumbs.press(page, "同意签批")

    def approve(self) -> None:
        """Every stage of the route is signed by the person who holds its first post."""
        holder = {post: who for post, (_, who) in POSTS.items()}
        while (stage := self.state.stage()) is not None:
            self.sign(holder[stage.posts[0]])

    # ---- starting

    def arrive(self) -> None:
        """Everybody checks in by himself; the guardian makes the five checks; 冯班长 verifies the ticket."""
        for who in CREW:
            with self.leaving(who, "check_in", "到场签到") as page:
                thumbs.press(page, "签到")
        with self.leaving("wang", "checks", "五必查") as page:
            fine = page.locator("label", has_text=re.compile(r"^\s*正常"))
            expect(fine).to_have_count(5)
            for answer in fine.all():
                answer.click()
            self.town.photograph(page, "checks")
            thumbs.press(page, "记录五必查")
        with self.leaving("feng", "verify", "当班班长验票") as page:
            thumbs.check_all(page)
            thumbs.sign_box(page)
            self.town.photograph(page, "verify")
            thumbs.press(page, "验票通过")

    def start(self) -> None:
        """李工 scans the work point, lets go too early, then holds."""
        with self.leaving("li", "start", "开工") as page:
            self.scan_point(page)
            thumbs.hold(page, "按住开工", let_go="松手太早，没有开工")
            assert self.state.state == "issued"
            thumbs.hold(page, "按住开工")
        expect(page.get_by_text("可以作业")).to_be_visible()

    def scan_point(self, page: Page) -> None:
        """The code under the QR of the work point is typed, as the camera shows a test picture."""
        page.get_by_label("输入码").fill(self.town.plant.point_token)
        thumbs.press(page, "查找")

    # ---- stopping and resuming

    def pause(self) -> None:
        """李工 calls a break; everybody has stopped."""
        page = self.step("li", "pause", "暂停")
        page.locator("label", has_text="休息一下").click()
        thumbs.press(page, "马上停")
        page.wait_for_url(re.compile(r"/stopped$"))
        self.confirm_stopped()

    def confirm_stopped(self) -> None:
        """李工 tells that the work has stopped."""
        page = self.step("li", "stopped", "停工与复工")
        thumbs.press(page, "确认已停下")
        expect(page.get_by_role("button", name="确认已停下")).to_have_count(0)

    def stand_by(self) -> None:
        """王班 is on his post again."""
        page = self.step("wang", "stopped", "停工与复工")
        thumbs.press(page, "监护人在岗")
        expect(page.get_by_text("监护人已在岗")).to_be_visible()

    def resolve(self, cause: str) -> None:
        """冯班长 closes a cause, on site."""
        page = self.step("feng", "stopped", "停工与复工")
        thumbs.press(page, "已消除")
        expect(page.get_by_role("heading", name=f"消除“{cause}”")).to_be_visible()
        self.town.photograph(page, "resolve")
        thumbs.press(page, "已消除")
        expect(page.get_by_text(cause, exact=True)).to_have_count(0)

    def ask_to_resume(self) -> Page:
        """李工 answers that nothing changed and presses; gives his phone with the server's answer to come."""
        page = self.step("li", "stopped", "停工与复工")
        page.locator("label", has_text="都没变").click()
        thumbs.press(page, "复工")
        return page

    def resume(self) -> None:
        """李工 resumes and may work."""
        page = self.ask_to_resume()
        page.wait_for_url(re.compile(rf"/m/permits/{self.permit}$"))
        expect(page.get_by_text("可以作业")).to_be_visible()

    def look_around(self) -> None:
        """王班 walks his round and finds all well."""
        with self.leaving("wang", "round", "监护巡查") as page:
            thumbs.press(page, "一切正常")

    # ---- the end

    def finish(self) -> None:
        """李工 holds: the work is done."""
        with self.leaving("li", "finish", "完工") as page:
            thumbs.hold(page, "按住完工")

    def check_for_embers(self) -> None:
        """王班 looks for embers and takes a photo."""
        with self.leaving("wang", "fire", "检查余火") as page:
            page.locator("label", has_text="没有余火、热点").click()
            thumbs.snap(page)
            self.town.photograph(page, "fire")
            thumbs.press(page, "记录检查")

    def accept(self) -> None:
        """卫验收 ticks every item on site, photographs what is to be seen, signs."""
        with self.leaving("wei", "accept", "现场验收") as page:
            self.find_it_in_order(page)
        expect(page.get_by_text("已关闭").first).to_be_visible()

    def find_it_in_order(self, page: Page) -> None:
        """What 卫验收 does on the open page of the acceptance."""
        thumbs.check_all(page)
        shots = page.locator("input[type=file]")
        for field in shots.all():
            field.set_input_files(thumbs.photograph())
        expect(page.get_by_text("已上传")).to_have_count(shots.count())
        thumbs.sign_box(page)
        self.town.photograph(page, "accept")
        thumbs.press(page, "合格，关闭作业票")

    def archive(self, who: str) -> list[str]:
        """The steps that the timeline of the card shows, the first first: what, by whom, where. Each has its
        time; the same step taken many times in a row is told once."""
        page = self.card(who)
        page.get_by_role("tab", name="记录").click()
        expect(page.get_by_text("V-101 泵基础 · 甲醇罐区")).to_be_visible()
        rows = page.locator("ol.timeline > li")
        rows.first.wait_for()
        self.town.photograph(page, "archive")
        told = [row.split("\n\n") for row in reversed(rows.all_inner_texts())]
        times = [row[0] for row in told]
        assert all(re.fullmatch(r"\d\d:\d\d", time) for time in times)
        assert times == sorted(times)
        return [step for step, _ in groupby(f"{row[1]} {row[-1]}" for row in told)]
