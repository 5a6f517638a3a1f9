"""The list that hangs at the lock box: drawing, points with tags and locks, who relies on it."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.isolating import Isolating
from davy.building.plant import photo, small_plant
from davy.ids import uuid7
from tests.plant import Browser

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_points_tags_locks_and_permits_stand_on_it(tmp_path: Path) -> None:
    plant = small_plant(simulated=True)
    isolating = Isolating(plant, at=MORNING).plan(drawing=photo(plant.company, "drawing")).isolate_all()
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    isolating.behind(hands)
    browser = Browser("testserver")
    browser.force_login(Account.objects.get(id=plant.people["li"].account))
    answer = browser.get(f"/api/v1/isolations/{isolating.isolation}/list.pdf")
    assert answer.status_code == 200, answer.content
    path = tmp_path / "list.pdf"
    path.write_bytes(answer.content)
    words = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True, text=True).stdout
    state = isolating.state
    tags = [p.tag for p in state.points if p.tag]
    wanted = [state.number, "MB-101-1", "P-1203", "电机断路器", "关联中", *tags]
    assert [word for word in wanted if word not in words] == []
    assert state.locks[0].number in words
    assert browser.get(f"/api/v1/isolations/{uuid7()}/list.pdf").status_code == 404
