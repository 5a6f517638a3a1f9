"""An administrator sets a messenger up, sees a trial arrive, and what did not; an address is written down."""

import pytest
from playwright.sync_api import Page, expect

from davy.accounts.models import Account
from davy.notify.outward.tests.posts import phone, rounds
from davy.notify.outward.tests.servers import WebServer, web_server
from tests.browser.town import Town

pytestmark = pytest.mark.browser


def _administrator(town: Town) -> Page:
    account = Account.objects.get(id=town.plant.people["chen"].account)
    account.roles = [*account.roles, "admin"]
    account.save()
    page = town.console("chen")
    page.goto("/console/people/messengers")
    expect(page.locator("[data-kind=sms]")).to_contain_text("没有设置")
    return page


def _set_up(page: Page, gateway: WebServer) -> None:
    card = page.locator("[data-kind=sms]")
    card.get_by_role("button", name="设置", exact=True).click()
    card.get_by_label("接口地址").fill(f"{gateway.url}/send")
    card.get_by_label("密钥").fill("gateway-key")
    card.get_by_label("请求头，一行一个").fill("Authorization: Bearer {key}")
    card.get_by_label("请求内容（JSON）").fill('{"to": "{phone}"')
    card.get_by_role("button", name="保存").click()
    expect(card.get_by_role("alert")).to_contain_text("写法不对")
    card.get_by_label("请求内容（JSON）").fill('{"to": "{phone}", "content": "{text}"}')
    card.get_by_text("服务器在厂内网").click()
    card.get_by_role("button", name="保存").click()
    expect(card).to_contain_text("已设置，还没有发过")


def test_a_gateway_is_set_up_tried_and_its_silence_is_shown(town: Town) -> None:
    phone(town.plant, "chen", "13800138000")
    page = _administrator(town)
    card = page.locator("[data-kind=sms]")
    with web_server() as gateway:
        _set_up(page, gateway)
        town.photograph(page, "messengers-set-up")
        card.get_by_role("button", name="发一条试试").click()
        expect(card).to_contain_text("试发：排队中")
        rounds(town.plant)
        expect(card).to_contain_text("对方已收下")
        assert [body["to"] for body in gateway.bodies()] == ["13800138000"]
        gateway.status = 401
        card.get_by_role("button", name="发一条试试").click()
        expect(card).to_contain_text("试发：排队中")
        town.wait(minutes=11)
        rounds(town.plant)
        expect(card).to_contain_text("密钥或账号不对")
        page.reload()
        expect(page.locator("[data-kind=sms]")).to_contain_text("发不出去：密钥或账号不对")
        expect(page.get_by_role("row").filter(has_text="Davy 试发")).to_contain_text("已试 1 次")
        town.photograph(page, "messengers-unsent")


def test_where_a_person_is_found_is_written_down(town: Town) -> None:
    page = _administrator(town)
    page.goto("/console/people/list")
    row = page.get_by_role("row").filter(has_text="李工")
    row.get_by_role("button", name="联系方式").click()
    page.get_by_label("邮箱").fill("li at plant")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("alert")).to_contain_text("格式不对")
    page.get_by_label("邮箱").fill("li@plant.example")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_label("邮箱")).to_have_count(0)
    row.get_by_role("button", name="联系方式").click()
    expect(page.get_by_label("邮箱")).to_have_value("li@plant.example")
    town.photograph(page, "messengers-address")
