"""A message to the outside exists if and only if what it tells was committed, and once."""

from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from davy.db import rows, tenant
from davy.ids import uuid7
from davy.outbox.store import put

pytestmark = pytest.mark.django_db

OURS, THEIRS = uuid7(), uuid7()


def waiting(company: UUID) -> list[str]:
    with tenant.company(company):
        return [row["key"] for row in rows.many("SELECT key FROM outbox_message ORDER BY created_at, id")]


def test_a_message_waits_undelivered_with_its_body() -> None:
    with tenant.company(OURS):
        put("aq.status", "event-1", {"状态": 2})
        row = rows.one("SELECT kind, body, delivered_at FROM outbox_message")
    assert row == {"kind": "aq.status", "body": '{"状态": 2}', "delivered_at": None}


def test_the_same_key_is_told_once() -> None:
    with tenant.company(OURS):
        assert put("aq.status", "event-1", {}) is not None
        assert put("aq.status", "event-1", {"again": True}) is None
        assert put("aq.alarm", "event-1", {}) is not None
    assert waiting(OURS) == ["event-1", "event-1"]


def put_and_fail() -> None:
    put("aq.status", "event-1", {})
    raise RuntimeError


def test_a_rolled_back_change_is_not_told() -> None:
    with pytest.raises(RuntimeError), tenant.company(OURS):
        put_and_fail()
    assert waiting(OURS) == []


def test_another_company_sees_nothing() -> None:
    with tenant.company(OURS):
        put("aq.status", "event-1", {})
    assert waiting(THEIRS) == []


def test_only_the_delivery_may_be_noted() -> None:
    with tenant.company(OURS):
        put("aq.status", "event-1", {})
        for sql in ("UPDATE outbox_message SET body = '{}'", "DELETE FROM outbox_message"):
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(sql)
        connection.cursor().execute("UPDATE outbox_message SET delivered_at = created_at")


def test_a_message_without_a_company_is_refused() -> None:
    with pytest.raises(tenant.NoTenantError):
        put("aq.status", "event-1", {})
