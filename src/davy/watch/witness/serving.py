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
from davy_core.evidence.witness import Asked, Refused, Witnessed, judge

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
# Two kept of one size with two roots are a fork, whatever was known when each came. Of the others: the log
# did not come back. What a clock in the future wrote down counts as never.
_OPEN = """
SELECT DISTINCT r.origin FROM watch_refusal r
LEFT JOIN watch_witnessed w ON w.company_id = r.company_id AND w.origin = r.origin
WHERE r.company_id = %(company)s AND (
  r.fork
  OR EXISTS (SELECT 1 FROM watch_refusal o WHERE o.company_id = r.company_id AND o.origin = r.origin
             AND o.size = r.size AND o.root <> r.root)
  OR (r.at < %(patience)s OR r.at > %(now)s) AND (w.at <= r.at OR w.at > %(now)s))
ORDER BY 1
"""
_OTHER = """
SELECT note FROM watch_refusal WHERE company_id = %s AND origin = %s AND size = %s AND root <> %s
ORDER BY at LIMIT 1
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
        forked = _kept(company_id, _Shown(shown, asked.note, known), found, now)
    if forked:
        ring(company_id, "log_forked", shown.origin)
    if isinstance(found, Witnessed):
        return Reply(200, our_key(company_id).line(found.checkpoint.text, now))
    if found.status == 409:
        size = known.size if known else 0
        return Reply(409, f"{size}\n", "text/x.tlog.size")
    return Reply(found.status, f"{found.says}\n")


def ring_for_refused(company_id: UUID) -> int:
    """Call people for each log that signed two histories, or that was refused and did not come back with
    growth that holds; for how many they were called now."""
    with tenant.company(company_id):
        now = clock.now()
        found = rows.many(_OPEN, {"company": company_id, "now": now, "patience": now - PATIENCE})
    return sum(ring(company_id, "log_forked", row["origin"]) for row in found)


def _known(company_id: UUID, origin: str) -> Checkpoint | None:
    """What we co-signed last of this log, ours alone until the transaction ends."""
    rows.one("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"witness:{company_id}:{origin}"])
    found = rows.one(
        "SELECT text FROM watch_witnessed WHERE company_id = %s AND origin = %s", [company_id, origin]
    )
    return Checkpoint.of(found["text"]) if found else None


@dataclass(frozen=True)
class _Shown:
    """What a log showed, its note, and what we knew of it."""

    checkpoint: Checkpoint
    note: str
    known: Checkpoint | None

    @property
    def news(self) -> bool:
        """Whether it is anything but what we co-signed already, which anybody may show with a wrong proof."""
        known, shown = self.known, self.checkpoint
        return known is not None and (known.size, known.root) != (shown.size, shown.root)


def _kept(company_id: UUID, shown: _Shown, found: Witnessed | Refused, now: datetime) -> bool:
    """Keep what was co-signed or refused; whether the log signed two histories, in whatever order."""
    origin, size, root = shown.checkpoint.origin, shown.checkpoint.size, shown.checkpoint.root
    if isinstance(found, Witnessed):
        rows.run(_KEEP, [company_id, origin, found.checkpoint.text, now])
    elif not found.fork and not (found.status == 422 and shown.news):
        return False
    other = rows.one(_OTHER, [company_id, origin, size, root])
    fork = other is not None or (isinstance(found, Refused) and found.fork)
    if fork or isinstance(found, Refused):
        _log.error("%s showed a checkpoint of %d that does not fit what is known", origin, size)
        before = other["note"] if other else shown.known.text if shown.known else ""
        rows.run(_REFUSE, [company_id, origin, size, root, shown.note, before, fork, now])
    return fork
