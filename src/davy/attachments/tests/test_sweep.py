"""What nobody ever referred to goes after seven days; what somebody refers to stays for ever."""

import threading
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from davy.accounts.models import Company
from davy.attachments import files, store, tasks
from davy.attachments.models import Attachment
from davy.attachments.tests.pictures import OGG, photo, sha
from davy.db import tenant
from davy.ids import uuid7
from davy.problems.response import Problem
from tests.plant import Plant

WEEK = timedelta(days=7, seconds=1)
Step = Callable[[timedelta], None]


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def take(company: Company, content: bytes) -> str:
    store.take(BytesIO(content), company_id=company.id, sha256=sha(content), account_id=None)
    return sha(content)


def test_only_what_is_old_and_never_referred_to_goes(plant: Plant, step_clock: Step) -> None:
    company = plant.company
    forgotten, held = take(company, photo()), take(company, OGG)
    with tenant.company(company.id):
        store.refer(company.id, [held], stream_kind="permit", stream_id=uuid7())
    assert store.sweep() == 0
    step_clock(WEEK)
    young = take(company, photo(100, 100))
    assert store.sweep() == 1
    with tenant.company(company.id):
        assert store.missing(company.id, [forgotten, held, young]) == [forgotten]
    assert not files.there(company.id, forgotten)
    assert not files.there(company.id, forgotten, shown=True)
    assert files.there(company.id, held)


def test_what_was_let_go_of_goes_and_the_sweep_serves_every_company(
    plant: Plant, neighbour: Plant, step_clock: Step
) -> None:
    row = uuid7()
    for company in (plant.company, neighbour.company):
        take(company, photo())
        with tenant.company(company.id):
            store.refer(company.id, [sha(photo())], stream_kind="person", stream_id=row)
            store.release(company.id, [sha(photo())], stream_kind="person", stream_id=row)
    step_clock(WEEK)
    assert store.sweep() == 2


def test_referring_twice_is_referring_once_and_to_nothing_is_refused(plant: Plant) -> None:
    company, stream = plant.company, uuid7()
    known = take(company, photo())
    with tenant.company(company.id):
        for _ in range(2):
            store.refer(company.id, [known], stream_kind="permit", stream_id=stream)
        with pytest.raises(Problem, match="attachment_unknown") as refused:
            store.refer(company.id, [known, "0" * 64], stream_kind="permit", stream_id=stream)
    assert refused.value.missing == [{"sha256": "0" * 64}]


def test_the_database_itself_keeps_what_is_referred_to(plant: Plant) -> None:
    company = plant.company
    known = take(company, photo())
    with tenant.company(company.id):
        store.refer(company.id, [known], stream_kind="permit", stream_id=uuid7())
    with pytest.raises(Exception, match="foreign key"), tenant.company(company.id):
        Attachment.objects.filter(company_id=company.id, sha256=known).delete()


def test_a_sweep_that_meets_somebody_about_to_refer_waits_and_keeps(
    committed_db: str, step_clock: Step
) -> None:
    company = Company.objects.create(code="hh", name="华海化工", hostname="hh.davy.test")
    known = take(company, photo())
    step_clock(WEEK)
    swept: list[int] = []

    def sweep() -> None:
        try:
            swept.append(store.sweep())
        finally:
            connections.close_all()

    sweeper = threading.Thread(target=sweep)
    with tenant.company(company.id):
        store.refer(company.id, [known], stream_kind="permit", stream_id=uuid7())
        sweeper.start()
        sweeper.join(timeout=0.5)
        assert sweeper.is_alive()  # it waits for us
    sweeper.join(timeout=10)
    assert swept == [0]
    assert files.there(company.id, known)


def test_the_nightly_job_sweeps(plant: Plant, step_clock: Step) -> None:
    take(plant.company, photo())
    step_clock(WEEK)
    tasks.sweep(timestamp=0)
    with tenant.company(plant.company.id):
        assert not Attachment.objects.exists()
