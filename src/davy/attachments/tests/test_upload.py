"""An upload is what it decodes to, under its own hash, within its size; else nothing is left behind."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from PIL import Image

from davy.attachments import files, pictures
from davy.attachments.models import Attachment
from davy.attachments.tests.pictures import (
    MP4,
    OGG,
    SVG,
    WEBM,
    bomb,
    encoded,
    photo,
    photo_with_position,
    sha,
)
from davy.db import tenant
from tests.plant import Browser, Plant, said


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def put(browser: Browser, content: bytes, name: str | None = None) -> Any:
    path = f"/api/v1/attachments/{name or sha(content)}"
    return browser.generic("PUT", path, content, content_type="application/octet-stream")


def shown(browser: Browser, content: bytes) -> Image.Image:
    answer = browser.get(f"/api/v1/attachments/{sha(content)}")
    return Image.open(io.BytesIO(answer.getvalue()))


def left_behind() -> list[Path]:
    return [path for path in Path(settings.DATA).rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (photo(), "image/jpeg"),
        (photo(form="PNG"), "image/png"),
        (photo(form="WEBP"), "image/webp"),
        (WEBM, "audio/webm"),
        (OGG, "audio/ogg"),
        (MP4, "audio/mp4"),
    ],
)
def test_pictures_and_recordings_are_taken_for_what_they_are(
    plant: Plant, content: bytes, media_type: str
) -> None:
    li = plant.browser("li")
    answer = put(li, content)
    assert answer.status_code == 201
    assert (said(answer)["media_type"], said(answer)["size"]) == (media_type, len(content))
    original = li.get(f"/api/v1/attachments/{sha(content)}?form=original")
    assert original.getvalue() == content
    assert original.headers["Content-Type"] == media_type


def test_the_same_again_changes_nothing(plant: Plant) -> None:
    li, wang = plant.browser("li"), plant.browser("wang")
    assert [put(browser, photo()).status_code for browser in (li, li, wang)] == [201, 200, 200]
    with tenant.company(plant.company.id):
        assert Attachment.objects.get().uploaded_by == plant.accounts["li"].id


def test_a_lost_file_is_healed_by_the_next_upload(plant: Plant) -> None:
    li = plant.browser("li")
    put(li, photo())
    files.remove(plant.company.id, sha(photo()))
    assert li.get(f"/api/v1/attachments/{sha(photo())}").status_code == 404
    assert put(li, photo()).status_code == 200
    assert shown(li, photo()).size == (640, 480)


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (photo(), "0" * 64, (409, "attachment_hash_mismatch")),
        (photo(), "ABC", (422, "attachment_name_invalid")),
        (photo(), sha(photo()).upper(), (422, "attachment_name_invalid")),
        (b"", None, (422, "attachment_length_missing")),
        (b"hello", None, (415, "attachment_type_refused")),
        (b"<html><script>alert(1)</script></html>", None, (415, "attachment_type_refused")),
        (b"<html>" + photo(), None, (415, "attachment_type_refused")),
        (b"%PDF-1.7" + bytes(100), None, (415, "attachment_type_refused")),
        (encoded(Image.new("RGB", (9, 9)), "GIF"), None, (415, "attachment_type_refused")),
        (encoded(Image.new("RGB", (9, 9)), "TIFF"), None, (415, "attachment_type_refused")),
        (b"MZ" + bytes(500), None, (415, "attachment_type_refused")),
        (SVG, None, (415, "attachment_type_refused")),  # drawings are for who keeps the registers
        (photo()[: len(photo()) // 2], None, (415, "attachment_broken")),
        (photo(form="PNG")[:200], None, (415, "attachment_broken")),
        (bomb(10_000, 10_000), None, (413, "attachment_too_many_pixels")),
        (bomb(60_000, 60_000), None, (413, "attachment_too_many_pixels")),
        (bomb(100, 100), None, (415, "attachment_broken")),
        (photo() + bytes(15 * 1024 * 1024), None, (413, "attachment_too_large")),
        (WEBM + bytes(5 * 1024 * 1024), None, (413, "attachment_too_large")),
    ],
)
def test_anything_else_is_refused_with_its_code_and_leaves_nothing(
    plant: Plant, content: bytes, name: str | None, expected: tuple[int, str]
) -> None:
    answer = put(plant.browser("li"), content, name)
    assert (answer.status_code, said(answer)["code"]) == expected
    assert left_behind() == []
    with tenant.company(plant.company.id):
        assert not Attachment.objects.exists()


def test_thirty_megabytes_are_refused_before_they_are_read(plant: Plant) -> None:
    class Unread(io.BytesIO):
        def read(self, *_size: object) -> bytes:
            raise AssertionError("the body was read")

    li: Any = plant.browser("li")
    li.defaults |= {"CONTENT_LENGTH": str(30 * 1024 * 1024), "wsgi.input": Unread()}
    answer = put(li, b"", "0" * 64)
    assert (answer.status_code, said(answer)["code"]) == (413, "attachment_too_large")


def test_a_body_longer_than_it_says_is_cut_off_at_the_limit(plant: Plant) -> None:
    from davy.attachments import store
    from davy.problems.response import Problem

    class Endless:
        served = 0

        def read(self, size: int, /) -> bytes:
            self.served += size
            return bytes(size)

    source = Endless()
    with pytest.raises(Problem, match="attachment_too_large"):
        store.take(source, company_id=plant.company.id, sha256="0" * 64, account_id=None)
    assert source.served < 16 * 1024 * 1024


def test_what_is_shown_is_upright_small_and_carries_nothing_but_pixels(plant: Plant) -> None:
    li, content = plant.browser("li"), photo_with_position()
    assert b"SecretPhone" in content
    taken = said(put(li, content))
    assert (taken["width"], taken["height"]) == (480, 640)
    copy = shown(li, content)
    assert (copy.format, copy.size, dict(copy.getexif())) == ("JPEG", (480, 640), {})
    colour: Any = copy.getpixel((240, 60))
    assert colour == pytest.approx((254, 0, 0), abs=8)
    answer = li.get(f"/api/v1/attachments/{sha(content)}")
    assert b"SecretPhone" not in answer.getvalue()


def test_a_large_photo_is_shown_at_sixteen_hundred_pixels(plant: Plant) -> None:
    li, content = plant.browser("li"), photo(4000, 3000)
    assert put(li, content).status_code == 201
    assert shown(li, content).size == (1600, 1200)


@pytest.mark.parametrize("mode", ["RGBA", "P", "L", "LA", "CMYK", "1"])
def test_pictures_of_every_colour_mode_can_be_shown(plant: Plant, mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    content = encoded(Image.new(mode, (30, 20)), form)
    li = plant.browser("li")
    assert put(li, content).status_code == 201
    assert (shown(li, content).mode, shown(li, content).size) == ("RGB", (30, 20))


def test_transparency_is_shown_on_white(plant: Plant) -> None:
    li, content = plant.browser("li"), encoded(Image.new("RGBA", (30, 20), (0, 0, 0, 0)), "PNG")
    put(li, content)
    assert shown(li, content).getpixel((5, 5)) == (255, 255, 255)


def test_a_photo_with_a_second_picture_inside_is_a_jpeg(plant: Plant) -> None:
    image = Image.new("RGB", (40, 30), "red")
    content = encoded(image, "MPO", save_all=True, append_images=[image])
    li = plant.browser("li")
    assert said(put(li, content))["media_type"] == "image/jpeg"
    assert shown(li, content).size == (40, 30)


def test_a_picture_that_is_something_else_as_well_is_shown_painted_anew_and_given_out_as_a_download(
    plant: Plant,
) -> None:
    li, payload = plant.browser("li"), b"<html><script>alert(document.cookie)</script>PK\x03\x04"
    content = photo() + payload
    assert put(li, content).status_code == 201
    copy = li.get(f"/api/v1/attachments/{sha(content)}")
    assert b"script" not in copy.getvalue()
    original = li.get(f"/api/v1/attachments/{sha(content)}?form=original")
    assert original.getvalue() == content
    assert original.headers["Content-Disposition"].startswith("attachment")
    for answer in (copy, original):
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Content-Type"] == "image/jpeg"


def test_the_browser_may_keep_what_it_has_because_the_name_is_the_content(plant: Plant) -> None:
    li, content = plant.browser("li"), photo()
    put(li, content)
    first = li.get(f"/api/v1/attachments/{sha(content)}")
    tag = first.headers["ETag"]
    assert first.getvalue()
    again = li.get(f"/api/v1/attachments/{sha(content)}", headers={"if-none-match": tag})
    assert again.status_code == 304


def test_another_company_has_nothing_under_the_same_hash(plant: Plant, neighbour: Plant) -> None:
    put(plant.browser("li"), photo())
    sun = neighbour.browser("sun")
    there = sun.get(f"/api/v1/attachments/{sha(photo())}")
    nowhere = sun.get(f"/api/v1/attachments/{'0' * 64}")
    assert (there.status_code, there.content) == (404, nowhere.content)
    assert put(sun, photo()).status_code == 201  # its own, not a hint that somebody else has it


def test_decoding_stops_at_what_a_phone_of_today_takes() -> None:
    assert pictures.MAX_PIXELS == 64_000_000
