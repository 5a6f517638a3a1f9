"""A company takes the offered rule into use: the start waits until its detector has told for half an hour."""

from datetime import timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import time_machine
import yaml

from davy.accounts.models import Account
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.clock import now
from davy.db import tenant
from davy.rulebook.models import StoredOverlay
from davy.sensing.tests.detector import Detector
from tests.plant import Browser, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant(time: time_machine.Traveller, settings: Any, tmp_path: Path) -> Plant:
    """A company that asks for the curve before hot work."""
    settings.DATA = tmp_path
    made = small_plant("hh", "hh.davy.test", simulated=True)
    asking(made)
    return made


def asking(plant: Plant) -> None:
    """Take the offered rule into use, as docs/howto/curve-before-the-start.md says."""
    offered = files("davy_law").joinpath("rulepacks", "overlays", "curve_hot.yaml").read_text("utf-8")
    body = yaml.safe_load(offered)
    with tenant.company(plant.company):
        StoredOverlay.objects.create(
            company_id=plant.company,
            pack=body["pack"],
            body=body,
            created_at=now(),
            created_by=plant.people["zheng"].account,
        )


def _gas(hands: Hands) -> Any:
    browser = Browser("hh.davy.test")
    browser.force_login(Account.objects.get(id=hands.plant.people["li"].account))
    return said(browser.send("GET", f"/api/v1/permits/{hands.permit}"))["gas"]


def test_the_start_waits_for_it_and_says_how_long(plant: Plant, time: time_machine.Traveller) -> None:
    hands = Hands(plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    detector = Detector(plant, hands)
    for n in range(12 * 6):
        detector.tells(f"0.{3 + n % 3}")
        time.shift(timedelta(seconds=10))
    assert _gas(hands)["curve"] == {
        "for_min": 30,
        "gap_s": 60,
        "left_min": 18,
        "since": "2026-11-16T04:00:00.000Z",
    }
    refused = hands.give("li", "start", journeys.press(hands))
    assert refused["verdict"] == "refused"
    missing = [r["missing"] for r in refused["reasons"] if r.get("missing")]
    [mine] = [m for m in missing if m["requirement"] == "site.hot.gas.curve"]
    assert mine["remedy"] == "gas_curve"
    assert mine["evidence"]["gas.curve_left_min"] == 18
    for n in range(18 * 6 + 1):
        detector.tells(f"0.{3 + n % 3}")
        time.shift(timedelta(seconds=10))
    assert _gas(hands)["curve"]["left_min"] == 0
    journeys.stand_ready(hands)
    hands.must("zhou", "take_round", {"instrument": str(detector.id), "point": "representative"})
    hands.must("li", "start", journeys.press(hands))


def test_a_company_that_asks_for_nothing_is_told_of_nothing(
    time: time_machine.Traveller, settings: Any, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    hands = Hands(small_plant("hh", "hh.davy.test", simulated=True))
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    assert _gas(hands)["curve"] is None
    journeys.go_live(hands)
