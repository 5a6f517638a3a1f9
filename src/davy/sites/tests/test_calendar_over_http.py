"""The calendar of a site over HTTP: set, completed, judged, and closed while something is missing (S22)."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from davy.accounts.models import AuditRow
from davy.db import tenant
from davy.sites import queries
from davy.sites.periods import CalendarFacts
from tests.plant import Browser, Plant, said

COMPLETE = {
    "configured": True,
    "night_start": "18:00:00",
    "night_end": "06:00:00",
    "rest_weekdays": [6, 7],
    "holidays_until": "2026-12-31",
}
SATURDAY = (datetime(2026, 11, 21, 2, tzinfo=UTC), datetime(2026, 11, 21, 12, tzinfo=UTC))  # 10:00 to 20:00


@pytest.fixture
def he(plant: Plant) -> Browser:
    """何工, who administers."""
    return plant.browser("he")


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, said(answer)["code"]


def facts(plant: Plant) -> CalendarFacts:
    with tenant.company(plant.company.id):
        return queries.calendar(plant.company.id, plant.site_id, *SATURDAY)


def test_a_site_begins_without_a_calendar(plant: Plant, he: Browser) -> None:
    shown = said(he.get(f"/api/v1/calendar/{plant.site_id}"))
    assert (shown["configured"], shown["periods"]) == (False, [])
    assert not facts(plant).configured


def test_a_released_calendar_is_judged_in_one_statement(plant: Plant, he: Browser) -> None:
    path = f"/api/v1/calendar/{plant.site_id}"
    assert he.send("PUT", path, COMPLETE).status_code == 200
    event = {
        "kind": "major_event",
        "name": "进博会",
        "starts_at": "2026-11-21T00:00:00+08:00",
        "ends_at": "2026-11-22T00:00:00+08:00",
    }
    made = said(he.send("POST", f"{path}/periods", event))
    he.send("POST", f"{path}/shifts", {"name": "白班", "starts": "08:00:00", "ends": "20:00:00"})
    with tenant.company(plant.company.id), CaptureQueriesContext(connection) as statements:
        found = queries.calendar(plant.company.id, plant.site_id, *SATURDAY)
        assert len(statements) == 1
        shift = queries.shift_at(plant.company.id, plant.site_id, SATURDAY[0])
        assert len(statements) == 2
    assert [(p.kind, p.alarm, p.name) for p in found.periods] == [
        ("rest_day", 41, ""),
        ("major_event", 43, "进博会"),
        ("night", 42, ""),
    ]
    assert shift is not None
    assert shift.name == "白班"
    shown = said(he.get(f"{path}/facts?start=2026-11-21T02:00:00Z&end=2026-11-21T12:00:00Z"))
    assert [period["alarm"] for period in shown["periods"]] == [41, 43, 42]
    assert he.send("DELETE", f"{path}/periods/{made['id']}").status_code == 204
    assert [p.kind for p in facts(plant).periods] == ["rest_day", "night"]


def test_a_worked_saturday_is_no_rest_day_until_it_is_taken_back(plant: Plant, he: Browser) -> None:
    path = f"/api/v1/calendar/{plant.site_id}"
    he.send("PUT", path, COMPLETE)
    made = said(he.send("POST", f"{path}/working-days", {"day": "2026-11-21"}))
    assert [p.kind for p in facts(plant).periods] == ["night"]
    assert he.send("DELETE", f"{path}/working-days/{made['id']}").status_code == 204
    assert [p.kind for p in facts(plant).periods] == ["rest_day", "night"]
    with tenant.company(plant.company.id):
        assert [row.after is None for row in AuditRow.objects.order_by("at", "id")] == [False, False, True]


@pytest.mark.parametrize("missing", ["night_start", "night_end", "holidays_until"])
def test_a_calendar_is_not_released_while_something_is_missing(
    plant: Plant, he: Browser, missing: str
) -> None:
    path = f"/api/v1/calendar/{plant.site_id}"
    answer = he.send("PUT", path, {**COMPLETE, missing: None})
    assert refused(answer) == (422, "calendar_invalid")
    assert said(answer)["missing"] == [{"at": missing}]
    assert said(he.get(path))["configured"] is False
    assert he.send("PUT", path, {**COMPLETE, missing: None, "configured": False}).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        {"kind": "holiday", "starts_at": "2026-10-02T00:00:00Z", "ends_at": "2026-10-01T00:00:00Z"},
        {"kind": "holiday", "starts_at": "2026-10-01T00:00:00Z", "ends_at": "2026-10-01T00:00:00Z"},
        {"kind": "holiday", "starts_at": "2026-10-01T00:00:00", "ends_at": "2026-10-02T00:00:00"},
    ],
)
def test_a_period_without_extent_or_time_zone_is_refused(
    plant: Plant, he: Browser, body: dict[str, str]
) -> None:
    answer = he.send("POST", f"/api/v1/calendar/{plant.site_id}/periods", body)
    assert refused(answer) == (422, "calendar_invalid")


def test_only_safety_and_administration_set_the_calendar(plant: Plant) -> None:
    answer = plant.browser("qian").send("PUT", f"/api/v1/calendar/{plant.site_id}", COMPLETE)
    assert refused(answer) == (403, "access_denied")


def test_no_stretch_of_time_has_no_facts(plant: Plant, he: Browser) -> None:
    path = f"/api/v1/calendar/{plant.site_id}/facts"
    backwards = he.get(f"{path}?start=2026-11-21T12:00:00Z&end=2026-11-21T02:00:00Z")
    assert refused(backwards) == (422, "malformed")
    assert refused(he.get(f"{path}?start=2026-11-21T12:00:00&end=2026-11-21T13:00:00")) == (422, "malformed")


def test_outside_of_any_shift_and_at_an_unknown_site_there_is_none(plant: Plant) -> None:
    with tenant.company(plant.company.id):
        assert queries.shift_at(plant.company.id, plant.site_id, SATURDAY[0]) is None
        assert queries.shift_at(plant.company.id, plant.area_id, SATURDAY[0]) is None
        assert not queries.calendar(plant.company.id, plant.area_id, *SATURDAY).configured
