"""The audit trail of reference data: one row a change, written in the transaction of the change.

Personal values are not copied into it. The row cannot be changed afterwards, and a person can be erased; so
for private fields it only says whether they were empty, set or changed.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import models

from davy.accounts.models import AuditRow

__all__ = ["shown", "snapshot", "unsaved", "write"]

Values = Mapping[str, Any]


def snapshot(row: models.Model) -> dict[str, Any]:
    """The row's fields as plain JSON values, without id and company."""
    skipped = {"id", "company_id"}
    return {
        field.attname: _plain(getattr(row, field.attname))
        for field in row._meta.concrete_fields  # noqa: SLF001 - Django's documented way to a model's fields
        if field.attname not in skipped
    }


def write(
    *,
    company_id: UUID,
    account_id: UUID | None,
    resource: str,
    resource_id: UUID,
    before: Values | None,
    after: Values | None,
    private: frozenset[str] = frozenset(),
) -> UUID:
    """Add the row, whose id is returned. Must run inside the tenant block that makes the change."""
    told = unsaved(
        company_id=company_id,
        account_id=account_id,
        resource=resource,
        resource_id=resource_id,
        before=before,
        after=after,
        private=private,
    )
    told.save(force_insert=True)
    return told.id


def unsaved(
    *,
    company_id: UUID,
    account_id: UUID | None,
    resource: str,
    resource_id: UUID,
    before: Values | None,
    after: Values | None,
    private: frozenset[str] = frozenset(),
) -> AuditRow:
    """The row, for who adds many at once."""
    return AuditRow(
        company_id=company_id,
        account_id=account_id,
        resource=resource,
        resource_id=resource_id,
        before=shown(before, before, private),
        after=shown(after, before, private),
    )


def shown(values: Values | None, earlier: Values | None, private: frozenset[str]) -> dict[str, Any] | None:
    """What the trail says of these values: of private ones only whether they were set or changed."""
    if values is None:
        return None
    told = {name: _plain(value) for name, value in values.items()}
    for field in private & told.keys():
        if told[field] in (None, "", []):
            continue
        changed = earlier is not None and earlier.get(field) not in (None, "", [], told[field])
        told[field] = "changed" if changed else "set"
    return told


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return bytes(value).hex()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, UUID | Decimal) else value
