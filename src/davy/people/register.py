"""Registers of people: every change leaves its audit row, and the personal values of it, before and after,
sealed beside the row. The row stays for ever and names nobody; the values go when the person is erased."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar
from uuid import UUID

from davy.accounts import audit
from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.accounts.tenanted import Tenanted
from davy.people import vault
from davy.people.models import Changed

__all__ = ["UNTOLD", "PeopleRegister", "difference", "told_apart"]

M = TypeVar("M", bound=Tenanted)
UNTOLD = frozenset({"sealed", "id_hash"})
"""Fields of which not even the sealed difference is kept: they are sealed or hashed themselves."""


class PeopleRegister(Register[M]):
    """A register each row of which is about one person: his own row, or one that has ``person_id``."""

    def _audit(
        self,
        request: TenantRequest,
        row_id: UUID,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
    ) -> UUID:
        audit_id = super()._audit(request, row_id, before, after)
        told = difference(before, after, self.private)
        whose = (after or before or {}).get("person_id")
        if told:
            Changed.objects.create(
                company_id=request.company.id,
                audit_id=audit_id,
                person_id=UUID(str(whose)) if whose else row_id,
                sealed=vault.seal(told, request.company.id, f"changed/{audit_id}"),
            )
        return audit_id


def difference(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None, private: frozenset[str]
) -> dict[str, list[Any]]:
    """From and to of the personal fields that differ."""
    was, now = audit.shown(before, None, frozenset()) or {}, audit.shown(after, None, frozenset()) or {}
    fields = sorted((private - UNTOLD) & (was.keys() | now.keys()))
    return {f: [was.get(f), now.get(f)] for f in fields if (was.get(f) or None) != (now.get(f) or None)}


def told_apart(changed: Mapping[UUID, bytes], company_id: UUID) -> dict[UUID, dict[str, list[Any]]]:
    """The sealed differences by audit row, opened."""
    return {
        audit_id: vault.unseal(sealed, company_id, f"changed/{audit_id}")
        for audit_id, sealed in changed.items()
    }
