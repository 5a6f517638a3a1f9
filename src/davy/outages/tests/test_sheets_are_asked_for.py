"""The task 补录停机票 and 核对停机票: who reads it, with what deadline, until it is done."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from davy import clock
from davy.accounts.models import Account
from davy.building.papering import Papering
from davy.building.plant import photo, small_plant
from davy.outages.shapes import PaperTask
from davy_core.instants import iso

pytestmark = pytest.mark.django_db


def _read(paper: Papering, who: str) -> list[dict[str, Any]]:
    browser = Client()
    browser.force_login(Account.objects.get(id=paper.plant.people[who].account))
    answer = browser.get("/api/v1/outages/asked")
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = json.loads(answer.content)
    for row in found:
        PaperTask.model_validate(row)
    return found


def _filled(paper: Papering) -> dict[str, Any]:
    now = clock.now()
    return {
        "serial": paper.serial(),
        "from": iso(now - timedelta(minutes=30)),
        "to": iso(now),
        "outcome": "finished",
        "responsible": paper.plant.person("li"),
        "photos": [photo(paper.plant.company, "sheet")],
    }


def test_a_sheet_is_asked_for_until_a_second_person_agrees() -> None:
    paper = Papering(small_plant()).printed().declared(since=timedelta(hours=1))
    assert _read(paper, "sun") == []
    paper.register(who="sun")
    [one] = _read(paper, "sun")
    assert (one["serial"], one["command"], one["point"]["name"]) == (
        paper.serial(),
        "fill_in_sheet",
        "V-101 泵基础",
    )
    assert timedelta(hours=23) < datetime.fromisoformat(one["due"]) - clock.now() <= timedelta(hours=24)
    assert [row["command"] for row in _read(paper, "li")] == ["fill_in_sheet"]
    assert _read(paper, "feng") == []
    paper.must("sun", "fill_in_sheet", _filled(paper))
    assert (_read(paper, "sun"), _read(paper, "li")) == ([], [])
    assert [row["command"] for row in _read(paper, "feng")] == ["review_sheet"]
    paper.must("feng", "review_sheet", {"serial": paper.serial(), "agrees": True})
    assert [_read(paper, who) for who in ("sun", "li", "feng", "zheng")] == [[], [], [], []]
