"""We as witness of others: co-sign what a log we know shows to have grown, and refuse what did not.

What was co-signed last is replaced in the transaction that judged, under a lock: of two that ask at once the
second is judged by what the first left. The line is made only after that is kept, so that a crash between
leaves nobody with a line that we do not know of.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from davy import clock
from davy.db import rows, tenant
from davy.watch.ring import ring
from davy.watch.witness.keys import known_logs, our_key
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, parsed
from davy_core.evidence.witness import Asked, Witnessed, judge

__all__ = ["PATIENCE", "Reply", "add_checkpoint", "ring_for_refused"]

_log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)
"""How long a log may take to come back with growth that holds, before people are called (j). Anybody who read
a published checkpoint can show it here with a wrong proof; only the log can show the right one."""

_KEEP = """
INSERT INTO watch_witnessed (company_id, origin, text, at) VALUES (%s, %s, %s, %s)
ON CONFLICT (company_id, origin) DO UPDATE SET text = excluded.text, at = excluded.at
"""
_REFUSE = """
INSERT INTO watch_refusal (company_id, origin, size, root, note, known, fork, at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING
"""
_OPEN = """
SELECT DISTINCT r.origin FROM watch_refusal r
LEFT JOIN watch_witnessed w ON w.company_id = r.company_id AND w.origin = r.origin
WHERE r.company_id = %s AND (r.fork OR r.at < %s AND (w.at IS NULL OR w.at <= r.at)) ORDER BY 1
"""


@dataclass(frozen=True)
class Reply:
    """What is answered over HTTP."""

    status: int
    body: str
    kind: str = "text/plain; charset=utf-8"


def add_checkpoint(company_id: UUID, body: str) -> Reply:
    """Judge what a log shows, keep it, and co-sign it."""
    try:
        asked = Asked.of(body)
        shown = Checkpoint.of(parsed(asked.note)[0])
    except NoteError as error:
        return Reply(400, f"{error}\n")
    logs = known_logs(settings.WITNESSED)
    now = clock.now()
    with tenant.company(company_id):
        known = _known(company_id, shown.origin) if shown.origin in logs else None
        found = judge(asked, logs, {shown.origin: known} if known else {})
        if isinstance(found, Witnessed):
            rows.run(_KEEP, [company_id, shown.origin, found.checkpoint.text, now])
        elif found.fork or found.status == 422:
            _refused(company_id, shown, asked.note, known, now, fork=found.fork)
    if isinstance(found, Witnessed):
        return Reply(200, our_key(company_id).line(found.checkpoint.text, now))
    if found.fork:
        ring(company_id, "log_forked", shown.origin)
    if found.status == 409:
        size = known.size if known else 0
        return Reply(409, f"{size}\n", "text/x.tlog.size")
    return Reply(found.status, f"{found.says}\n")


def ring_for_refused(company_id: UUID) -> int:
    """Call people for each log that signed two histories, or that was refused and did not come back with
    growth that holds; for how many they were called now."""
    with tenant.company(company_id):
        found = rows.many(_OPEN, [company_id, clock.now() - PATIENCE])
    return sum(ring(company_id, "log_forked", row["origin"]) for row in found)


def _known(company_id: UUID, origin: str) -> Checkpoint | None:
    """What we co-signed last of this log, ours alone until the transaction ends."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"witness:{company_id}:{origin}"])
    found = rows.one(
        "SELECT text FROM watch_witnessed WHERE company_id = %s AND origin = %s", [company_id, origin]
    )
    return Checkpoint.of(found["text"]) if found else None


def _refused(
    company_id: UUID, shown: Checkpoint, note: str, known: Checkpoint | None, now: datetime, *, fork: bool
) -> None:
    _log.error(
        "%s showed a checkpoint of %d that did not grow out of what is known", shown.origin, shown.size
    )
    before = known.text if known else ""
    told = [company_id, shown.origin, shown.size, shown.root, note, before, fork, now]
    rows.run(_REFUSE, told)
