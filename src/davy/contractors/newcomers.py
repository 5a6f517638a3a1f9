"""Somebody new of a firm, entered by the firm itself or by whoever confirms what it handed in."""

from __future__ import annotations

from typing import Any

from davy.accounts.here import TenantRequest
from davy.attachments.store import hold
from davy.people import protected, rules
from davy.people.models import Person
from davy.people.registers import people

__all__ = ["register"]


def register(request: TenantRequest, told: dict[str, Any], number: str, mark: str) -> Person:
    """The row of somebody new, with a staff code out of his number; the number itself is sealed."""
    told["hr_code"] = f"R{mark[1:9].upper()}"
    person = people.add(request, rules.with_identity(told, request.company))
    protected.keep(request.company.id, person.id, {"id_number": number}, request.user.id)
    hold(request.company.id, "person", person.id, "", person.photo)
    return person
