"""A tag held to the phone does what its code does; a phone that reads none shows nothing of it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.thumbs import press
from tests.browser.town import Town

pytestmark = pytest.mark.browser

READER = """
window.davyTags = { writes: [], readers: [] }
window.NDEFReader = class extends EventTarget {
  async scan({ signal }) {
    window.davyTags.readers.push(this)
    signal.addEventListener('abort', () => {
      window.davyTags.readers = window.davyTags.readers.filter((one) => one !== this)
    })
  }
  async write(message) { window.davyTags.writes.push(message) }
}
window.davyHold = (text) => {
  const data = new DataView(new TextEncoder().encode(text).buffer)
  for (const reader of window.davyTags.readers) {
    const event = new Event('reading')
    Object.assign(event, { serialNumber: '04:a3:2f', message: { records: [{ recordType: 'url', data }] } })
    reader.dispatchEvent(event)
  }
}
"""


def _scan(town: Town, who: str) -> Page:
    page = town.phone(who)
    page.goto("/m/scan")
    expect(page.get_by_role("heading", name="扫码")).to_be_visible()
    return page


def test_a_tag_opens_what_its_code_opens_and_is_written_by_the_register(town: Town) -> None:
    plain = _scan(town, "li")
    expect(plain.get_by_role("button", name="读 NFC 标签")).to_have_count(0)
    plain.context.add_init_script(READER)
    page = _scan(town, "li")
    press(page, "读 NFC 标签")
    expect(page.get_by_text("把手机背面贴近标签")).to_be_visible()
    page.evaluate("davyHold('https://example.org/elsewhere')")
    expect(page.get_by_text("这不是 Davy 的码")).to_be_visible()
    page.evaluate(f"davyHold(location.origin + '/c/{town.plant.point_token}')")
    expect(page.get_by_text("这个作业点")).to_be_visible()
    expect(page.get_by_role("button", name="写入 NFC 标签")).to_have_count(0)
    town.phone("zheng").context.add_init_script(READER)
    keeper = _scan(town, "zheng")
    press(keeper, "读 NFC 标签")
    keeper.evaluate(f"davyHold(location.origin + '/c/{town.plant.point_token}')")
    press(keeper, "写入 NFC 标签")
    expect(keeper.get_by_text("标签已写好")).to_be_visible()
    (message,) = keeper.evaluate("davyTags.writes")
    assert message["records"][0]["data"].endswith(f"/c/{town.plant.point_token}")
