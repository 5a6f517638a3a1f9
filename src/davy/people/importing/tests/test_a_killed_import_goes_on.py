"""1,243 people with scans in one go; killed anywhere it goes on, and nobody is entered twice."""

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.attachments.models import Attachment
from davy.db import tenant
from davy.people import tasks
from davy.people.importing import applying, store
from davy.people.importing.tests.workbooks import (
    PAPERS,
    PEOPLE,
    carry_on,
    picture,
    send,
    workbook,
    zipped,
)
from davy.people.models import Certificate, Import, ImportRow, Person
from tests.plant import Browser, Plant

MANY = 1243


@pytest.fixture
def qian(plant: Plant, settings: Any, tmp_path: Path) -> Browser:
    """钱敏, who keeps the registers."""
    settings.DATA = tmp_path
    return plant.browser("qian")


def staff(count: int) -> list[list[str]]:
    return [PEOPLE, *([f"K{n:04d}", f"人{n}", "", "", "焊工", ""] for n in range(count))]


def papers(count: int) -> list[list[str]]:
    told = ["特种作业操作证", "", "熔化焊接与热切割作业", "", "2024-01-01", "2030-01-01", "2027-01-01"]
    return [
        PAPERS,
        *([f"K{n:04d}", f"人{n}", told[0], f"T{n}", *told[2:], f"人{n}", f"{n}.jpg"] for n in range(count)),
    ]


def counted(plant: Plant) -> tuple[int, int]:
    with tenant.company(plant.company.id):
        people = Person.objects.filter(hr_code__startswith="K").count()
        return people, Certificate.objects.count()


def test_1243_people_with_scans_in_one_go(plant: Plant, qian: Browser) -> None:
    scans = {f"扫描/{n}.jpg": picture(n) for n in range(MANY)}
    one = send(qian, workbook(人员=staff(MANY), 证书=papers(MANY)), zipped(scans))
    assert carry_on(qian, plant.company.id, one)["counts"] == {"new": 2 * MANY}
    found = carry_on(qian, plant.company.id, one, "apply")
    assert (found["state"], found["entered"], found["skipped"]) == ("applied", 2 * MANY, 0)
    assert counted(plant) == (MANY, MANY)
    with tenant.company(plant.company.id):
        assert Attachment.objects.count() == len(set(scans.values()))
    assert not store.where(plant.company.id, UUID(one), "scans").exists()
    assert carry_on(qian, plant.company.id, one, "undo")["state"] == "undone"
    assert counted(plant) == (0, 0)


class KilledError(BaseException):
    """As if the process went: nothing catches it."""


@pytest.mark.parametrize("at", range(1, 9))
def test_killed_at_any_batch_it_goes_on_and_nothing_comes_twice(
    plant: Plant, qian: Browser, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    monkeypatch.setattr(applying, "BATCH", 5)
    count = 9
    scans = {f"{n}.jpg": picture(n) for n in range(count)}
    one = send(qian, workbook(人员=staff(count), 证书=papers(count)), zipped(scans))
    carry_on(qian, plant.company.id, one)
    path = f"/api/v1/people/imports/{one}/apply"
    assert qian.send("POST", path, {}).status_code == 200
    left = [at]

    def dies(row: Import) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(store, "tell", dies)
        with suppress(KilledError):
            tasks.carry_on(plant.company.id, UUID(one))
    people, held = counted(plant)
    assert people <= count
    assert held <= people
    with tenant.company(plant.company.id):
        done = ImportRow.objects.filter(state="done").count()
        assert done == people + held  # entered and marked together, or neither
        Import.objects.update(moved_at=clock.now() - timedelta(minutes=5))
    tasks.resume_company(plant.company.id)
    assert counted(plant) == (count, count)
    with tenant.company(plant.company.id):
        assert Import.objects.get().state == "applied"


def test_a_check_that_was_killed_is_begun_anew(
    plant: Plant, qian: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = send(qian, workbook(人员=staff(9)))
    calls = [3]

    def dies(row: Import) -> None:
        calls[0] -= 1
        if calls[0] == 0:
            raise KilledError

    with monkeypatch.context() as patched:
        patched.setattr(store, "tell", dies)
        with pytest.raises(KilledError):
            tasks.carry_on(plant.company.id, UUID(one))
    with tenant.company(plant.company.id):
        Import.objects.update(moved_at=clock.now() - timedelta(minutes=5))
    tasks.resume_company(plant.company.id)
    with tenant.company(plant.company.id):
        found = Import.objects.get()
        assert (found.state, found.counts, ImportRow.objects.count()) == ("checked", {"new": 9}, 9)
