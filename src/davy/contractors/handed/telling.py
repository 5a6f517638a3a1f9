"""What was handed in, as its firm reads it."""

from __future__ import annotations

from typing import Any

from davy.accounts.here import TenantRequest
from davy.contractors.models import Submission
from davy.contractors.shown import names

__all__ = ["told"]

_SAME = ("id", "kind", "person_id", "body", "scan", "state", "at", "decided_at", "why")


def told(request: TenantRequest, found: list[Submission]) -> list[dict[str, Any]]:
    """Each with the name of the person it is about."""
    called = names(request, [one.person_id for one in found])
    return [
        {**{name: getattr(one, name) for name in _SAME}, "person_name": called.get(one.person_id)}
        for one in found
    ]
