"""What somebody names before it comes is held from the moment it is there, and never swept."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from davy.attachments import store
from davy.attachments.models import Awaited, Reference
from davy.attachments.tests.pictures import OGG, photo, sha
from davy.db import tenant
from davy.ids import uuid7
from tests.plant import Plant

WEEK = timedelta(days=7, seconds=1)


@pytest.fixture(autouse=True)
def _own_directory(settings: Any, tmp_path: Path) -> None:
    settings.DATA = tmp_path


def test_it_is_held_when_it_comes(plant: Plant, neighbour: Plant, step_clock: Any) -> None:
    company, block = plant.company, uuid7()
    here, coming = photo(), photo(100, 100)
    store.take(BytesIO(here), company_id=company.id, sha256=sha(here), account_id=None)
    with tenant.company(company.id):
        for _ in range(2):  # told again by somebody else
            store.refer_when_there(company.id, [sha(coming), sha(here)], stream_kind="block", stream_id=block)
        assert [row.sha256 for row in Awaited.objects.all()] == [sha(coming)]
        assert [row.sha256 for row in Reference.objects.all()] == [sha(here)]
    for one in (neighbour.company, company):
        store.take(BytesIO(coming), company_id=one.id, sha256=sha(coming), account_id=None)
    with tenant.company(company.id):
        assert not Awaited.objects.exists()
        assert {row.sha256 for row in Reference.objects.filter(stream_id=block)} == {sha(here), sha(coming)}
    step_clock(WEEK)
    assert store.sweep() == 1  # of the neighbour, who waited for nothing


def test_what_is_named_and_never_comes_holds_nothing_up(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        store.refer_when_there(plant.company.id, [sha(OGG)], stream_kind="block", stream_id=uuid7())
        assert not Reference.objects.exists()
