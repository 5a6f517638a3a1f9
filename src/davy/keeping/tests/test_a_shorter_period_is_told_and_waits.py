"""A company keeps longer at once and shorter only after a delay: signed, told to the others, taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest

from davy import clock
from davy.accounts.models import Account
from davy.alarms import queries as alarms
from davy.archive.tests.taken import MORNING, ask
from davy.building.hands import Hands
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.ids import uuid7
from davy.keeping.removals import begin_night, work_off
from davy.keeping.tests.leaving import YEAR, ahead, closed, codes, give, over
from davy.watch.night import comparing

pytestmark = pytest.mark.django_db
Step = Callable[[timedelta], None]
DAYS = {"what": "record", "days": 730}


@pytest.fixture
def hands(step_clock: Step) -> Hands:
    """A hot work that was over 367 days ago, at a plant with two who may decide on keeping."""
    hands = over(closed(step_clock), step_clock)
    with tenant.company(hands.plant.company):
        Account.objects.filter(id=hands.plant.people["chu"].account).update(roles=["admin"])
    step_clock(MORNING + YEAR - clock.now() + ahead())
    return hands


def _retain(hands: Hands, who: str, kind: str, body: Mapping[str, Any], **extra: Any) -> Mapping[str, Any]:
    own = Hands(hands.plant, permit=hands.plant.company)
    return give(hands.plant, who, "retention", kind, {"reason": "保存期", **body}, to=own, **extra)[1]


def _confirm(hands: Hands) -> Mapping[str, Any]:
    body = {"batch": str(uuid7()), "records": [f"permit/{hands.permit}"]}
    return _retain(hands, "zheng", "confirm_removal", body)


def _told(hands: Hands) -> dict[str, Any]:
    told: dict[str, Any] = ask(hands.plant, "keeping/rules").json()
    return next(dict(row) for row in told["periods"] if row["what"] == "record")


def _holds(hands: Hands) -> bool:
    company = hands.plant.company
    with tenant.company(company):
        return not comparing.differs(company, "retention", company)


def _longer(hands: Hands) -> None:
    assert _retain(hands, "zheng", "set_period", DAYS, proof=None)["verdict"] == "accepted"
    assert codes(_confirm(hands)) == {"removal_not_due"}
    assert (_told(hands)["days"], _told(hands)["law"], _told(hands)["shorter"]) == (730, 366, None)


def test_who_has_a_session_and_no_password_lets_nothing_go_sooner(hands: Hands) -> None:
    _longer(hands)
    assert codes(_retain(hands, "zheng", "set_period", {**DAYS, "days": 365})) == {"period_too_short"}
    shorter = {**DAYS, "days": 366}
    assert codes(_retain(hands, "zheng", "set_period", shorter, proof=None)) == {"period_shorter_unsigned"}
    assert _told(hands)["shorter"] is None


def test_signed_it_is_told_at_once_and_in_force_after_thirty_days(hands: Hands, step_clock: Step) -> None:
    company = hands.plant.company
    _longer(hands)
    night = {"on": True, "most": 50}
    assert _retain(hands, "zheng", "switch_removal", night)["verdict"] == "accepted"
    assert _retain(hands, "zheng", "set_period", {**DAYS, "days": 366})["verdict"] == "accepted"
    with tenant.company(company):
        (alarm,) = [row for row in alarms.all_open(company) if row["kind"] == "retention_shortened"]
        opened = evidence.events(company, "alarm", alarm["id"])[0]
    assert hands.plant.person("chu") in opened.data["told"]
    assert hands.plant.person("zheng") not in opened.data["told"]  # he knows
    assert opened.data["subject"].startswith("730 → 366")
    coming = _told(hands)
    assert (coming["days"], coming["shorter"]["days"]) == (730, 366)
    assert (begin_night(company), work_off(company)) == (False, (0, 0))
    assert codes(_confirm(hands)) == {"removal_not_due"}
    assert _holds(hands)
    step_clock(MORNING + YEAR + timedelta(days=29) - clock.now() + ahead())
    assert not begin_night(company)
    step_clock(timedelta(days=2) + ahead())
    assert (_told(hands)["days"], _told(hands)["shorter"]) == (366, None)
    assert _holds(hands)
    assert _retain(hands, "zheng", "switch_removal", night)["verdict"] == "accepted"
    assert begin_night(company)
    assert work_off(company)[0] >= 1


def test_another_takes_it_back_without_a_password_and_it_stays(hands: Hands, step_clock: Step) -> None:
    _longer(hands)
    assert _retain(hands, "zheng", "set_period", {**DAYS, "days": 366})["verdict"] == "accepted"
    back = {"what": "record", "reason": "没有商量过"}
    assert codes(_retain(hands, "li", "withdraw_shortening", back, proof=None)) == {"keeping_role_needed"}
    assert _retain(hands, "chu", "withdraw_shortening", back, proof=None)["verdict"] == "accepted"
    assert _holds(hands)
    step_clock(MORNING + YEAR + timedelta(days=31) - clock.now() + ahead())
    assert _told(hands)["days"] == 730
    assert codes(_confirm(hands)) == {"removal_not_due"}
    assert codes(_retain(hands, "chu", "withdraw_shortening", back)) == {"shortening_none"}


@pytest.mark.parametrize(
    "lie", ["days = 366", "shorter_from = shorter_from - interval '29 days'", "shorter_days = 400"]
)
def test_a_row_that_was_changed_past_the_door_is_found(hands: Hands, lie: str) -> None:
    _longer(hands)
    assert _retain(hands, "zheng", "set_period", {**DAYS, "days": 500})["verdict"] == "accepted"
    company = hands.plant.company
    with tenant.company(company):
        rows.run(f"UPDATE keeping_period SET {lie} WHERE company_id = %s", (company,))  # noqa: S608
    assert not _holds(hands)
