"""What rules are recalled: the one table that every decision looks at. Inside a tenant block."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.rulebooks.recall import STANDS, Recall, stream_of

__all__ = ["all_of", "of", "save", "stands"]

_COLUMNS = "sha256, state, reason, requested_by, requested_at, confirmed_by, confirmed_at, lift_by, lift_at"
_SAVE = """
INSERT INTO rulebook_recall (company_id, id, sha256, state, reason, requested_by, requested_at, confirmed_by,
  confirmed_at, lift_by, lift_at)
VALUES (%(company)s, %(id)s, %(sha256)s, %(state)s, coalesce(%(reason)s, ''), %(requested_by)s,
  %(requested_at)s, %(confirmed_by)s, %(confirmed_at)s, %(lift_by)s, %(lift_at)s)
ON CONFLICT (company_id, id) DO UPDATE SET state = excluded.state,
  reason = coalesce(%(reason)s, rulebook_recall.reason), requested_by = excluded.requested_by,
  requested_at = excluded.requested_at, confirmed_by = excluded.confirmed_by,
  confirmed_at = excluded.confirmed_at, lift_by = excluded.lift_by, lift_at = excluded.lift_at
"""


def stands(company_id: UUID, basis: str) -> bool:
    """Whether the rules with this SHA-256 are recalled now."""
    found = rows.one(
        "SELECT state FROM rulebook_recall WHERE company_id = %s AND id = %s", (company_id, stream_of(basis))
    )
    return found is not None and found["state"] in STANDS


def of(company_id: UUID, stream_id: UUID) -> Recall | None:
    """The recall of a stream, or None when nobody ever asked for one."""
    found = rows.one(
        f"SELECT {_COLUMNS} FROM rulebook_recall WHERE company_id = %s AND id = %s",  # noqa: S608 - a constant
        (company_id, stream_id),
    )
    return None if found is None else _recall(found)


def all_of(company_id: UUID) -> list[tuple[Recall, str]]:
    """Every recall with its newest reason, the newest request on top."""
    found = rows.many(
        f"SELECT {_COLUMNS} FROM rulebook_recall WHERE company_id = %s"  # noqa: S608 - a constant
        " ORDER BY requested_at DESC, id",
        (company_id,),
    )
    return [(_recall(row), row["reason"]) for row in found]


def save(company_id: UUID, recall: Recall, reason: str | None) -> None:
    """Write the recall as it is after its event; without a new reason the old one stays."""
    told: dict[str, datetime | str | None] = {
        "state": recall.state,
        "requested_by": recall.requested_by,
        "requested_at": recall.requested_at,
        "confirmed_by": recall.confirmed_by,
        "confirmed_at": recall.confirmed_at,
        "lift_by": recall.lift_by,
        "lift_at": recall.lift_at,
    }
    whose = {"company": company_id, "id": stream_of(recall.basis), "sha256": recall.basis, "reason": reason}
    rows.run(_SAVE, {**told, **whose})


def _recall(row: dict[str, Any]) -> Recall:
    named = {key: None if row[key] is None else str(row[key]) for key in ("confirmed_by", "lift_by")}
    return Recall(
        basis=row["sha256"],
        state=row["state"],
        requested_by=str(row["requested_by"]),
        requested_at=row["requested_at"],
        confirmed_by=named["confirmed_by"],
        confirmed_at=row["confirmed_at"],
        lift_by=named["lift_by"],
        lift_at=row["lift_at"],
    )
