"""A line or a server that fails in the middle: nothing is lost or done twice, and the person is told."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, expect

from davy.building.plant import PASSWORD
from tests.browser import thumbs
from tests.browser.field import Field

pytestmark = pytest.mark.browser

NEW_PASSWORD = "another-long-one-7391"
ROUND = ("guard_round", "accepted")


def test_a_server_that_dies_in_the_middle_of_a_batch(field: Field) -> None:
    field.page.context.set_offline(True)
    for _ in range(3):
        field.round()
    field.line.dies_after = 2
    field.page.context.set_offline(False)
    expect(field.queue().get_by_text("全部已上传")).to_be_visible()
    assert field.line.asked.count("/api/v1/sync") > 1
    assert field.arrived() == [ROUND] * 3
    assert field.chain() == 3


def test_a_password_changed_elsewhere_meanwhile_is_asked_for_and_the_old_one_is_refused(field: Field) -> None:
    field.page.context.set_offline(True)
    field.round()
    elsewhere = field.town.console("wang")
    changed = elsewhere.evaluate(
        """async ([before, after]) => {
          const token = /csrftoken=([^;]+)/.exec(document.cookie)[1]
          const answer = await fetch('/_allauth/browser/v1/account/password/change', {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'X-CSRFToken': token },
            body: JSON.stringify({ current_password: before, new_password: after }),
          })
          return answer.status
        }""",
        [PASSWORD, NEW_PASSWORD],
    )
    assert changed in {200, 401}  # done; 401 when it ended this login too
    page = field.page
    page.context.set_offline(False)
    expect(page.get_by_text("登录已过期")).to_be_visible()
    assert field.arrived() == []
    field.town.photograph(page, "password-changed")
    page.locator("input[type=password]").fill(PASSWORD)
    thumbs.press(page, "登录")
    expect(page.get_by_role("alert").filter(has_text="密码")).to_be_visible()
    page.locator("input[type=password]").fill(NEW_PASSWORD)
    thumbs.press(page, "登录")
    expect(page.get_by_text("登录已过期")).to_have_count(0)
    expect(field.queue().get_by_text("全部已上传")).to_be_visible()
    assert field.arrived() == [ROUND]


def test_a_photo_goes_on_from_where_the_line_broke(field: Field) -> None:
    page = field.page
    page.context.set_offline(True)
    thumbs.open_step(page, field.permit, "photo", "拍照")
    page.locator("input[type=file]").first.set_input_files(_large_photo())
    expect(page.get_by_text("已存手机，联网后上传")).to_be_visible()
    page.locator("label", has_text="作业中").click()
    thumbs.press(page, "存到作业票")
    page.wait_for_url(f"**/permits/{field.permit}")
    field.line.breaks_after = 1
    page.context.set_offline(False)
    queue = field.queue()
    for _ in range(300):
        if field.line.breaks_after == 0 and len(_parts(field)) > 1:
            break
        queue.wait_for_timeout(100)
    sent = len(_parts(field))
    assert field.arrived() == []
    field.line.breaks_after = None
    expect(queue.get_by_text("全部已上传")).to_be_visible()
    assert field.arrived() == [("add_photo", "accepted")]
    assert 0 < sent < len(_parts(field))


def _parts(field: Field) -> list[str]:
    return [path for path in field.line.asked if path.endswith("/parts")]


def _large_photo() -> FilePayload:
    """A photo with so much in it that no camera makes it small."""
    with io.BytesIO() as out:
        Image.effect_noise((1600, 1200), 90).convert("RGB").save(out, "JPEG", quality=90)
        return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}
