"""Tables and orders as they are shown: with names, times, and what may be taken back by whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.actuation import queries
from davy.actuation.contract import book
from davy.actuation.facts import seen_at
from davy.door.answers import refused
from davy.people import queries as people
from davy_core.actuation.facts import ActuationFacts
from davy_core.actuation.restoring import backward, waits_for
from davy_core.actuation.state import Actuation, Order, Table
from davy_core.permits.plain import from_plain

__all__ = ["interlocks", "tables"]


def tables(company_id: UUID, point_id: UUID, account: Account) -> dict[str, Any]:
    """The table of a work point, the proposal, and what the reader may do about them."""
    row = queries.row_of(company_id, point_id)
    state = from_plain(Actuation, json.loads(row["doc"])) if row else Actuation(str(point_id))
    positions = json.loads(row["positions"]) if row else {}
    return {
        "point": point_id,
        "version": row["version"] if row else 0,
        "table": _table(company_id, state.table, positions),
        "proposal": _table(company_id, state.proposal, positions),
        "may": _may(state, account),
    }


def _may(state: Actuation, account: Account) -> list[str]:
    proposes, approves = (
        may(account.roles, "effects", "write"),
        may(account.roles, "effect_approvals", "write"),
    )
    found = ["propose_table"] if proposes else []
    if state.proposal is not None:
        own = state.proposal.proposed.by == str(account.person_id)
        found += ["approve_table"] if approves and not own else []
        found += ["withdraw_table"] if approves or proposes else []
    return found


def _table(company_id: UUID, table: Table | None, positions: Mapping[str, Any]) -> dict[str, Any] | None:
    if table is None:
        return None
    marks = [mark for mark in (table.proposed, table.approved) if mark]
    names = people.names(company_id, [mark.by for mark in marks])
    return {
        "version": table.version,
        "rows": _rows(company_id, table, positions),
        "proposed_at": table.proposed.at,
        "proposed_by": table.proposed.by,
        "proposed_name": names.get(table.proposed.by, "—"),
        "approved_at": table.approved.at if table.approved else None,
        "approved_name": names.get(table.approved.by, "—") if table.approved else None,
    }


def _rows(company_id: UUID, table: Table, positions: Mapping[str, Any]) -> list[dict[str, Any]]:
    known = queries.named(company_id, [row.instrument for row in table.rows])
    described = positions.get(str(table.version), {})
    found = []
    for row in table.rows:
        seen = known.get(row.instrument, {"name": "—", "serial": "—", "kind": "—"})
        found.append(
            {
                "id": row.id,
                "cause": row.cause,
                "effect": row.effect,
                "instrument": row.instrument,
                "name": seen["name"],
                "serial": seen["serial"],
                "instrument_kind": seen["kind"],
                "feeds": list(row.feeds),
                "position": described.get(row.id),
            }
        )
    return found


def interlocks(
    company_id: UUID, point_id: UUID, permit_id: UUID, person: UUID | None, now: datetime
) -> dict[str, Any]:
    """What Davy does at the place of this permit."""
    row = queries.row_of(company_id, point_id)
    state = from_plain(Actuation, json.loads(row["doc"])) if row else None
    table = state.table if state else None
    positions = json.loads(row["positions"]) if row else {}
    facts = ActuationFacts(now=now, occurred_at=now, book=book(), sender="person")
    facts = replace(facts, permits=seen_at(company_id, point_id, person)) if state else facts
    return {
        "point": point_id,
        "armed": _rows(company_id, table, positions) if table else [],
        "orders": [_order(one, state, facts) for one in queries.orders(company_id, point_id, permit_id)],
    }


def _order(row: Mapping[str, Any], state: Actuation | None, facts: ActuationFacts) -> dict[str, Any]:
    known = book().effects.get(row["effect"])
    held = state.order(row["id"]) if state else None
    back, blocked = _back(held, facts) if held and not held.superseded else (None, None)
    return {
        **{name: value for name, value in row.items() if name not in {"kind", "requested_by", "superseded"}},
        "manual": known is None or known.manual,
        "state": _state(row),
        "back": back,
        "blocked": blocked,
    }


def _back(order: Order, facts: ActuationFacts) -> tuple[str | None, list[dict[str, str]] | None]:
    """The effect that takes it back, and what speaks against that; nothing for who may not."""
    effect = backward(order, facts)
    duties = frozenset(duty for permit in facts.permits.values() for duty in permit.duties)
    if effect is None:
        return None, None
    if not duties & facts.book.restorers:
        return effect.code, None
    reasons = waits_for(effect, facts)
    told = refused(0, reasons)["reasons"] if reasons else []
    return effect.code, [reason["says"] for reason in told]


def _state(row: Mapping[str, Any]) -> str:
    if row["superseded"]:
        return "superseded"
    if row["contradicted_at"]:
        return "contradicted"
    if row["confirmed_at"]:
        return "confirmed"
    if row["refused"]:
        return "refused"
    for name in ("timed_out", "delivered", "sent"):
        if row[f"{name}_at"]:
            return name
    return "requested"
