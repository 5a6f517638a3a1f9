"""What the camera wrote is read from the bytes, kept with them, and told where it is another time."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from davy import clock
from davy.attachments import exif, files, queries, store
from davy.attachments.tests.pictures import photo, photo_with_position, sha
from davy.attachments.tests.test_upload import put
from davy.db import tenant
from davy.ids import uuid7
from tests.plant import Plant, said

TAKEN = datetime(2026, 11, 21, 6, 2, 9, tzinfo=UTC)
"""14:02:09 on the plant's clocks: the camera names no zone."""


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def _taken(tags: dict[int, str], sub: dict[int, str]) -> exif.Camera:
    image = Image.new("RGB", (4, 4))
    found = image.getexif()
    for tag, value in tags.items():
        found[tag] = value
    for tag, value in sub.items():
        found.get_ifd(0x8769)[tag] = value
    return exif.facts(image)


def test_the_original_keeps_what_the_camera_wrote_and_the_record_tells_it(plant: Plant) -> None:
    content = photo_with_position()
    answer = said(put(plant.browser("li"), content))
    assert answer["camera"] == "SecretPhone Ex 7"
    assert datetime.fromisoformat(answer["taken_at"]) == TAKEN
    assert files.content(plant.company.id, sha(content)) == content


@pytest.mark.parametrize(
    ("told", "zone", "moment"),
    [
        ("2026:11:21 14:02:09", "+08:00", TAKEN),
        ("2026:11:21 07:02:09", "+01:00", TAKEN),
        ("2026:11:20 23:02:09", "-07:00", TAKEN),
        ("2026:11:21 14:02:09", "nowhere", TAKEN),
        ("0000:00:00 00:00:00", "", None),
        ("yesterday", "", None),
        ("2026:02:30 10:00:00", "", None),
        ("0001:01:01 00:00:00", "+08:00", None),
    ],
)
def test_the_moment_is_read_in_its_zone_or_not_at_all(told: str, zone: str, moment: datetime | None) -> None:
    assert _taken({}, {0x9003: told, 0x9011: zone}).taken_at == moment


def test_a_camera_that_says_nothing_says_nothing() -> None:
    assert _taken({}, {}) == exif.Camera(None, "")


def _photo_taken(at: datetime) -> bytes:
    found = Image.Exif()
    found.get_ifd(0x8769).update({0x9003: f"{at:%Y:%m:%d %H:%M:%S}", 0x9011: "+00:00"})
    return photo(exif=found)


def test_only_pictures_of_another_time_are_told(plant: Plant) -> None:
    li, company = plant.browser("li"), plant.company.id
    now = clock.now().replace(microsecond=0)
    before, after = now - timedelta(minutes=11), now + timedelta(minutes=12)
    sent = [photo(), *(_photo_taken(at) for at in (before, now - timedelta(minutes=9), after))]
    stream = uuid7()
    for content in sent:
        put(li, content)
    with tenant.company(company):
        store.refer(company, map(sha, sent), stream_kind="permit", stream_id=stream)
        told = queries.taken_apart(company, "permit", stream)
        assert told == {sha(sent[1]): before, sha(sent[3]): after}
        assert queries.taken_apart(company, "permit", uuid7()) == {}
