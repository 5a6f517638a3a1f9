"""Whoever scans a numbered sheet learns whether it counts now, and nobody's name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from davy.building.papering import Papering
from davy.building.plant import small_plant

pytestmark = pytest.mark.django_db


def _page(token: str, status: int = 200) -> str:
    answer = Client().get(f"/c/{token}")
    assert answer.status_code == status, answer.content
    return answer.content.decode()


def test_it_counts_in_a_declared_outage_alone() -> None:
    paper = Papering(small_plant()).printed()
    assert "现在不是停机，不得凭它作业" in _page(paper.serial())
    paper.declared(since=timedelta(hours=1))
    told = _page(paper.serial())
    assert "停机中，可按本票作业" in told
    assert "PB-0001" in told
    assert "李工" not in told
    paper.ended()
    told = _page(paper.serial())
    assert "不得凭它作业" in told
    assert "还没有核销" in told


def test_it_tells_that_it_is_registered_cleared_or_void() -> None:
    paper = Papering(small_plant()).printed().declared(since=timedelta(hours=1))
    paper.register()
    assert "已登记，现场还没有清场" in _page(paper.serial())
    paper.clear()
    assert "已清场，不得再用" in _page(paper.serial())
    paper.must("li", "void_sheet", {"serial": paper.serial(1), "reason": "湿了"})
    assert "已作废，不得使用" in _page(paper.serial(1))


def test_a_slip_of_the_finger_is_no_sheet() -> None:
    paper = Papering(small_plant()).printed()
    serial = paper.serial()
    _page(serial[:-1] + str((int(serial[-1]) + 1) % 10), 404)
    _page("TP-000999-00", 404)
