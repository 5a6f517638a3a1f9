"""What a phone is told before it is without the server: which sheets are of which block (S16, S18)."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from davy.accounts.models import Account
from davy.building.papering import Papering
from davy.building.plant import small_plant
from davy.outages.shapes import BlockRange

pytestmark = pytest.mark.django_db


def _read(paper: Papering) -> list[dict[str, Any]]:
    browser = Client()
    browser.force_login(Account.objects.get(id=paper.plant.people["sun"].account))
    answer = browser.get("/api/v1/outages/blocks")
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = json.loads(answer.content)
    for row in found:
        BlockRange.model_validate(row)
    return found


def test_a_block_is_told_with_its_first_and_last_sheet_until_nothing_can_be_worked_by() -> None:
    paper = Papering(small_plant())
    assert _read(paper) == []
    paper.printed(count=2)
    other = Papering(paper.plant).printed(count=3)
    told = {row["id"]: (row["first"], row["last"]) for row in _read(paper)}
    assert told == {str(paper.block): (1, 2), str(other.block): (3, 5)}
    paper.declared(since=timedelta(hours=1))
    paper.register(n=0)
    paper.must("li", "void_sheet", {"serial": paper.serial(1), "reason": "写错了"})
    assert str(paper.block) in {row["id"] for row in _read(paper)}
    paper.clear()
    assert {row["id"] for row in _read(paper)} == {str(other.block)}
