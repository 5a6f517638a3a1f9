"""Pressing stop: once is enough, and nobody's pressing keeps another's stop from being heard (S15)."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from davy import clock
from davy.accounts.models import SecurityEvent
from davy.alarms import queries as alarms
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.checking import flood
from davy.db import rows, tenant
from tests.plant import Browser

pytestmark = pytest.mark.django_db
FORM = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class Visitor:
    """Somebody without a login at the plant's one address; `working` is where he finds a button."""

    def __init__(self, working: Hands) -> None:
        self.browser = Browser("testserver", enforce_csrf_checks=True)
        found = FORM.search(self.browser.get(f"/c/{_token(working)}").content.decode())
        assert found is not None
        self.form = {"csrfmiddlewaretoken": found[1]}

    def press(self, hands: Hands) -> Any:
        return self.browser.post(f"/c/{_token(hands)}/stop", self.form)


def _working() -> Hands:
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def _draft(beside: Hands) -> Hands:
    hands = Hands(beside.plant)
    journeys.draft_hot(hands)
    return hands


def _token(hands: Hands) -> str:
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT token FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    return str(row["token"])


def _kinds(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        return sorted(SecurityEvent.objects.filter(path="/c/").values_list("kind", flat=True))


def _resume(hands: Hands) -> None:
    """People on site deal with the stop, one by one."""
    hands.version = _version(hands)
    hands.must("wang", "confirm_stopped")
    hands.must("feng", "resolve_cause", {"cause": "stopped"})
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})


def _version(hands: Hands) -> int:
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT version FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    return int(row["version"])


def test_a_second_stop_of_a_stopped_permit_is_a_quiet_success() -> None:
    hands = _working()
    visitor, shown = Visitor(hands), f"/c/{_token(hands)}"
    visitor.press(hands)
    version = _version(hands)
    for _ in range(flood.ON_PERMIT + 3):
        answer = visitor.press(hands)
        assert (answer.status_code, answer["Location"]) == (303, shown)
    assert _version(hands) == version
    assert _kinds(hands) == ["public_stop"]
    with tenant.company(hands.plant.company):
        (alarm,) = alarms.open_for(hands.plant.company, hands.permit)
    assert (alarm["kind"], alarm["count"]) == ("stopped_by_bystander", 1)
    assert "有人叫停" in visitor.browser.get(shown).content.decode()


def test_each_time_the_work_goes_on_it_can_be_stopped_again() -> None:
    hands = _working()
    visitor = Visitor(hands)
    for _ in range(flood.ON_PERMIT + 2):
        assert visitor.press(hands).status_code == 303
        assert journeys.state(hands).state == "paused"
        _resume(hands)
    assert journeys.state(hands).state == "active"


def test_pressing_in_vain_is_turned_away_and_keeps_nobody_from_stopping_real_work() -> None:
    hands = _working()
    idle, visitor = _draft(hands), Visitor(hands)
    pressed = [visitor.press(idle) for _ in range(flood.ON_PERMIT + 1)]
    assert [answer.status_code for answer in pressed] == [303] * flood.ON_PERMIT + [429]
    assert "没有作业可叫停" in pressed[-1].content.decode()
    assert _kinds(hands) == ["public_stop_blocked"] + ["public_stop_vain"] * flood.ON_PERMIT
    assert visitor.press(hands).status_code == 303
    assert journeys.state(hands).state == "paused"
    with time_machine.travel(clock.now() + flood.WINDOW + timedelta(seconds=1)):
        assert visitor.press(idle).status_code == 303


def test_a_whole_plant_behind_one_address_is_not_one_visitor() -> None:
    hands = _working()
    idle, visitor = _draft(hands), Visitor(hands)

    def others(count: int) -> None:
        with tenant.company(hands.plant.company):
            SecurityEvent.objects.bulk_create(
                SecurityEvent(
                    company_id=hands.plant.company, kind=flood.VAIN, login=f"{at:064x}",
                    address="127.0.0.1", path="/c/",
                )
                for at in range(count)
            )  # fmt: skip

    others(flood.FROM_ADDRESS - 1)
    assert visitor.press(idle).status_code == 303
    assert visitor.press(idle).status_code == 429
    assert visitor.press(hands).status_code == 303
    assert journeys.state(hands).state == "paused"


def test_the_record_holds_no_token() -> None:
    hands = _working()
    Visitor(hands).press(hands)
    with tenant.company(hands.plant.company):
        event = SecurityEvent.objects.get(path="/c/")
    token = _token(hands)
    assert all(token not in str(value) for value in vars(event).values())
