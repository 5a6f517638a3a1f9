"""The stream of one record's removal, and the work through those that were ordered.

Each record goes in a transaction of its own with its event; what is killed in between leaves the rest
waiting, and the next run goes on there.
"""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import OperationalError

from davy import clock
from davy.db import rows, tenant
from davy.door.envelope import Envelope, parse, seal
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.ids import uuid7
from davy.keeping import clocked, records, removing, retained
from davy.keeping.models import Batch, RemovedRecord, Standing, Task
from davy.keeping.terms import terms_of
from davy_core.instants import iso
from davy_core.keeping import doubting, retaining
from davy_core.outcome import Outcome

__all__ = ["REMOVAL", "begin_night", "work_off"]

_log = logging.getLogger(__name__)
_ORDERED = """
SELECT b.id, b.ordered_by, b.standing FROM keeping_task t
JOIN keeping_batch b ON b.company_id = t.company_id AND b.id = t.batch_id
WHERE t.company_id = %s AND t.kind = %s AND t.stream_id = %s AND t.state = 'waiting'
ORDER BY b.ordered_at, b.id LIMIT 1
"""
_WAITING = """
SELECT kind, stream_id FROM keeping_task WHERE company_id = %s AND state = 'waiting'
ORDER BY batch_id, kind, stream_id LIMIT %s
"""
_ENDED = """
UPDATE keeping_batch b SET ended_at = %s WHERE company_id = %s AND ended_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM keeping_task t
  WHERE t.company_id = b.company_id AND t.batch_id = b.id AND t.state = 'waiting')
"""


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    company = envelope.company
    records.alone(company)
    kind, _, name = str(envelope.body["record"]).partition("/")
    key = (kind, UUID(name))
    fits = sender.kind == "clock" and key[1] == envelope.stream_id
    row = rows.one(_ORDERED, (company, *key)) if fits else None
    facts = retaining.RemovalFacts(
        now=now,
        ordered=retaining.Ordered(str(row["ordered_by"]), str(row["id"]), row["standing"]) if row else None,
        terms=terms_of(company, now),
        clock=clocked.found(),
        record=retained.record(company, *key) if row else None,
        holds=records.holds(company),
    )
    gone = RemovedRecord.objects.filter(company_id=company, stream_id=envelope.stream_id).exists()
    return Gathered(gone or None, facts)


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return retaining.decide_removal(state, str(envelope.body["record"]), facts)


def _save(saving: Saving) -> None:
    data: Any = saving.events[0].data
    company, (kind, _, name) = saving.envelope.company, data["record"].partition("/")
    told = removing.remove(company, data)
    RemovedRecord.objects.create(
        company_id=company,
        kind=kind,
        stream_id=UUID(name),
        removed_at=saving.now,
        batch_id=UUID(data["batch"]),
        words=told.words,
        files=told.files,
    )
    _mark(company, kind, UUID(name), "removed", "")


def _mark(company_id: UUID, kind: str, stream_id: UUID, state: str, why: str) -> None:
    waiting = Task.objects.filter(company_id=company_id, kind=kind, stream_id=stream_id, state="waiting")
    waiting.update(state=state, why=why)


def begin_night(company_id: UUID) -> bool:
    """Order what is past its period for this night, where somebody switched that on; whether anything was."""
    now = clock.now()
    with tenant.company(company_id):
        records.alone(company_id)
        rule = Standing.objects.filter(company_id=company_id, on=True).first()
        open_one = Batch.objects.filter(company_id=company_id, standing=True, ended_at=None).exists()
        if rule is None or open_one:
            return open_one
        if not doubting.renewed(clocked.found(), rule.switched_at, now):
            _log.warning("company %s: the clock was off since nights were switched on", company_id)
            return False
        found = [one for one in retained.due(company_id, now) if one.why is None][: rule.most]
        if not found:
            return False
        told = {"standing": True, "ordered_by": rule.switched_by, "ordered_at": now, "reason": rule.reason}
        batch = Batch.objects.create(company_id=company_id, id=uuid7(), **told)
        Task.objects.bulk_create(
            Task(company_id=company_id, batch_id=batch.id, kind=one.row["kind"], stream_id=one.row["id"])
            for one in found
        )
    return True


def work_off(company_id: UUID, most: int = 4 * retaining.MOST) -> tuple[int, int]:
    """Remove what was ordered, one record after another, so many at the most; how many went and how many had
    to stay. What the door is too busy for waits for the next run, and all of it while the clock is in doubt.
    Outside of any tenant block."""
    until = doubting.doubted(clocked.found(), clock.now())
    if until is not None:
        _log.warning("company %s: nothing is removed until %s, the clock is in doubt", company_id, iso(until))
        return 0, 0
    with tenant.company(company_id):
        waiting = rows.many(_WAITING, (company_id, most))
    removed = kept = 0
    for row in waiting:
        try:
            answer = execute(_envelope(company_id, row["kind"], row["stream_id"]), Sender("clock"))
        except (DoorBusyError, OperationalError):
            _log.warning("removal of %s/%s waits for the next run", row["kind"], row["stream_id"])
            continue
        if answer["verdict"] == "accepted":
            removed += 1
            continue
        kept += 1
        why = ", ".join(str(r["values"].get("why") or r["code"]) for r in answer["reasons"])
        with tenant.company(company_id):
            _mark(company_id, row["kind"], row["stream_id"], "kept", why)
    with tenant.company(company_id):
        rows.run(_ENDED, (clock.now(), company_id))
    if waiting:
        _log.info("company %s: %s records removed past their period, %s kept", company_id, removed, kept)
    return removed, kept


def _envelope(company_id: UUID, kind: str, stream_id: UUID) -> Envelope:
    told = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(company_id),
        "stream": f"removal/{stream_id}",
        "kind": "remove_record",
        "base_version": None,
        "body": {"record": f"{kind}/{stream_id}"},
        "occurred_at": iso(clock.now()),
        "app": "keeping/1",
    }
    return parse(seal(told))


def _follow(_: Saving) -> Follow:
    return Follow()


REMOVAL = Stream(
    kind="removal",
    gather=_gather,
    decide=_decide,
    apply=retaining.apply_removal,
    save=_save,
    follow=_follow,
)
