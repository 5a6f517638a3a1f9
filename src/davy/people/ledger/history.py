"""What was changed of one person, in all registers that hold something of him: who, when, from, to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from davy.accounts.models import Account, AuditRow
from davy.people import queries
from davy.people.models import Certificate, Changed, Checkup, Restriction, Training, Violation
from davy.people.register import UNTOLD, told_apart

__all__ = ["MOST", "changes"]

MOST = 500
"""Changes told at once, the newest."""
_OF: dict[str, type[Certificate | Checkup | Training | Restriction | Violation]] = {
    "certificates": Certificate,
    "checkups": Checkup,
    "trainings": Training,
    "restrictions": Restriction,
    "violations": Violation,
}
_QUIET = frozenset({"person_id", *UNTOLD})


def changes(
    company_id: UUID, person_id: UUID, resources: Collection[str], *, personal: bool
) -> list[dict[str, Any]]:
    """The changes of these registers, the newest first; `personal`: with the personal values, as far as they
    are kept."""
    ids = [person_id]
    for name, model in _OF.items():
        if name in resources:
            ids += list(
                model.objects.filter(company_id=company_id, person_id=person_id).values_list("id", flat=True)
            )
    found = list(
        AuditRow.objects.filter(
            company_id=company_id, resource__in=list(resources), resource_id__in=ids
        ).order_by("-at", "-id")[:MOST]
    )
    told = _told(company_id, [row.id for row in found]) if personal else {}
    names = _names(company_id, found)
    return [_change(row, told.get(row.id, {}), names) for row in found]


def _told(company_id: UUID, audits: list[UUID]) -> dict[UUID, dict[str, list[Any]]]:
    kept = Changed.objects.filter(company_id=company_id, audit_id__in=audits)
    return told_apart({row.audit_id: bytes(row.sealed) for row in kept}, company_id)


def _names(company_id: UUID, found: list[AuditRow]) -> dict[UUID, str]:
    accounts = {row.account_id for row in found if row.account_id is not None}
    held = Account.objects.filter(company_id=company_id, id__in=accounts)
    who = {account.id: account.person_id for account in held}
    names = queries.names(company_id, [person for person in who.values() if person is not None])
    logins = {account.id: account.username for account in held}
    return {account: names.get(str(person), logins[account]) for account, person in who.items()}


def _change(row: AuditRow, told: Mapping[str, list[Any]], names: Mapping[UUID, str]) -> dict[str, Any]:
    was, now = row.before or {}, row.after or {}
    fields = [
        {"name": name, "from": was.get(name), "to": now.get(name), "personal": False}
        for name in sorted(was.keys() | now.keys())
        if name not in _QUIET and name not in told and (was.get(name) or None) != (now.get(name) or None)
    ]
    fields += [{"name": name, "from": one[0], "to": one[1], "personal": True} for name, one in told.items()]
    action = "entered" if row.before is None else "removed" if row.after is None else "changed"
    return {
        "at": row.at,
        "by": names.get(row.account_id) if row.account_id else None,
        "resource": row.resource,
        "resource_id": row.resource_id,
        "action": action,
        "fields": fields,
    }
