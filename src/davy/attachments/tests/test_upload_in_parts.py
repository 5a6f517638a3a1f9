"""An upload over a line that breaks goes on where it was cut; only the whole, under its hash, is a photo."""

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from davy import clock
from davy.attachments import parts
from davy.attachments.models import Attachment
from davy.attachments.tests.pictures import photo, sha
from davy.db import tenant
from tests.plant import Browser, Plant, said

CONTENT = photo(width=900, height=700)
HALF = len(CONTENT) // 2


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def part(
    browser: Browser, offset: int, content: bytes, *, last: bool = False, name: str = sha(CONTENT)
) -> Any:
    path = f"/api/v1/attachments/{name}/parts?offset={offset}&last={str(last).lower()}"
    return browser.generic("POST", path, content, content_type="application/octet-stream")


def asked(browser: Browser) -> Any:
    return browser.get(f"/api/v1/attachments/{sha(CONTENT)}/parts").json()


def waiting() -> list[Path]:
    return [path for path in Path(settings.DATA).rglob("parts/*") if path.is_file()]


def test_it_goes_on_where_it_was_cut_and_is_stored_when_it_is_whole(plant: Plant) -> None:
    browser = plant.browser("wang")
    assert asked(browser) == {"received": 0, "whole": False}
    assert part(browser, 0, CONTENT[:HALF]).json() == {"received": HALF, "whole": False}
    assert asked(browser) == {"received": HALF, "whole": False}
    answer = part(browser, HALF, CONTENT[HALF:], last=True)
    assert answer.json() == {"received": len(CONTENT), "whole": True}
    assert asked(browser)["whole"] is True
    assert browser.get(f"/api/v1/attachments/{sha(CONTENT)}").getvalue() != b""
    assert waiting() == []


def test_a_part_sent_twice_or_too_early_is_told_where_to_go_on(plant: Plant) -> None:
    browser = plant.browser("wang")
    part(browser, 0, CONTENT[:HALF])
    for offset in (0, HALF + 1):
        answer = part(browser, offset, CONTENT[offset:])
        assert answer.status_code == 409
        assert said(answer)["code"] == "attachment_part_elsewhere"
        assert asked(browser)["received"] == HALF


def test_what_does_not_fit_its_hash_is_thrown_away(plant: Plant) -> None:
    browser = plant.browser("wang")
    part(browser, 0, CONTENT[:HALF])
    answer = part(browser, HALF, b"\0" * 10, last=True)
    assert said(answer)["code"] == "attachment_hash_mismatch"
    assert asked(browser) == {"received": 0, "whole": False}
    with tenant.company(plant.company.id):
        assert not Attachment.objects.filter(sha256=sha(CONTENT)).exists()


def test_nobody_goes_on_with_what_another_began(plant: Plant) -> None:
    part(plant.browser("wang"), 0, CONTENT[:HALF])
    assert asked(plant.browser("li"))["received"] == 0
    answer = part(plant.browser("li"), HALF, CONTENT[HALF:], last=True)
    assert said(answer)["code"] == "attachment_part_elsewhere"


def test_no_more_than_a_photo_and_no_more_than_a_phone_has(plant: Plant) -> None:
    browser = plant.browser("wang")
    name = "ab" * 32
    mega = b"x" * (15 * 1024 * 1024)
    assert part(browser, 0, mega, name=name).status_code == 200
    assert said(part(browser, len(mega), b"x", name=name))["code"] == "attachment_too_large"
    for number in range(parts.MOST - 1):
        assert part(browser, 0, b"x", name=f"{number:064x}").status_code == 200
    assert said(part(browser, 0, b"x", name="f" * 64))["code"] == "attachment_parts_too_many"
    assert said(part(browser, 0, b"x", name="../../etc"))["status"] == 404


def test_what_was_not_gone_on_with_for_two_days_is_cleared_away(plant: Plant) -> None:
    part(plant.browser("wang"), 0, CONTENT[:HALF])
    assert parts.sweep_parts() == 0
    (path,) = waiting()
    then = (clock.now() - timedelta(days=3)).timestamp()
    os.utime(path, (then, then))
    assert parts.sweep_parts() == 1
    assert waiting() == []
