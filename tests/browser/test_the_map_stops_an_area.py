"""The plan of the plant leads to the permit, and from it an area is stopped, by keyboard too."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from davy.attachments.models import Attachment
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import LAT, LON
from davy.db import tenant
from davy.sites.models import Area, PlanDrawing, WorkPoint
from tests.browser.town import Town

pytestmark = pytest.mark.browser

LINK = "rtsp://10.0.0.8/1"
HALF_METRE = 0.5 / 111_194.93


def _drawn(town: Town) -> None:
    """A plan of 800×500 units with its area; the work point is not drawn, but its position is known."""
    plant = town.plant
    with tenant.company(plant.company):
        Attachment.objects.create(
            company_id=plant.company, sha256="d" * 64, media_type="image/svg+xml", size=1
        )
        control = [
            {
                "x": x,
                "y": y,
                "lat": LAT - (y - 250) * HALF_METRE,
                "lon": LON + (x - 400) * HALF_METRE / 0.8551,
            }
            for x, y in ((0, 0), (800, 0), (0, 500), (800, 500))
        ]
        PlanDrawing.objects.create(
            company_id=plant.company,
            site_id=plant.site,
            drawing="d" * 64,
            width=800,
            height=500,
            control=control,
        )
        Area.objects.filter(id=plant.area).update(plan_x=400, plan_y=120)
        WorkPoint.objects.filter(id=plant.point).update(plan_x=None, plan_y=None, lat=LAT, lon=LON)


def _map(town: Town, who: str) -> Page:
    page = town.console(who)
    page.goto("/console/map")
    page.get_by_role("heading", name="厂区图").wait_for()
    return page


def _working(town: Town) -> Hands:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    _drawn(town)
    return hands


def test_a_mark_opens_the_permit_beside_the_map(town: Town) -> None:
    hands = _working(town)
    page = _map(town, "chu")
    page.locator(".mark.permit.active").click()  # placed by the position of its point
    number = journeys.state(hands).number
    expect(page.locator(f"[data-permit='{number}']")).to_be_visible()
    expect(page).to_have_url(re.compile("/console/map$"))
    expect(page.locator(".mark.people")).to_contain_text("3")
    page.get_by_label("作业票", exact=True).uncheck()
    expect(page.locator(".mark.permit")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(f"[data-permit='{number}']")).to_have_count(0)
    expect(page.get_by_text("摄像头：还没有登记")).to_be_visible()


def test_safety_freezes_an_area_by_keyboard_and_lifts_it(town: Town) -> None:
    hands = _working(town)
    control = _map(town, "chu")
    expect(control.locator(".mark.permit.active")).to_have_count(1)
    page = _map(town, "zheng")
    page.locator("button[data-area='T-100']").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("停工会停下这 1 张票")).to_be_visible()
    page.get_by_label("原因").fill("管廊漏油")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="安全管理部门 郑安全")).to_be_visible()
    assert [cause.kind for cause in journeys.state(hands).causes] == ["area_frozen"]
    expect(control.locator(".mark.permit.paused")).to_have_count(1)
    expect(control.locator(".mark.area.frozen")).to_contain_text("已停工")
    lift = page.get_by_role("button", name="解除停工")
    expect(lift).to_be_disabled()
    page.get_by_label("处理情况").fill("漏点已堵,油已清")
    lift.click()
    expect(page.get_by_role("button", name="立即停工")).to_be_visible()
    assert journeys.state(hands).state == "paused"  # lifting resumes nothing (S7)


def test_a_worker_sees_the_area_and_who_may_freeze_it(town: Town) -> None:
    _working(town)
    page = _map(town, "qian")
    page.locator(".mark.area").click()
    expect(page.get_by_text("区域停工由中控室、安全管理部门或当班班长发出")).to_be_visible()
    expect(page.get_by_role("button", name="立即停工")).to_have_count(0)


def test_a_drawing_is_brought_in_and_laid_on_the_ground_at_the_desk(town: Town) -> None:
    page = town.console("zheng")
    page.goto("/console/places/plan")
    chooser = page.get_by_label("选择平面图文件（SVG）")
    expect(page.get_by_text("还没有厂区平面图")).to_be_visible()
    chooser.set_input_files(
        _svg('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" height="9"/></svg>')
    )
    expect(page.get_by_role("alert").filter(has_text="没有写尺寸")).to_be_visible()
    chooser.set_input_files(_svg('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><script/></svg>'))
    expect(page.get_by_role("alert")).to_be_visible()
    chooser.set_input_files(
        _svg(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500">'
            '<rect x="40" y="60" width="300" height="200" fill="#ccd"/></svg>'
        )
    )
    expect(page.get_by_text("新图还没有保存")).to_be_visible()
    picture = page.get_by_role("img", name="厂区平面图").first
    for x, y in ((10, 10), (200, 12), (15, 120)):
        picture.click(position={"x": x, "y": y})
    for n, (lat, lon) in enumerate(((LAT, LON), (LAT, LON + 0.002), (LAT - 0.001, LON)), start=1):
        page.get_by_label(f"第 {n} 点 纬度").fill(f"{lat:.6f}")
        page.get_by_label(f"第 {n} 点 经度").fill(f"{lon:.6f}")
    page.get_by_role("button", name="保存控制点").click()
    expect(page.get_by_role("status").filter(has_text="已保存")).to_be_visible()
    town.photograph(page, "drawing")
    with tenant.company(town.plant.company):
        found = PlanDrawing.objects.get(company_id=town.plant.company, site_id=town.plant.site)
    assert (found.width, found.height, len(found.control)) == (800, 500, 3)
    page.goto("/console/map")
    expect(page.get_by_text("还没有厂区平面图")).to_have_count(0)


def _svg(text: str) -> FilePayload:
    return {"name": "plan.svg", "mimeType": "image/svg+xml", "buffer": text.encode()}


def test_a_camera_is_told_and_found_on_the_map(town: Town) -> None:
    """It is entered at the desk; its link is text, and Davy opens none."""
    _drawn(town)
    page = town.console("zheng")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/console/places/cameras")
    expect(page.get_by_text("还没有登记摄像头")).to_be_visible()
    form = page.get_by_role("form", name="登记摄像头")
    for label, text in {"编号": "K1", "名称": "泵区东", "看什么": "V-101 泵区", "链接": LINK}.items():
        form.get_by_label(label).fill(text)
    form.get_by_role("combobox").select_option(label="V-101 泵基础")
    form.get_by_role("button", name="登记摄像头").click()
    expect(page.get_by_role("cell", name=LINK)).to_be_visible()
    page.get_by_label("泵区东 的状态").select_option("broken")
    expect(page.get_by_label("泵区东 的状态")).to_have_value("broken")
    town.photograph(page, "console-cameras")
    page.goto("/console/map")
    mark = page.locator(".mark.camera.broken")
    expect(mark).to_be_visible()
    mark.click()
    panel = page.get_by_label("泵区东", exact=True)
    expect(panel).to_contain_text(LINK)
    expect(panel).to_contain_text("坏了")
    town.photograph(page, "map-camera")
    assert not any(LINK in url for url in asked)
