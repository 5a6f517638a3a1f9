"""S23: a request is told what stands in its way before it is sent, and the card tells the same afterwards."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import PASSWORD, Plant, small_plant
from davy.db import tenant
from davy.sites.models import WorkPoint
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


@pytest.fixture
def plant() -> Plant:
    built = small_plant(simulated=True)
    with tenant.company(built.company):
        WorkPoint.objects.filter(id=built.other_point).update(equipment_id=None)
    return built


@pytest.fixture
def client(plant: Plant) -> Client:
    client = Client()
    sent = {"username": "li", "password": PASSWORD}
    answer = client.post("/_allauth/browser/v1/auth/login", sent, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return client


@pytest.fixture
def fire(plant: Plant) -> Hands:
    """Hot work that is issued for eight hours from now."""
    hands = Hands(plant)
    journeys.draft_hot(hands)
    journeys.prepare(hands)
    journeys.approve(hands)
    return hands


def _asked(plant: Plant, **over: Any) -> dict[str, Any]:
    now = clock.now()
    return {
        "template": "confined", "point": str(plant.other_point), "from": iso(now),
        "to": iso(now + timedelta(hours=4)), "work": {"coating": True},
        "responsible": plant.person("zhou"), **over,
    }  # fmt: skip


def _told(plant: Plant, client: Client, **over: Any) -> Any:
    return client.post("/api/v1/conflicts", _asked(plant, **over), content_type="application/json")


def test_it_tells_with_whom_how_far_by_which_clause_and_what_to_do(
    plant: Plant, fire: Hands, client: Client
) -> None:
    found = _told(plant, client).json()
    assert found["known"] is True
    first = found["conflicts"][0]
    assert (first["row"], first["effect"], first["distance_m"]) == ("hot.paint", "block", 0)
    assert first["other"]["id"] == str(fire.permit)
    assert first["clause"] == "GB 30871-2022 5.2.9"
    assert first["then"]["zh"]


def test_another_time_has_no_conflict(plant: Plant, fire: Hands, client: Client) -> None:
    later = clock.now() + timedelta(hours=9)
    over = {"from": iso(later), "to": iso(later + timedelta(hours=1))}
    assert _told(plant, client, **over).json()["conflicts"] == []


def test_what_does_not_exist_has_no_conflicts_to_tell(plant: Plant, client: Client) -> None:
    assert _told(plant, client, point=str(plant.area)).status_code == 404
    assert _told(plant, client, template="routes").status_code == 404


def test_the_permit_itself_tells_it_from_its_side(plant: Plant, fire: Hands, client: Client) -> None:
    entry = Hands(plant)
    crew = {**journeys.crew(plant), "responsible": plant.person("zhou")}
    place = {"site": str(plant.site), "area": str(plant.area), "point": str(plant.other_point)}
    journeys.draft(
        entry, "confined", {**journeys.CONFINED_WORK, "coating": False}, "清罐", crew=crew, place=place
    )
    found = client.get(f"/api/v1/permits/{entry.permit}/conflicts").json()
    assert [(c["row"], c["met"], c["signed_here"]) for c in found["conflicts"]] == [
        ("hot.confined", False, False)
    ]
    assert plant.person("zhou") in found["not_to_be"]
    assert found["analysis"][0]["id"] == "hazards"
