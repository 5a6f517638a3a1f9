"""We as witness of others: co-sign what a log we know shows to have grown, and refuse what did not.

What was co-signed last is replaced in the transaction that judged, under a lock: of two that ask at once the
second is judged by what the first left. The line is made only after that is kept, in the database and in a
file beside the key, so that a crash between leaves nobody with a line that we do not know of.
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
from davy.watch.witness import known, memory
from davy.watch.witness.keys import known_logs, our_key
from davy.watch.witness.reply import HELD, Reply
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, parsed
from davy_core.evidence.witness import Asked, Refused, Witnessed, judge

__all__ = ["PATIENCE", "add_checkpoint", "ring_for_refused"]

_log = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=10)
"""How long a log may take to come back with growth that holds, before people are called (j). Anybody who read
a published checkpoint can show it here with a wrong proof; only the log can show the right one."""

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


def add_checkpoint(company_id: UUID, body: str) -> Reply:
    """Judge what a log shows, keep it, and co-sign it."""
    try:
        asked = Asked.of(body)
        shown = Checkpoint.of(parsed(asked.note)[0])
    except NoteError as error:
        return Reply(400, f"{error}\n")
    try:
        found, size, forked, now = _judged(company_id, asked, shown)
    except memory.ForgottenError as error:
        _log.error("nothing is co-signed: %s", error)
        found, size, forked, now = None, 0, False, clock.now()
    if forked:
        ring(company_id, "log_forked", shown.origin)
    if found is None:
        ring(company_id, "witness_held", "witness")
        return HELD
    if isinstance(found, Witnessed):
        return Reply(200, our_key(company_id).line(found.checkpoint.text, now))
    if found.status == 409:
        return Reply(409, f"{size}\n", "text/x.tlog.size")
    return Reply(found.status, f"{found.says}\n")


def _judged(
    company_id: UUID, asked: Asked, shown: Checkpoint
) -> tuple[Witnessed | Refused | None, int, bool, datetime]:
    """The judgement, kept (None: it would be co-signed, were the log not held after a restore); where we
    stand; whether the log signed two histories; and the time. Raises memory.ForgottenError."""
    vouched = known_logs(settings.WITNESSED)
    now = clock.now()
    with tenant.company(company_id):
        last, logs = None, dict(vouched)
        if shown.origin in vouched:
            known.turn(company_id)
            last = known.last(company_id, shown.origin)
            logs[shown.origin] = known.keys(company_id, vouched[shown.origin], shown.origin, shown.size)
        found = judge(asked, logs, {shown.origin: last} if last else {})
        stands = last.size if last else 0
        if isinstance(found, Witnessed) and memory.held(company_id, shown.origin):
            return None, stands, False, now
        forked = _kept(company_id, _Shown(shown, asked.note, last), found, now)
        return found, stands, forked, now


def ring_for_refused(company_id: UUID) -> int:
    """Call people for each log that signed two histories, or that was refused and did not come back with
    growth that holds; for how many they were called now."""
    with tenant.company(company_id):
        now = clock.now()
        found = rows.many(_OPEN, {"company": company_id, "now": now, "patience": now - PATIENCE})
    return sum(ring(company_id, "log_forked", row["origin"]) for row in found)


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
        known.keep(company_id, found.checkpoint, now)
    elif not found.fork and not (found.status == 422 and shown.news):
        return False
    other = rows.one(_OTHER, [company_id, origin, size, root])
    fork = other is not None or (isinstance(found, Refused) and found.fork)
    if fork or isinstance(found, Refused):
        _log.error("%s showed a checkpoint of %d that does not fit what is known", origin, size)
        before = other["note"] if other else shown.known.text if shown.known else ""
        rows.run(_REFUSE, [company_id, origin, size, root, shown.note, before, fork, now])
    return fork
