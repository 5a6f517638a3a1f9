"""Attachments in a bucket that speaks S3: handed in, shown, swept, held against their names, and what an
outage does. Against a server of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django
from PIL import Image

from davy.attachments import checking, files, store
from davy.attachments.models import Attachment
from davy.attachments.tests.bucketing import S3
from davy.attachments.tests.pictures import SVG, photo, sha
from davy.attachments.tests.test_upload import put
from davy.attachments.tests.test_upload_in_parts import CONTENT, HALF, asked, part
from davy.db import tenant
from davy.settings import bucket
from davy.settings.env import BadSettingError
from tests.plant import Browser, Plant, said

LARGE = photo(3000, 2000, form="PNG") + bytes(6_000_000)
"""More than one part of an upload."""


@pytest.fixture(scope="module")
def server() -> Iterator[S3]:
    with S3() as found:
        yield found


@pytest.fixture
def s3(server: S3, settings: Any, tmp_path: Path) -> S3:
    settings.DATA, settings.S3 = tmp_path, server.told
    return server


@pytest.fixture
def away(settings: Any, tmp_path: Path) -> S3:
    """Nobody listens there yet."""
    found = S3()
    settings.DATA, settings.S3 = tmp_path, found.told
    return found


def _left() -> list[Path]:
    return [path for path in Path(django.DATA).rglob("*") if path.is_file()]


def _read(browser: Browser, path: str) -> tuple[int, bytes]:
    answer = browser.get(f"/api/v1/attachments/{path}")
    return answer.status_code, answer.getvalue()


def test_what_is_handed_in_lies_there_and_not_on_the_disk(s3: S3, plant: Plant) -> None:
    browser, content = plant.browser("wang"), LARGE
    assert put(browser, content).status_code == 201
    assert put(browser, content).status_code == 200
    assert _read(browser, f"{sha(content)}?form=original") == (200, content)
    status, shown = _read(browser, sha(content))
    assert (status, Image.open(io.BytesIO(shown)).size) == (200, (1600, 1067))
    assert _left() == []
    with s3.bucket.open(files.name_of(plant.company.id, sha(content))) as own:
        assert own.read() == content


def test_another_company_cannot_read_it(s3: S3, plant: Plant, neighbour: Plant) -> None:
    del s3
    content = photo()
    put(plant.browser("wang"), content)
    assert neighbour.browser("sun").get(f"/api/v1/attachments/{sha(content)}").status_code == 404


def test_a_drawing_and_an_upload_in_parts(s3: S3, plant: Plant) -> None:
    del s3
    browser = plant.browser("wang")
    part(browser, 0, CONTENT[:HALF])
    assert part(browser, HALF, CONTENT[HALF:], last=True).json()["whole"] is True
    assert files.content(plant.company.id, sha(CONTENT)) == CONTENT
    store.take(io.BytesIO(SVG), company_id=plant.company.id, sha256=sha(SVG), account_id=None, drawing=True)
    assert files.content(plant.company.id, sha(SVG)) == SVG


def test_what_nobody_refers_to_goes_from_there(s3: S3, plant: Plant) -> None:
    content = photo(100, 100)
    put(plant.browser("wang"), content)
    name = files.name_of(plant.company.id, sha(content), shown=True)
    assert s3.bucket.there(name)
    assert store.sweep(timedelta(0)) == 1
    assert not files.there(plant.company.id, sha(content))
    assert not s3.bucket.there(name)
    files.remove(plant.company.id, sha(content))  # twice is once


def test_what_was_changed_or_is_gone_there_is_found(s3: S3, plant: Plant) -> None:
    browser, company = plant.browser("wang"), plant.company.id
    gone, changed, whole = (photo(100, n) for n in (50, 60, 70))
    for content in (gone, changed, whole):
        put(browser, content)
    s3.bucket.remove(files.name_of(company, sha(gone)))
    with s3.bucket.fill(files.name_of(company, sha(changed))) as file:
        file.write(changed[:-1])
    found = dict(checking.check(company, [sha(one) for one in (gone, changed, whole)]))
    assert found == {sha(gone): "missing", sha(changed): "changed", sha(whole): None}


def test_while_it_is_away_nothing_is_taken_or_lost_and_nothing_is_called_missing(
    away: S3, plant: Plant
) -> None:
    browser, content = plant.browser("wang"), photo(100, 80)
    answer = put(browser, content)
    assert (answer.status_code, said(answer)["code"]) == (503, "attachment_store_away")
    with tenant.company(plant.company.id):
        assert not Attachment.objects.exists()
    part(browser, 0, CONTENT[:HALF])
    assert part(browser, HALF, CONTENT[HALF:], last=True).status_code == 503
    assert asked(browser) == {"received": len(CONTENT), "whole": False}
    with away:
        assert part(browser, len(CONTENT), b"", last=True).json()["whole"] is True
        assert put(browser, content).status_code == 201
    assert _read(browser, sha(content))[0] == 503
    with pytest.raises(files.StoreAwayError):
        list(checking.check(plant.company.id, [sha(content)]))
    with pytest.raises(files.StoreAwayError):
        store.sweep(timedelta(0))
    with tenant.company(plant.company.id):
        assert Attachment.objects.filter(sha256=sha(content)).exists()  # swept another night


def test_a_bucket_that_is_not_there_takes_nothing(
    server: S3, settings: Any, tmp_path: Path, plant: Plant
) -> None:
    settings.DATA, settings.S3 = tmp_path, replace(server.told, bucket="another")
    answer = put(plant.browser("wang"), photo(90, 90))
    assert (answer.status_code, said(answer)["code"]) == (503, "attachment_store_away")


def test_a_bucket_told_by_half_stops_davy_by_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert bucket.told() is None
    secret = tmp_path / "secret"
    secret.write_text("s3cret\n", encoding="utf-8")
    told = {
        "DAVY_S3_BUCKET": "davy",
        "DAVY_S3_ENDPOINT": "https://s3.plant.example/",
        "DAVY_S3_KEY_ID": "key",
        "DAVY_S3_SECRET_FILE": str(secret),
    }
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    found = bucket.told()
    assert found == bucket.Told("davy", "https://s3.plant.example", "us-east-1", "key", "s3cret")
    assert "s3cret" not in repr(found)
    for name in ("DAVY_S3_ENDPOINT", "DAVY_S3_KEY_ID", "DAVY_S3_SECRET_FILE"):
        with monkeypatch.context() as half:
            half.delenv(name)
            with pytest.raises(BadSettingError, match=name):
                bucket.told()
