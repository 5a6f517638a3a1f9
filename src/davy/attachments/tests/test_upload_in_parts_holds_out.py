"""An upload in parts on a bad day: a full disk, no database, offsets made up, uploads never ended."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from davy.attachments import files, parts, store
from davy.attachments.tests.pictures import sha
from davy.attachments.tests.test_upload_in_parts import CONTENT, HALF, asked, part, waiting
from davy.problems.response import Problem
from tests.plant import Browser, Plant, said


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def browser(plant: Plant) -> Browser:
    found = plant.browser("wang")
    found.raise_request_exception = False
    return found


def _fails(error: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("where", "error"),
    [
        ((store, "take"), OperationalError("the database is away")),
        ((files, "keep"), OSError(errno.ENOSPC, "no space left on device")),
        ((files, "write_shown"), OSError(errno.EIO, "input/output error")),
    ],
)
def test_what_arrived_outlives_a_bad_moment_of_the_server(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, where: tuple[Any, str], error: Exception
) -> None:
    part(browser, 0, CONTENT[:HALF])
    with monkeypatch.context() as bad:
        bad.setattr(*where, _fails(error))
        assert part(browser, HALF, CONTENT[HALF:], last=True).status_code == 500
    assert asked(browser) == {"received": len(CONTENT), "whole": False}
    assert part(browser, len(CONTENT), b"", last=True).json() == {"received": len(CONTENT), "whole": True}
    assert waiting() == []


def test_a_disk_that_fills_up_in_the_middle_of_a_part_keeps_what_fitted(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    part(browser, 0, CONTENT[:HALF])
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", _fails(OSError(errno.ENOSPC, "no space left on device")))
        assert part(browser, HALF, CONTENT[HALF:]).status_code == 500
    stands = asked(browser)["received"]
    assert stands >= HALF
    assert part(browser, stands, CONTENT[stands:], last=True).json()["whole"] is True


def test_what_is_no_picture_is_thrown_away_all_the_same(browser: Browser) -> None:
    content = b"not a picture at all"
    assert part(browser, 0, content, last=True, name=sha(content)).status_code == 415
    assert waiting() == []


def test_offsets_made_up_begin_nothing_and_block_nothing(browser: Browser) -> None:
    for number in range(parts.MOST + 5):
        answer = part(browser, 7, b"x", name=f"{number:064x}")
        assert said(answer)["code"] == "attachment_part_elsewhere"
    assert waiting() == []
    assert part(browser, 0, CONTENT, last=True).json()["whole"] is True


def test_uploads_never_ended_make_room_after_an_hour_and_not_before(
    browser: Browser, step_clock: Callable[[timedelta], None]
) -> None:
    for number in range(parts.MOST):
        part(browser, 0, b"x", name=f"{number:064x}")
    assert said(part(browser, 0, CONTENT[:HALF]))["code"] == "attachment_parts_too_many"
    step_clock(timedelta(minutes=61))
    assert part(browser, 0, CONTENT[:HALF]).status_code == 200
    assert len(waiting()) == parts.MOST


def test_of_two_at_the_end_at_once_the_second_is_told_that_nothing_waits(plant: Plant) -> None:
    with pytest.raises(Problem) as told:
        parts.whole(plant.company.id, plant.accounts["wang"].id, sha(CONTENT), drawing=False)
    assert told.value.code == "attachment_part_elsewhere"
