"""The machine's clock stood years ahead for a moment and was put right: what was written down meanwhile
counts as never, and nothing that watches is silent until then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from davy import clock
from davy.attachments import checking
from davy.attachments.models import Attachment
from davy.db import tenant
from davy.evidence.log.integrate import integrate
from davy.evidence.tests.events import grow
from davy.ids import uuid7
from davy.watch import efforts, stamping
from davy.watch.night import queries, store
from davy.watch.night.told import Told
from davy.watch.ring import ring
from davy.watch.tests.authority import Authority, serving
from tests.plant import Plant

YEARS = timedelta(days=4 * 365)
MONTH = timedelta(days=30)
pytestmark = pytest.mark.django_db

Step = Callable[[timedelta], None]


def test_what_rang_then_rings_now_and_again_only_after_hours(plant: Plant, step_clock: Step) -> None:
    company = plant.company.id
    step_clock(YEARS)
    assert ring(company, "log_broken", "log")
    assert ring(company, "clock_jumped", "once", again=None)
    step_clock(-YEARS)
    step_clock(MONTH)
    assert [ring(company, "log_broken", "log") for _ in range(2)] == [True, False]
    assert not ring(company, "clock_jumped", "once", again=None)  # once for ever, whatever the clock says


def test_a_look_that_ended_then_is_late_and_is_not_shown_as_the_last(plant: Plant, step_clock: Step) -> None:
    company, since = plant.company.id, clock.now()
    step_clock(YEARS)
    with tenant.company(company):
        store.close(company, store.begin(company, clock.now()), Told(), clock.now())
    step_clock(-YEARS)
    step_clock(MONTH)
    with tenant.company(company):
        assert queries.late(company, clock.now(), since)
        assert queries.late(company, clock.now(), since + YEARS)
        assert queries.standing(company, clock.now(), since)["last"] is None


def test_what_was_asked_for_in_vain_then_is_asked_for_now(plant: Plant, step_clock: Step) -> None:
    company = plant.company.id
    step_clock(YEARS)
    efforts.failed(company, "time-stamp", "down", clock.now())
    step_clock(-YEARS)
    step_clock(MONTH)
    now = clock.now()
    assert efforts.may(company, "time-stamp", now)
    assert efforts.failed(company, "time-stamp", "down", now) == now
    assert not efforts.may(company, "time-stamp", now)


def test_a_stamp_that_was_kept_then_is_not_fresh(
    plant: Plant, step_clock: Step, settings: object, tmp_path: Path
) -> None:
    company = plant.company.id
    with serving(Authority.made(tmp_path / "tsa")) as tsa:
        for name, value in {"DATA": tmp_path, "TSA": [tsa.url], "TSA_ROOTS": tsa.root}.items():
            setattr(settings, name, value)
        for moved in (timedelta(days=300), MONTH - timedelta(days=300)):
            step_clock(moved)
            grow(company, uuid7())
            integrate(company)
            assert stamping.stamp(company)


def test_a_file_that_was_read_then_is_read_first(plant: Plant) -> None:
    company, now = plant.company.id, clock.now()
    read = {"a" * 64: now - MONTH, "b" * 64: now + YEARS, "c" * 64: now}
    with tenant.company(company):
        for sha256, at in read.items():
            Attachment.objects.create(
                company_id=company, sha256=sha256, size=1, media_type="image/jpeg", checked_at=at
            )
        assert queries.standing(company, now, now)["files_checked"] == 1
    assert checking.due(company, 3) == ["b" * 64]
