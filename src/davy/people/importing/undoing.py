"""Takes a whole import back, or none of it: where something was built on it since, it says what.

One transaction: a worker that is killed leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.accounts import audit
from davy.accounts.models import Account, AuditRow
from davy.db import tenant
from davy.people import protected, queries
from davy.people.importing import store
from davy.people.importing.columns import column
from davy.people.importing.entering import (
    FILE,
    MODELS,
    RESOURCE,
    SEALED,
    Hold,
    identify,
    unsealed,
    value_of,
    values_of,
)  # fmt: skip
from davy.people.models import (
    Changed,
    Delegation,
    Import,
    ImportRow,
    Post,
    Protected,
    Restriction,
    Violation,
)  # fmt: skip
from davy.people.registers import RESOURCES

__all__ = ["Built", "undo"]

Built = Callable[[UUID, Collection[UUID], datetime], dict[UUID, str]]
"""Who of these people something outside the ledger names since then, and what: permit, account, device …"""
_MOST = 100


def undo(company_id: UUID, import_id: UUID, built: Built, hold: Hold) -> None:
    """Take an import that is ``undoing`` back, or leave it ``applied`` with what stands in the way."""
    with tenant.company(company_id):
        one = store.locked(company_id, import_id, "undoing")
        if one is None:
            return
        rows = list(
            ImportRow.objects.filter(company_id=company_id, import_id=import_id, state="done").order_by(
                "-phase", "-n"
            )
        )
        ways = _in_the_way(one, rows, built)
        if ways:
            one.state, one.problem = (
                "applied",
                {"code": "import_built_on", "ways": ways[:_MOST], "count": len(ways)},
            )
        else:
            for row in [row for row in rows if not row.made and row.row_id]:
                _back(one, row, hold)
            _remove(one, [row for row in rows if row.made], hold)
            ImportRow.objects.filter(company_id=company_id, import_id=import_id, state="done").update(
                state="undone"
            )
            one.state, one.problem = "undone", None
        one.moved_at = clock.now()
        one.save()
        store.tell(one)


def _in_the_way(one: Import, rows: list[ImportRow], built: Built) -> list[dict[str, str]]:
    """What was built on it: rows changed since, and people who stand somewhere else by now."""
    made = {row.row_id for row in rows if row.made and row.row_id}
    people = {row.person_id for row in rows if row.made and row.kind == "person" and row.person_id}
    since = one.applied_at or one.made_at
    later = AuditRow.objects.filter(company_id=one.company_id, resource_id__in=made, at__gt=since)
    named = queries.names(one.company_id, [row.person_id for row in rows if row.person_id])
    whose = {row.row_id: row.person_id for row in rows}
    found = {audit_row.resource_id: "changed" for audit_row in later}
    ways = [{"person": named.get(str(whose[row]), ""), "what": what} for row, what in found.items()]
    ways += [
        {"person": named.get(str(who), ""), "what": what} for who, what in _ledger(one, people, made).items()
    ]
    ways += [
        {"person": named.get(str(who), ""), "what": what}
        for who, what in built(one.company_id, people, since).items()
    ]
    for row in rows:
        if not row.made and row.row_id and _differs(one, row):
            ways.append({"person": named.get(str(row.person_id), ""), "what": "changed"})
    return ways


def _ledger(one: Import, people: Collection[UUID], made: Collection[UUID]) -> dict[UUID, str]:
    """Who of them has something in the ledger that is not of this import."""
    found: dict[UUID, str] = {}
    for what, model in (("violation", Violation), ("restriction", Restriction)):
        held = model.objects.filter(company_id=one.company_id, person_id__in=people)
        found |= dict.fromkeys(held.values_list("person_id", flat=True), what)
    for kind in ("certificate", "checkup", "training"):
        held = (
            MODELS[kind].objects.filter(company_id=one.company_id, person_id__in=people).exclude(id__in=made)
        )
        found |= dict.fromkeys(held.values_list("person_id", flat=True), kind)
    posts = Post.objects.filter(company_id=one.company_id).values_list("holder_id", "deputy_id")
    found |= {who: "post" for pair in posts for who in pair if who is not None and who in people}
    sent = Delegation.objects.filter(company_id=one.company_id).values_list("by_id", "to_id")
    found |= {who: "delegation" for pair in sent for who in pair if who in people}
    accounts = Account.objects.filter(company_id=one.company_id, person_id__in=people)
    return found | {who: "account" for who in accounts.values_list("person_id", flat=True) if who}


def _differs(one: Import, row: ImportRow) -> bool:
    """Whether what the import wrote is no longer what stands there."""
    wrote = store.opened(row)["wrote"] or {"after": {}}
    now = _row(one, row)
    return now is None or any(
        values_of(one.company_id, row.kind, now).get(name) != text for name, text in wrote["after"].items()
    )


def _row(one: Import, row: ImportRow) -> Any:
    return MODELS[row.kind].objects.filter(company_id=one.company_id, id=row.row_id).first()


def _back(one: Import, row: ImportRow, hold: Hold) -> None:
    """Put what was there before in its place."""
    wrote, now = store.opened(row)["wrote"], _row(one, row)
    before, shown = audit.snapshot(now), getattr(now, FILE[row.kind])
    for name, text in wrote["before"].items():
        told = column(name)
        if name in SEALED:
            continue
        if told.kind in {"firm", "unit"}:
            setattr(now, f"{told.field}_id", UUID(text) if text else None)
        else:
            setattr(now, told.field, value_of(told.kind, told.of, text))
    given = {name: text for name, text in wrote["before"].items() if name in SEALED}
    if "id_number" in given:
        identify(now, given["id_number"])
    now.save()
    if given:
        protected.keep(one.company_id, now.id, unsealed(given), one.account_id)
    hold(one.company_id, row.kind, now.id, shown, getattr(now, FILE[row.kind]))
    _tell(one, row.kind, now.id, before, audit.snapshot(now))


def _remove(one: Import, rows: list[ImportRow], hold: Hold) -> None:
    """Take what the import made away, papers before people; the trail keeps that it was there."""
    for kind in ("training", "checkup", "certificate", "person"):
        ids = [row.row_id for row in rows if row.kind == kind and row.row_id]
        found = list(MODELS[kind].objects.filter(company_id=one.company_id, id__in=ids))
        for row in found:
            hold(one.company_id, kind, row.id, getattr(row, FILE[kind]), "")
            _tell(one, kind, row.id, audit.snapshot(row), None)
        if kind == "person":
            for model in (Protected, Changed):
                model.objects.filter(company_id=one.company_id, person_id__in=ids).delete()
        MODELS[kind].objects.filter(company_id=one.company_id, id__in=ids).delete()


def _tell(one: Import, kind: str, row_id: UUID, before: Any, after: Any) -> None:
    audit.write(
        company_id=one.company_id,
        account_id=one.account_id,
        resource=RESOURCE[kind],
        resource_id=row_id,
        before=before,
        after=after,
        private=RESOURCES[RESOURCE[kind]].private,
    )
