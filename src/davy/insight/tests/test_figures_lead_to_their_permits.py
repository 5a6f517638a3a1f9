"""Permits and alarms are counted by what an inspector asks, and every figure leads to what it counts."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account, AuditRow
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import Plant, small_plant
from davy.db import tenant
from davy.people.models import Firm, Person

pytestmark = pytest.mark.django_db

MORNING = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # a Monday, 08:30 in Shanghai
NIGHT = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)  # Tuesday 01:00 in Shanghai


@pytest.fixture
def plant(step_clock: Callable[[timedelta], None]) -> Plant:
    """On Monday a hot work lost its guardian; in the night a confined space is asked for. 李工,
    responsible for both, is of a contractor."""
    step_clock(MORNING - clock.now())
    plant = small_plant(simulated=True)
    hands = Hands(plant, at=MORNING)
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    assert hands.at is not None
    hands.at += timedelta(minutes=6)
    hands.tick()
    with tenant.company(plant.company):
        firm = Firm.objects.create(company_id=plant.company, name="=华建安装", code="HJ")
        Person.objects.filter(id=plant.people["li"].person).update(firm_id=firm.id)
    step_clock(NIGHT - clock.now())
    journeys.draft_confined(Hands(plant, at=NIGHT))
    return plant


def _ask(plant: Plant, path: str, who: str = "zheng") -> Any:
    client = Client()
    client.force_login(Account.objects.get(id=plant.people[who].account))
    return client.get(f"/api/v1/statistics/{path}")


def _rows(plant: Plant, path: str) -> dict[str, Any]:
    answer = _ask(plant, path)
    assert answer.status_code == 200, answer.content
    return {row["key"]: row for row in answer.json()["rows"]}


def test_permits_are_counted_by_type_with_what_came_of_them(plant: Plant) -> None:
    rows = _rows(plant, "permits?by=type&also=state")
    assert {key: row["count"] for key, row in rows.items()} == {"hot": 1, "confined": 1}
    hot = rows["hot"]
    assert hot["says"] == {"zh": "动火作业", "en": "Hot work"}
    assert (hot["measures"]["worked"], hot["measures"]["closed"]) == (1, 0)
    assert hot["measures"]["alarms"] >= 1
    assert hot["measures"]["approval"] is not None
    assert rows["confined"]["measures"]["approval"] is None
    assert [(one["key"], one["count"]) for one in hot["also"]] == [("paused", 1)]


def test_times_are_those_of_the_company_and_in_their_order(plant: Plant) -> None:
    assert list(_rows(plant, "permits?by=day")) == ["2026-11-23", "2026-11-24"]
    assert set(_rows(plant, "permits?by=weekday")) == {"1", "2"}
    assert list(_rows(plant, "permits?by=hour")) == ["01", "08"]


def test_a_level_is_told_with_its_type_and_its_words(plant: Plant) -> None:
    rows = _rows(plant, "permits?by=level")
    assert {key: row["says"]["zh"] for key, row in rows.items()} == {
        "hot:first": "一级",
        "confined:none": "不分级",
    }


def test_every_dimension_of_the_standard_counts_everything(plant: Plant) -> None:
    offered = {s: _ask(plant, f"{s}?by=type").json()["dimensions"] for s in ("permits", "alarms")}
    assert {"type", "level", "area", "unit", "responsible", "guardian", "state", "day", "firm"} <= set(
        offered["permits"]
    )
    for subject, dimensions in offered.items():
        for by in dimensions:
            answer = _ask(plant, f"{subject}?by={by}").json()
            assert sum(row["count"] for row in answer["rows"]) == answer["all"]["count"], (subject, by)


def test_a_figure_leads_to_the_permits_it_counts(plant: Plant) -> None:
    for by in ("type", "firm", "area", "responsible", "unit"):
        for key, row in _rows(plant, f"permits?by={by}").items():
            found = _ask(plant, f"permits/lines?pick={by}:{key}").json()
            assert len(found) == row["count"], (by, key)


def test_picks_narrow_the_count_and_each_other(plant: Plant) -> None:
    assert _rows(plant, "permits?by=state&pick=type:hot").keys() == {"paused"}
    picks = _ask(plant, f"permits?by=state&pick=area:{plant.area}").json()["picks"]
    assert (picks["area"]["name"], picks["area"]["count"]) == ("甲醇罐区", 2)
    assert _rows(plant, "permits?by=state&pick=type:hot&pick=hour:01") == {}


def test_alarms_are_counted_by_code_with_how_long_they_took(plant: Plant) -> None:
    rows = _rows(plant, "alarms?by=alarm")
    lost = rows["watch"]
    assert lost["says"]["zh"] == "作业条件失效或无法确认"
    assert (lost["count"], lost["measures"]["open"], lost["measures"]["red"]) == (2, 2, 2)
    assert lost["measures"]["closing"] is None
    assert lost["measures"]["acknowledged"] is None


def test_only_what_lies_in_the_time_asked_for_is_counted(plant: Plant) -> None:
    only_night = "since=2026-11-23T16:00:00Z&until=2026-11-24T16:00:00Z"
    assert _rows(plant, f"permits?by=type&{only_night}").keys() == {"confined"}


@pytest.mark.parametrize(
    "path",
    [
        "permits?by=salary",
        "permits?by=type&also=salary",
        "permits?pick=salary:1",
        "permits?since=2026-11-24T00:00:00Z&until=2026-11-23T00:00:00Z",
        "permits?since=2026-11-24T00:00:00",
        "salaries",
    ],
)
def test_what_cannot_be_counted_is_refused_clearly(plant: Plant, path: str) -> None:
    assert _ask(plant, path).status_code == 422


def test_the_ledger_opens_in_a_spreadsheet_and_runs_nothing(plant: Plant) -> None:
    answer = _ask(plant, "permits/ledger.csv")
    assert answer.status_code == 200
    assert answer.content.startswith("\ufeff".encode())
    lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(lines) == 2
    assert {line["作业类型"] for line in lines} == {"动火作业", "受限空间作业"}
    assert {line["承包商"] for line in lines} == {"'=华建安装"}
    assert {line["计划开始"] for line in lines} == {"2026-11-23 08:30", "2026-11-24 01:00"}


def test_who_took_the_ledger_is_kept(plant: Plant) -> None:
    _ask(plant, "alarms/ledger.csv?language=en")
    with tenant.company(plant.company):
        (row,) = AuditRow.objects.filter(resource="statistics")
    assert row.account_id == plant.people["zheng"].account
    assert row.after is not None
    assert row.after["subject"] == "alarms"


def test_a_worker_reads_no_statistics_and_an_approver_takes_no_ledger(plant: Plant) -> None:
    assert _ask(plant, "permits", who="qian").status_code == 403
    assert _ask(plant, "permits", who="chen").status_code == 200
    assert _ask(plant, "permits/ledger.csv", who="chen").status_code == 403
