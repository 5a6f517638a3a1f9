"""S22: a ticket of 二级 from Friday to Monday, with the higher signatures and without, and with a raised
level."""

from datetime import UTC, datetime, time, timedelta

import pytest

from davy.building import journeys
from davy.building.hands import Hands, RefusedError
from davy.building.plant import Plant, photo, small_plant
from davy.db import rows, tenant
from davy.evidence.queries import events
from davy.rulebook import law
from davy.sites.models import Area, SiteCalendar, SpecialPeriod

pytestmark = pytest.mark.django_db

FRIDAY = datetime(2026, 11, 27, 13, 30, tzinfo=UTC)  # 21:30 in Shanghai; the night begins at 22:00
NOON = datetime(2026, 11, 27, 4, 30, tzinfo=UTC)  # 12:30
SATURDAY, SUNDAY, MONDAY = (datetime(2026, 11, day, 1, 0, tzinfo=UTC) for day in (28, 29, 30))  # 09:00
THREE = NOON + timedelta(hours=2, minutes=30)


def _plant(**calendar: object) -> Plant:
    """A plant outside any fire and explosion zone, where hot work is 二级; it rests at weekends."""
    plant = small_plant(simulated=True)
    with tenant.company(plant.company):
        Area.objects.update(area_class="other")
        SiteCalendar.objects.update(**{"rest_weekdays": [6, 7], **calendar})
    return plant


def _with_a_holiday() -> Plant:
    """The same plant, whose Sunday of that weekend is a holiday."""
    plant = _plant()
    with tenant.company(plant.company):
        SpecialPeriod.objects.create(
            company_id=plant.company, site_id=plant.site, kind="holiday",
            starts_at=SUNDAY - timedelta(hours=9), ends_at=SUNDAY + timedelta(hours=15),
        )  # fmt: skip
    return plant


def _guarded(hands: Hands, until: datetime) -> None:
    """The clock looks at this instant, and the guardian is there."""
    assert hands.at is not None
    hands.at = until
    if journeys.state(hands).state == "active":
        hands.must("wang", "guard_round")
    hands.tick()


def _alarms(hands: Hands) -> list[str]:
    with tenant.company(hands.plant.company):
        found = events(hands.plant.company, "permit", hands.permit)
    return [str(e.data["code"]) for e in found if e.type == "AlarmRaised"]


def _next_look(hands: Hands) -> datetime:
    with tenant.company(hands.plant.company):
        found = rows.one("SELECT next_check_at FROM permits_permit WHERE id = %s", [hands.permit])
    assert found is not None
    due: datetime = found["next_check_at"]
    return due


def _days_work(hands: Hands, begin: datetime, hours: float) -> None:
    """Another day: what must be fresh is done anew, then a few hours of work, then the day's end."""
    hands.at = begin
    journeys.gas_round(hands)
    journeys.measures(hands, law.template("hot"), [m.id for m in journeys.state(hands).measures])
    for who in ("li", "qian", "wang"):
        hands.must(who, "check_in")
    hands.must("feng", "verify_ticket", {"signature": journeys.STROKES})
    _sign(hands, "incoming")
    hands.must("wang", "stand_by")
    hands.must("li", "resume", {"changed": False})
    for half in range(1, int(hours * 2) + 1):
        _guarded(hands, begin + timedelta(minutes=30 * half))
    assert journeys.state(hands).state == "active", f"{begin} and {hours} h"


def _day_ends(hands: Hands) -> None:
    hands.must("li", "pause", {"cause": "break"})
    hands.must("li", "confirm_stopped")
    _sign(hands, "outgoing")


def _sign(hands: Hands, side: str) -> None:
    for who in ("li", "wang", "feng"):
        hands.must(who, "sign_shift", {"side": side, "signature": journeys.STROKES})


def test_with_the_higher_signature_it_runs_from_friday_over_a_holiday_to_monday() -> None:
    """Friday night, the rest day, the holiday, Monday: one ticket of 二级, signed once by the safety
    department, worked on each day, and accepted within its 72 hours."""
    hands = Hands(_with_a_holiday(), at=FRIDAY)
    journeys.draft_hot(hands, hours=72)
    permit = journeys.state(hands)
    assert (permit.level, [post for s in permit.stages for post in s.posts]) == (
        "second", ["area_head", "safety_dept"],
    )  # fmt: skip
    journeys.get_to_work(hands)
    for minutes in (30, 31, 90, 149, 150, 151):
        _guarded(hands, FRIDAY + timedelta(minutes=minutes))
    assert journeys.state(hands).state == "active", "Saturday 00:01, signed by the safety department"
    _day_ends(hands)
    for day, hours in ((SATURDAY, 3), (SUNDAY, 2), (MONDAY, 3)):
        _guarded(hands, day - timedelta(hours=1))
        _days_work(hands, day, hours)
        if day != MONDAY:
            _day_ends(hands)
    hands.must("li", "finish")
    assert hands.at is not None
    hands.at += timedelta(minutes=31)
    cold = photo(hands.plant.company, "cold")
    hands.must("wang", "check_residual_fire", {"photo": cold, "clear": True})
    journeys.accept(hands)
    assert journeys.state(hands).state == "closed"
    assert [code for code in _alarms(hands) if code in {"40", "41", "42", "43"}] == []


def test_it_is_void_when_its_72_hours_are_over_on_monday() -> None:
    hands = Hands(_with_a_holiday(), at=FRIDAY)
    journeys.draft_hot(hands, hours=72)
    journeys.get_to_work(hands)
    _guarded(hands, FRIDAY + timedelta(hours=1))
    _day_ends(hands)
    _guarded(hands, FRIDAY + timedelta(hours=72))
    assert journeys.state(hands).state == "paused"
    _guarded(hands, FRIDAY + timedelta(hours=72, seconds=1))
    permit = journeys.state(hands)
    assert (permit.state, permit.end_reason, permit.clearance) == ("voided", "expired", "open")


@pytest.mark.parametrize(
    ("kind", "code"), [("holiday", 40), ("rest_day", 41), ("night", 42), ("major_event", 43)]
)
def test_a_period_that_nobody_signed_for_stops_the_work_when_it_begins(kind: str, code: int) -> None:
    hands = Hands(_plant(), at=NOON)
    journeys.draft_hot(hands, hours=7)
    assert [s.covers for s in journeys.state(hands).stages] == [()]
    journeys.get_to_work(hands)
    _entered_afterwards(hands.plant, kind)
    _guarded(hands, NOON + timedelta(minutes=90))
    assert (journeys.state(hands).state, _alarms(hands)) == ("active", []), "it has not begun"
    hands.must("wang", "guard_round")
    assert _next_look(hands) <= THREE, "the clock looks when it begins"
    _guarded(hands, THREE)
    permit = journeys.state(hands)
    assert (permit.state, [c.kind for c in permit.causes]) == ("paused", ["escalation"])
    assert _alarms(hands) == [str(code)]


def _entered_afterwards(plant: Plant, kind: str) -> None:
    """Somebody enters a period from 15:00 on when the permit is at work."""
    with tenant.company(plant.company):
        if kind == "night":
            SiteCalendar.objects.update(night_start=time(15))
            return
        SpecialPeriod.objects.create(
            company_id=plant.company,
            site_id=plant.site,
            kind=kind,
            starts_at=THREE,
            ends_at=THREE + timedelta(days=1),
        )


def test_where_the_level_goes_up_the_weekend_is_no_ticket_of_three_days() -> None:
    hands = Hands(_plant(escalation="level"), at=FRIDAY)
    with pytest.raises(RefusedError, match=r"hot\.validity\.short"):
        journeys.draft_hot(hands, hours=72)
    hands = Hands(hands.plant, at=FRIDAY)
    journeys.draft_hot(hands, hours=8)
    assert journeys.state(hands).level == "first"
    journeys.get_to_work(hands)
    _guarded(hands, FRIDAY + timedelta(minutes=31))
    assert journeys.state(hands).state == "active"


def test_without_a_decision_of_the_site_there_is_no_hot_work() -> None:
    hands = Hands(_plant(escalation=None), at=FRIDAY)
    with pytest.raises(RefusedError, match=r"hot\.calendar\.step"):
        journeys.draft_hot(hands, hours=8)
