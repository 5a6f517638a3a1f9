"""What others ask about attachments."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from davy.db import rows

__all__ = ["taken_apart"]


def taken_apart(company_id: UUID, stream_kind: str, stream_id: UUID) -> dict[str, datetime]:
    """Hash → when it was taken, of the pictures of a stream whose camera says another time than when they
    were handed in, by more than ten minutes: from the gallery, sent late, or by a wrong clock.
    It says nothing against anybody; it is shown. Inside a tenant block."""
    found = rows.many(
        "SELECT a.sha256, a.taken_at FROM attachments_reference r JOIN attachments_attachment a"
        " ON a.company_id = r.company_id AND a.sha256 = r.sha256"
        " WHERE r.company_id = %s AND r.stream_kind = %s AND r.stream_id = %s AND a.taken_at IS NOT NULL"
        " AND abs(extract(epoch FROM a.uploaded_at - a.taken_at)) > 600",
        [company_id, stream_kind, stream_id],
    )
    return {row["sha256"]: row["taken_at"] for row in found}
