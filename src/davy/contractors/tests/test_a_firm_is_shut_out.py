"""A firm that is shut out: the work of its people is paused, and nobody of it is put on a permit."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from davy import clock
from davy.accounts.models import Account, Company
from davy.building import journeys
from davy.building.hands import Hands, RefusedError
from davy.building.plant import small_plant
from davy.db import rows, tenant
from davy.people.models import Firm, Person
from tests.plant import Browser, said


@pytest.fixture
def hands(db: None) -> Iterator[Hands]:
    """李工 and his permit for hot work, on a Monday morning that stands still."""
    with time_machine.travel(datetime(2026, 11, 16, 0, 30, tzinfo=UTC), tick=False):
        found = Hands(small_plant())
        journeys.draft_hot(found)
        yield found


@pytest.fixture
def firm(hands: Hands) -> Firm:
    """The contractor that 钱焊工 works for."""
    with tenant.company(hands.plant.company):
        made = Firm.objects.create(company_id=hands.plant.company, code="C1", name="宏安检修")
        Person.objects.filter(id=hands.plant.people["qian"].person).update(firm_id=made.id)
    return made


@pytest.fixture
def zheng(hands: Hands) -> Browser:
    """郑安全's browser."""
    found = Browser(Company.objects.get(id=hands.plant.company).hostname)
    found.force_login(Account.objects.get(id=hands.plant.people["zheng"].account))
    return found


def _due(hands: Hands) -> bool:
    """Whether the clock is to look at the permit now."""
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT next_check_at FROM permits_permit WHERE id = %s", (hands.permit,))
    return found is not None and found["next_check_at"] <= clock.now()


def test_what_its_people_work_on_is_paused_and_resumed_by_people(
    hands: Hands, firm: Firm, zheng: Browser
) -> None:
    journeys.get_to_work(hands)
    assert not _due(hands)
    path = "/api/v1/contractors/bans"
    made = zheng.send("POST", path, {"firm_id": str(firm.id), "why": "两次无票动火"})
    assert made.status_code == 201, made.content
    assert _due(hands)
    hands.tick()
    assert journeys.state(hands).state == "paused"
    assert {cause.kind for cause in journeys.state(hands).causes} == {"person_ineligible"}
    again = zheng.send("POST", path, {"firm_id": str(firm.id), "why": "再列一次"})
    assert said(again)["code"] == "firm_banned_already"
    ended = said(zheng.send("POST", f"{path}/{said(made)['id']}/lift", {"why": "整改验收合格"}))
    assert (ended["by"], ended["lifted_by"]) == ("郑安全", "郑安全")
    assert journeys.state(hands).state == "paused"


def test_nobody_of_it_is_put_on_a_permit(hands: Hands, firm: Firm, zheng: Browser) -> None:
    journeys.get_to_work(hands)
    with tenant.company(hands.plant.company):
        Person.objects.filter(id=hands.plant.people["sun"].person).update(firm_id=firm.id)
        Person.objects.filter(id=hands.plant.people["qian"].person).update(firm_id=None)
    zheng.send("POST", "/api/v1/contractors/bans", {"firm_id": str(firm.id), "why": "两次无票动火"})
    with pytest.raises(RefusedError, match="person_firm_banned"):
        hands.must("li", "assign", {"person": str(hands.plant.people["sun"].person), "duty": "worker"})
