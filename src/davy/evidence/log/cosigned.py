"""Lines of witnesses below checkpoints: kept as they came, shown with the note that they are below."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.db import rows
from davy.evidence.log.store import Signed

__all__ = ["covering", "keep", "last_size", "newest", "whole"]


def keep(company_id: UUID, size: int, witness: str, line: str, *, at: datetime) -> None:
    """Keep a witness's line for ever. Inside a tenant block."""
    rows.run(
        "INSERT INTO evidence_log_cosignature (company_id, size, witness, line, cosigned_at)"
        " VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [company_id, size, witness, line, at],
    )


def last_size(company_id: UUID, witness: str) -> int:
    """The size of the largest checkpoint that this witness signed; 0 before any. Inside a tenant block."""
    found = rows.one(
        "SELECT coalesce(max(size), 0) AS size FROM evidence_log_cosignature"
        " WHERE company_id = %s AND witness = %s",
        [company_id, witness],
    )
    return int(found["size"]) if found else 0


def newest(company_id: UUID) -> int | None:
    """The size of the largest checkpoint that some witness signed. Inside a tenant block."""
    found = rows.one(
        "SELECT max(size) AS size FROM evidence_log_cosignature WHERE company_id = %s", [company_id]
    )
    return found["size"] if found else None


def covering(company_id: UUID, size: int, most: int) -> int | None:
    """The size of the checkpoint with the most witnesses among those of `size` to `most` entries, the
    earliest of them; else the largest one below. Inside a tenant block."""
    found = rows.one(
        "SELECT size FROM evidence_log_cosignature WHERE company_id = %(company)s AND size <= %(most)s"
        " GROUP BY size ORDER BY size < %(size)s, CASE WHEN size < %(size)s THEN -size END, count(*) DESC,"
        " size LIMIT 1",
        {"company": company_id, "size": size, "most": most},
    )
    return found["size"] if found else None


def whole(company_id: UUID, signed: Signed) -> str:
    """The note of a checkpoint with the lines of its witnesses. Inside a tenant block."""
    found = rows.many(
        "SELECT line FROM evidence_log_cosignature WHERE company_id = %s AND size = %s ORDER BY witness",
        [company_id, signed.size],
    )
    return signed.note + "".join(row["line"] for row in found)
