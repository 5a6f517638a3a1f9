"""Brings the log up to what happened until now, before a bundle is begun."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import OperationalError

from davy.db import rows, tenant
from davy.evidence.log import store
from davy.evidence.log.integrate import integrate

__all__ = ["NotProvedError", "entered"]

PATIENCE = "10s"
"""How long is waited for who is entering just now."""

_ENDS = "SELECT kind, id, seq FROM evidence_stream WHERE company_id = %s AND id = ANY(%s)"
_PROVED = """
SELECT kind, stream_id AS id, max(seq) AS seq FROM evidence_log_entry
WHERE company_id = %s AND stream_id = ANY(%s) AND index < %s GROUP BY kind, stream_id
"""


class NotProvedError(RuntimeError):
    """Some of what happened is not in the signed log, and a bundle would leave it out."""


def entered(company_id: UUID, streams: Sequence[tuple[str, UUID]]) -> store.Signed:
    """The checkpoint that proves every event of these streams up to now. Raises NotProvedError when another
    holds the turn for too long, or a stream is left out because its past was rewritten; LogBrokenError."""
    ids = [stream_id for _, stream_id in streams]
    with tenant.company(company_id):
        ends = {(row["kind"], row["id"]): row["seq"] for row in rows.many(_ENDS, [company_id, ids])}
    try:
        integrate(company_id, patience=PATIENCE)
    except OperationalError as error:
        raise NotProvedError("another is entering what happened") from error
    with tenant.company(company_id):
        checkpoint = store.checkpoint(company_id)
        size = checkpoint.size if checkpoint else 0
        found = rows.many(_PROVED, [company_id, ids, size])
    proved = {(row["kind"], row["id"]): row["seq"] for row in found}
    if checkpoint is None or any(proved.get(one, 0) < ends.get(one, 1) for one in streams):
        raise NotProvedError("a stream is not in the log as far as it goes")
    return checkpoint
