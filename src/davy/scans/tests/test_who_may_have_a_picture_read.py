"""Whoever enters people and certificates may have a picture of his own company read; without the extra,
nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.drawn import draw, jpeg
from davy.scans import engine
from davy.scans.engine import BusyError, FailedError
from davy.scans.tests.sending import read, upload
from tests.plant import Browser, Plant, said

CARD = jpeg(draw("identity", 1).picture)


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def _refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, said(answer)["code"]


def test_a_worker_and_a_stranger_may_not(plant: Plant, qian: Browser) -> None:
    sha256 = upload(qian, CARD)
    assert read(plant.browser("li"), sha256).status_code == 403
    assert read(plant.browser(), sha256).status_code == 401


def test_a_picture_of_another_company_is_no_picture(qian: Browser, neighbour: Plant) -> None:
    sha256 = upload(qian, CARD)
    assert _refused(read(neighbour.browser("sun"), sha256)) == (404, "not_found")


def test_a_person_of_another_company_is_nobody(qian: Browser) -> None:
    answer = read(qian, upload(qian, CARD), person_id="00000000-0000-4000-8000-000000000001")
    assert _refused(answer) == (422, "reference_unknown")


def test_what_is_no_picture_is_refused(qian: Browser) -> None:
    assert _refused(read(qian, "0" * 64)) == (404, "not_found")
    assert _refused(read(qian, "0" * 64, document="passport"))[0] == 422


def test_without_the_extra_it_says_so(qian: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "installed", lambda: False)
    assert _refused(read(qian, "0" * 64)) == (503, "scan_not_installed")


@pytest.mark.parametrize(
    ("error", "code"), [(BusyError, (503, "scan_busy")), (FailedError, (422, "scan_failed"))]
)
def test_a_reader_that_is_busy_or_fails_is_told(
    qian: Browser, monkeypatch: pytest.MonkeyPatch, error: type[Exception], code: tuple[int, str]
) -> None:
    def fails(*_: object) -> None:
        raise error

    sha256 = upload(qian, CARD)
    monkeypatch.setattr(engine, "read", fails)
    assert _refused(read(qian, sha256)) == code
