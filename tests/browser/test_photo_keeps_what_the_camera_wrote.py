"""A photo by phone: small, with its strip burnt in, what the camera wrote kept, and old ones told as old."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from davy.attachments import exif
from davy.building import journeys
from davy.building.hands import Hands
from tests.browser import thumbs
from tests.browser.town import MORNING, Town

pytestmark = pytest.mark.browser

GPS = {1: "N", 2: (31.0, 13.0, 48.0), 3: "E", 4: (121.0, 28.0, 25.0)}
SUB_IFD, GPS_IFD = 0x8769, 0x8825


def _from_the_gallery() -> FilePayload:
    """A photo of the evening before, held upright: 12 million white pixels, turned by the camera."""
    found = Image.Exif()
    found[0x0112], found[0x010F], found[0x0110] = 6, "Honor", "X50"
    found.get_ifd(SUB_IFD).update({0x9003: "2026:11:22 18:40:00", 0x9011: "+08:00"})
    found.get_ifd(GPS_IFD).update(GPS)
    with io.BytesIO() as out:
        Image.new("RGB", (4000, 3000), "white").save(out, "JPEG", exif=found)
        return {"name": "old.jpg", "mimeType": "image/jpeg", "buffer": out.getvalue()}


def _add(page: Page, permit: str, photo: FilePayload) -> None:
    thumbs.open_step(page, permit, "photo", "拍照")
    page.locator("input[type=file]").first.set_input_files(photo)
    expect(page.get_by_text("已上传").first).to_be_visible()
    page.locator("label", has_text="其他").click()
    thumbs.press(page, "存到作业票")
    page.wait_for_url(f"**/m/permits/{permit}")


def _stored(page: Page, sha256: str) -> Image.Image:
    answer = page.context.request.get(f"/api/v1/attachments/{sha256}?form=original")
    return Image.open(io.BytesIO(answer.body()))


def _is_dark(image: Image.Image, y: int) -> bool:
    pixel: Any = image.convert("L").getpixel((image.width - 5, y))
    return bool(pixel < 128)


def test_a_photo_keeps_its_facts_and_says_when_it_is_old(town: Town) -> None:
    hands = Hands(town.plant)
    journeys.draft_hot(hands)
    permit, page = str(hands.permit), town.phone("li")
    _add(page, permit, _from_the_gallery())
    _add(page, permit, thumbs.photograph())
    _, old, plain = journeys.state(hands).photos  # the first came with the request

    kept = _stored(page, old)
    assert kept.size == (1200, 1600)  # upright by itself now, so no viewer may turn it again
    found = kept.getexif()
    assert (found[0x0112], found[0x010F], found[0x0110]) == (1, "Honor", "X50")
    assert dict(found.get_ifd(GPS_IFD)) == GPS
    taken = exif.facts(kept).taken_at
    assert taken is not None
    assert 13 < (MORNING - taken).total_seconds() / 3600 < 15
    assert _is_dark(kept, kept.height - 5)  # the strip
    assert not _is_dark(kept, kept.height // 2)
    assert not _stored(page, plain).getexif()

    page.get_by_role("tab", name="照片").click()
    tiles = page.locator(".grid a")
    expect(tiles).to_have_count(3)
    expect(tiles.nth(1)).to_contain_text("照片拍摄于")
    expect(tiles.nth(1)).to_contain_text("18:40")
    expect(tiles.nth(2)).not_to_contain_text("照片拍摄于")
    page.locator(".grid").scroll_into_view_if_needed()
    town.photograph(page, "photos-old")
