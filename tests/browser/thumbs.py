"""What thumbs do on a phone: open a step, answer rows, photograph, write a signature, hold a button."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from itertools import count

from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from davy.building.plant import PASSWORD

__all__ = [
    "answer_row",
    "answer_rows",
    "ask_now",
    "check_all",
    "hold",
    "installed",
    "open_permit",
    "open_step",
    "photograph",
    "press",
    "read_meter",
    "send_request",
    "sign_box",
    "snap",
]

_photos = count()
TICK = "label:has(input[type=checkbox])"


def photograph() -> FilePayload:
    """A small real JPEG as a phone's camera would give, another one each time."""
    number = next(_photos)
    with io.BytesIO() as out:
        Image.new("RGB", (320, 240), (60 + number % 150, 90, 60)).save(out, "JPEG")
        return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def installed(page: Page) -> Page:
    """Wait until the whole app is kept on this phone, and answers in the place of the server."""
    page.evaluate(
        """async () => {
          await navigator.serviceWorker.ready
          if (navigator.serviceWorker.controller === null)
            await new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done))
        }"""
    )
    return page


def open_permit(page: Page, permit: str) -> None:
    """Go to the permit's card and wait until it stands."""
    page.goto(f"/m/permits/{permit}")
    expect(page.locator("[data-band]").first).to_be_visible()


def open_step(page: Page, permit: str, step: str, heading: str) -> None:
    """Go to one step of the permit and see that it is the right one."""
    page.goto(f"/m/permits/{permit}/{step}")
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    expect(page.locator("[data-band]").first).to_be_visible()


def ask_now(page: Page, work: str = "动火", place: str = "V-101 泵基础") -> None:
    """The three inputs of a request on its page: type, point with a photo, time."""
    page.get_by_role("button", name=work, exact=True).click()
    page.get_by_role("button", name="选作业点").click()
    page.get_by_text(place).click()
    snap(page)
    page.locator("label", has_text="马上").click()


def send_request(page: Page, name: str = "提交申请") -> str:
    """Hand the request in; the id of its permit, whose card is shown."""
    press(page, name)
    page.wait_for_url(re.compile(r"/m/permits/[0-9a-f-]{36}"))
    return page.url.split("/permits/")[1][:36]


def press(page: Page, name: str) -> None:
    """Press the button of exactly this name, once it may be pressed."""
    button = page.get_by_role("button", name=name, exact=True).last
    expect(button).to_be_enabled()
    button.click()


def answer_rows(page: Page, *, yes: str, confirm: str, count: int) -> None:
    """Answer rows one by one, each with what it asks: a control, figures, a photo."""
    for done in range(count):
        row = page.locator("section.row").nth(done)
        expect(row).to_have_class(re.compile("unfolded"))  # the next one unfolds by itself
        answer_row(row, yes=yes, confirm=confirm)
        expect(page.get_by_text(f"{done + 1}/{count} 条", exact=True)).to_be_visible()


def answer_row(row: Locator, *, yes: str, confirm: str) -> None:
    """Answer an unfolded row."""
    row.get_by_text(yes, exact=True).click()
    expect(row.get_by_role("radio", name=yes, exact=True)).to_be_checked()
    done = row.get_by_role("button", name=confirm, exact=True)
    # What the answer asks for unfolds with it; the button tells what is still open.
    for control in row.locator(TICK).all()[:1]:
        control.click()
    for figure in row.locator("input.input").all():
        figure.fill("2")
    if row.locator("input[type=file]").count() and "须拍照" in row.inner_text():
        snap(row)
    expect(done).to_be_enabled()
    done.click()


def read_meter(page: Page, values: Mapping[str, str]) -> None:
    """Type what the meter shows for each substance asked for, photograph it, and have it judged."""
    asked = page.get_by_role("button", name="的读数").filter(has=page.locator("strong"))
    asked.first.wait_for()
    for row in asked.all():
        row.click()
        name = row.locator("strong").inner_text()
        for key in values[name]:
            page.get_by_role("group").get_by_role("button", name=key, exact=True).click()
    snap(page)
    page.get_by_role("button", name="记录“").click()
    expect(page.locator("section.verdict")).to_be_visible()


def snap(place: Page | Locator) -> None:
    """Take a photo with the camera field and wait until the server has it."""
    place.locator("input[type=file]").first.set_input_files(photograph())
    expect(place.get_by_text("已上传").first).to_be_visible()


def check_all(page: Page) -> None:
    """Tick every item of the page, one by one, as nothing else is offered."""
    page.locator(TICK).first.wait_for()
    for tick in page.locator(TICK).all():
        tick.click()
        expect(tick.get_by_role("checkbox")).to_be_checked()


def sign_box(page: Page, *, password: bool = True) -> None:
    """Write a signature with the finger and enter the password again."""
    canvas = page.locator("canvas").last
    # Above the bar with the buttons, which lies over the end of a long page.
    canvas.evaluate("(box) => box.scrollIntoView({ block: 'center' })")
    box = canvas.bounding_box()
    assert box is not None
    left, top = box["x"] + 20, box["y"] + box["height"] / 2
    page.mouse.move(left, top)
    page.mouse.down()
    for step in range(1, 12):
        page.mouse.move(left + step * 12, top + (8 if step % 2 else -8))
    page.mouse.up()
    if password:
        page.locator("input[type=password]").fill(PASSWORD)


def _press_down(page: Page, button: Locator) -> None:
    expect(button).to_be_enabled()
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()


def hold(page: Page, name: str, *, let_go: str | None = None) -> None:
    """Keep a button pressed until it has had enough, or let go too early and see what is said then."""
    for last in (False, False, True):
        _press_down(page, page.get_by_role("button", name=name))
        try:
            expect(page.get_by_role("button", name="继续按住…")).to_be_visible(
                timeout=None if last else 3_000
            )
            break
        except AssertionError:
            if last:
                raise
            page.mouse.up()  # an alarm that has just been folded away takes a touch for its own
    if let_go is None:
        expect(page.get_by_role("button", name="继续按住…")).to_have_count(0)
    page.mouse.up()
    if let_go is not None:
        expect(page.get_by_text(let_go)).to_be_visible()
