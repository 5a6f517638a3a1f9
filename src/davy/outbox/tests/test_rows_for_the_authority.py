"""Rows of AQ 3064.2 wait in the outbox once a change, with the names that only the shell knows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from davy.db import rows, tenant
from davy.ids import uuid7
from davy.outbox import aq3064
from davy_core.exchange.tests.people import CHEN, LI, in_state

pytestmark = pytest.mark.django_db

COMPANY = uuid7()
AT = datetime(2026, 11, 21, 8, tzinfo=UTC)
AROUND: dict[str, Any] = {
    "company_name": "华海化工",
    "company_code": "330200123",
    "position": "罐区",
    "content": "焊接",
    "people": {
        LI: {"name": "李工", "mobile": "138", "unit": "检修车间"},
        CHEN: {"name": "陈焊", "certificates": [["焊接与热切割作业", "T33"]]},
    },
    "longitude": 121.8,
    "latitude": 29.9,
}


def told() -> list[dict[str, Any]]:
    with tenant.company(COMPANY):
        found = rows.many("SELECT key, body FROM outbox_message WHERE kind = 'aq3064.ticket' ORDER BY id")
    return [{"key": r["key"], **json.loads(r["body"])} for r in found]


def put(state: str, version: int, **changed: Any) -> object:
    permit = replace(in_state("hot", state), **changed)
    with tenant.company(COMPANY):
        return aq3064.put_ticket(permit, AROUND, "2", version=version, at=AT, by=LI)


def test_the_row_waits_with_its_names() -> None:
    assert put("active", 7) is not None
    (row,) = told()
    assert row["key"] == f"{row['ID']}:7"
    assert (row["WORKER_NAME"], row["WORKER_CERTI_NUM"], row["TICKET_RESPONS_NAME"]) == (
        "陈焊",
        "T33",
        "李工",
    )


def test_the_same_version_is_told_once() -> None:
    assert put("active", 7) is not None
    assert put("active", 7) is None
    put("paused", 8)
    assert [r["key"].rpartition(":")[2] for r in told()] == ["7", "8"]


def test_a_draft_that_was_never_submitted_is_not_told() -> None:
    assert put("draft", 1) is None
    assert told() == []


def test_work_that_is_no_special_work_is_not_told() -> None:
    permit = replace(in_state("hot", "active"), type="leak_sealing", level="none")
    with tenant.company(COMPANY):
        assert aq3064.put_ticket(permit, AROUND, "2", version=1, at=AT, by=LI) is None


def test_a_row_without_its_texts_is_a_mistake() -> None:
    lacking = {k: v for k, v in AROUND.items() if k != "position"}
    with pytest.raises(TypeError, match="position"), tenant.company(COMPANY):
        aq3064.put_ticket(in_state("hot", "active"), lacking, "2", version=1, at=AT, by=LI)
