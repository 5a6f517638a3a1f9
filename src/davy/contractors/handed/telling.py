"""What was handed in, as its firm reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.accounts.here import TenantRequest
from davy.contractors.models import Submission
from davy.contractors.registers import submissions
from davy.contractors.shown import names

__all__ = ["told"]

_SAME = ("id", "kind", "person_id", "of_id", "body", "scan", "state", "at", "decided_at", "why")


def told(request: TenantRequest, found: list[Submission]) -> list[dict[str, Any]]:
    """Each with the name of the person it is about."""
    called = names(request, [one.person_id for one in found])
    whole = submissions.all(request).filter(id__in=[one.of_id for one in found if one.of_id])
    waits: dict[UUID | None, str] = {row.id: str(row.body.get("name", "")) for row in whole}
    return [
        {**{name: getattr(one, name) for name in _SAME}, "person_name": _name(one, called, waits)}
        for one in found
    ]


def _name(one: Submission, called: Mapping[UUID | None, str], waits: Mapping[UUID | None, str]) -> str | None:
    if one.kind == "person":
        return str(one.body.get("name", ""))
    return called.get(one.person_id) or waits.get(one.of_id)
