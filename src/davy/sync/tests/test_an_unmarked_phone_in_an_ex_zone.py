"""A phone is known by its key: with an Ex mark its camera is taken in a classed area, without one only what
stops work (S26)."""

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands, envelope
from davy.building.phones import Phone
from davy.building.plant import photo, small_plant
from davy.db import rows, tenant
from davy.devices.models import DeviceRow
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.sites.models import Area

pytestmark = pytest.mark.django_db
MARK = "Ex ib IIB T4 Gb"


@pytest.fixture
def hands() -> Hands:
    made = Hands(small_plant())
    journeys.draft_hot(made)
    journeys.get_to_work(made)
    return made


@pytest.fixture
def phone(hands: Hands) -> Phone:
    made = Phone(hands.plant, "wang", ex=None)
    assert made.enrol()["verdict"] == "accepted"
    return made


def _shown(hands: Hands, phone: Phone, text: str) -> tuple[str, str | None]:
    phone.give(hands.permit, "add_photo", {"photo": photo(hands.plant.company, text), "purpose": "work"})
    (result,) = phone.send()
    return result["verdict"], (result["problem"] or {}).get("code")


def _mark(hands: Hands, phone: Phone, ex: str | None) -> None:
    with tenant.company(hands.plant.company):
        DeviceRow.objects.filter(company_id=hands.plant.company, id=phone.id).update(ex=ex)


def test_the_camera_of_an_unmarked_phone_is_refused_and_says_what_to_do(hands: Hands, phone: Phone) -> None:
    assert _shown(hands, phone, "a") == ("refused", "terminal_not_ex")


def test_once_it_is_marked_its_camera_is_taken(hands: Hands, phone: Phone) -> None:
    _mark(hands, phone, MARK)
    assert _shown(hands, phone, "a") == ("accepted", None)


def test_it_stops_work_all_the_same(hands: Hands, phone: Phone) -> None:
    phone.give(hands.permit, "stop")
    (result,) = phone.send()
    assert result["verdict"] == "accepted"
    assert journeys.state(hands).state == "paused"


def test_to_name_a_marked_phone_in_an_unsigned_command_is_no_mark(hands: Hands, phone: Phone) -> None:
    """The area takes marked terminals only; somebody writes the id of a marked phone into his envelope."""
    _mark(hands, phone, MARK)
    with tenant.company(hands.plant.company):
        Area.objects.filter(company_id=hands.plant.company, id=hands.plant.area).update(ex_only=True)
    member = hands.plant.people["wang"]
    body = {"photo": photo(hands.plant.company, "b"), "purpose": "work"}
    forged = envelope(
        hands.plant.company, hands.permit, "add_photo", body, occurred_at=clock.now(), device=str(phone.id)
    )
    answer = execute(forged, Sender("person", member.person, member.account))
    assert [r["code"] for r in answer["reasons"]] == ["terminal_not_ex"]
    assert _shown(hands, phone, "c") == ("accepted", None)


def test_an_area_starts_without_the_rule_for_terminals_nobody_knows(hands: Hands) -> None:
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT ex_only FROM sites_area WHERE id = %s", [hands.plant.area])
    assert row == {"ex_only": False}
