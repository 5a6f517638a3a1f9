"""After days without anybody the plant is soon full of work again, and the old places are cleared."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from davy.accounts.models import Company
from davy.clockwork import recover, ticking
from davy.db import rows, tenant
from davy.demo import catchup
from davy.demo.catchup import catch_up
from davy.demo.personas import Personas

FEW = {"active": 1, "paused": 1, "clearance": 1, "submitted": 1, "draft": 1}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few permits are enough, however slow the machine of the test is."""
    monkeypatch.setattr(catchup, "WANTED", FEW)
    monkeypatch.setattr(catchup, "ALIVE", 6)
    monkeypatch.setattr(catchup, "LONGEST", 600.0)


def groups(personas: Personas) -> dict[str, int]:
    """How many permits stand in each column of the board."""
    personas.board()
    return dict(personas.counts)


def test_an_empty_plant_is_filled_with_permits_of_every_state(
    company: Company, let_pass: Callable[[timedelta], None]
) -> None:
    let_pass(timedelta(0))
    personas = Personas(company)
    catch_up(personas, threading.Event())
    found = groups(personas)
    assert set(FEW) <= set(found)
    with tenant.company(company.id):
        refused = rows.many(
            "SELECT kind FROM door_command WHERE verdict <> 'accepted' AND kind <> 'sign_stage'"
        )
    assert refused == []


def test_what_ran_past_its_end_is_voided_by_the_clock_and_cleared_by_the_people(
    company: Company, let_pass: Callable[[timedelta], None]
) -> None:
    let_pass(timedelta(0))
    personas = Personas(company)
    catch_up(personas, threading.Event())
    old = [i["id"] for i in personas.board()]
    let_pass(timedelta(days=3))
    for item in personas.board():
        ticking.tick(company.id, item["id"])
    after = Personas(company)
    catch_up(after, threading.Event())
    assert set(FEW) <= set(groups(after))
    still_open = [i for i in after.board() if i["id"] in old and i["clearance"] == "open"]
    assert len(still_open) <= 1


def test_a_demo_that_was_stopped_and_started_again_is_soon_at_work(
    company: Company, let_pass: Callable[[timedelta], None], step_clock: Callable[[timedelta], None]
) -> None:
    let_pass(timedelta(0))
    personas = Personas(company)
    catch_up(personas, threading.Event())
    working = groups(personas)["active"]
    step_clock(timedelta(minutes=70))  # nobody watches meanwhile
    assert recover.run() == []
    stopped = [i for i in Personas(company).board() if "watch_gap" in i["causes"]]
    assert len(stopped) >= working >= 1
    after = Personas(company)
    catch_up(after, threading.Event())
    left = [i for i in after.board() if "watch_gap" in i["causes"]]
    assert groups(after)["active"] >= working
    assert len(left) < len(stopped)
