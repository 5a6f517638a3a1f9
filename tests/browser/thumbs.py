"""What thumbs do on a phone: open a step, answer rows, photograph, write a signature, hold a button."""

from __future__ import annotations

import io

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from davy.building.plant import PASSWORD

__all__ = [
    "answer_rows",
    "check_all",
    "hold",
    "open_permit",
    "open_step",
    "picture",
    "press",
    "sign_box",
    "snap",
]


def picture(shade: int = 120) -> bytes:
    """A small real JPEG, as a phone's camera would give."""
    with io.BytesIO() as out:
        Image.new("RGB", (320, 240), (shade, 90, 60)).save(out, "JPEG")
        return out.getvalue()


def open_permit(page: Page, permit: str) -> None:
    """Go to the permit's card."""
    page.goto(f"/m/permits/{permit}")


def open_step(page: Page, permit: str, step: str, heading: str) -> None:
    """Go to one step of the permit and see that it is the right one."""
    page.goto(f"/m/permits/{permit}/{step}")
    expect(page.get_by_text(heading, exact=True).first).to_be_visible()


def press(page: Page, name: str) -> None:
    """Press the button of exactly this name, once it may be pressed."""
    button = page.get_by_role("button", name=name, exact=True).last
    expect(button).to_be_enabled()
    button.click()


def answer_rows(page: Page, *, yes: str, confirm: str, count: int) -> None:
    """Answer rows one by one, each with what it asks: a control, figures, a photo."""
    for done in range(count):
        row = page.locator(".unfolded")
        expect(row).to_be_visible()
        row.get_by_text(yes, exact=True).click()
        page.wait_for_timeout(150)  # what the answer asks for unfolds
        for box in row.get_by_role("checkbox").all()[:1]:
            box.check(force=True)
        for figure in row.locator("input.input").all():
            figure.fill("2")
        if row.locator("input[type=file]").count() and "须拍照" in row.inner_text():
            snap(row)
        row.get_by_role("button", name=confirm, exact=True).click()
        expect(page.get_by_text(f"{done + 1}/{count} 条", exact=True)).to_be_visible()


def snap(place: Page | Locator) -> None:
    """Take a photo with the camera field and wait until the server has it."""
    field = place.locator("input[type=file]").first
    field.set_input_files({"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": picture()})
    expect(place.get_by_text("已上传").first).to_be_visible()


def check_all(page: Page) -> None:
    """Tick every item of the page, one by one, as nothing else is offered."""
    page.get_by_role("checkbox").first.wait_for(state="attached")
    for box in page.get_by_role("checkbox").all():
        if not box.is_checked():
            box.press("Space")


def sign_box(page: Page, *, password: bool = True) -> None:
    """Write a signature with the finger and enter the password again."""
    canvas = page.locator("canvas").last
    canvas.scroll_into_view_if_needed()
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


def hold(page: Page, name: str, milliseconds: int = 1900) -> None:
    """Keep a button pressed for so long."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_enabled()
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.wait_for_timeout(milliseconds)
    page.mouse.up()
