"""One look through all evidence of a company: every chain and its row, the signed log, a share of the files.

Each stream is read in a transaction of its own, held against writers for no longer than it takes: work goes
on meanwhile. What does not hold is written down and told; nothing is ever put right by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from davy import clock
from davy.attachments import checking
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.keys import log_key
from davy.evidence.log.last import LogBrokenError
from davy.settings.env import BadSettingError
from davy.watch.night import comparing, store
from davy.watch.night.store import Fault
from davy.watch.night.told import Progress, Told
from davy.watch.ring import ring

__all__ = ["BusyError", "look"]

LEADERS = ("shift_leader", "safety_dept")
_log = logging.getLogger(__name__)


class BusyError(RuntimeError):
    """Another process is at the same work."""


def look(
    company_id: UUID, *, nights: int = checking.NIGHTS, progress: Progress = lambda _part, _done, _all: None
) -> tuple[Told, list[Fault]]:
    """Look through everything, write down what does not hold, and raise an alarm about it. Of the files a
    share is read, so that with one look a night each is read within `nights`; 1 = all of them now.

    Raises BusyError when another looks already."""
    with _alone(company_id):
        return _looked(company_id, nights, progress)


@contextmanager
def _alone(company_id: UUID) -> Iterator[None]:
    key = ("SELECT {}(hashtext('archive.watch'), hashtext(%s)) AS mine", (str(company_id),))
    found = rows.one(key[0].format("pg_try_advisory_lock"), key[1])
    if not (found and found["mine"]):
        raise BusyError("another is looking through this evidence already")
    try:
        yield
    finally:  # the database gives it back by itself when this process dies
        rows.one(key[0].format("pg_advisory_unlock"), key[1])


def _looked(company_id: UUID, nights: int, progress: Progress) -> tuple[Told, list[Fault]]:
    with tenant.company(company_id):
        began = store.begin(company_id, clock.now())
        before = store.open_faults(company_id)
    told, found = Told(), list[Fault]()
    found += _streams(company_id, told, progress)
    found += _entries(company_id, told, progress)
    files = dict.fromkeys([f.subject for f in before if f.part == "file"] + checking.due(company_id, nights))
    found += _files(company_id, list(files), told, progress)
    told.faults = len(found)
    with tenant.company(company_id):
        now = clock.now()
        looked_at = {"chain", "row", "log", *(f"file {sha256}" for sha256 in files)}
        store.write(company_id, found, looked_at, now)
        store.close(company_id, began, told, now)
        broken = {fault.part for fault in store.open_faults(company_id)}
    for part in sorted(broken):
        _ring(company_id, part)
    return told, found


def _ring(company_id: UUID, part: str) -> None:
    """One alarm a part, however much of it does not hold (S27). A row that lies may let work go on that must
    not: that one also calls those who lead the work."""
    if part == "row":
        ring(company_id, "row_differs", part, also=LEADERS)
    else:
        ring(company_id, "evidence_broken", part)


def _streams(company_id: UUID, told: Told, progress: Progress) -> Iterator[Fault]:
    with tenant.company(company_id):
        streams = evidence.streams(company_id)
    for done, (kind, stream_id) in enumerate(streams, 1):
        with tenant.company(company_id):
            yield from _stream(company_id, kind, stream_id, told)
        progress("chain", done, len(streams))
    with tenant.company(company_id):
        lost = comparing.without_events(company_id)
    yield from (Fault("row", f"{kind}/{row_id}", "invented") for kind, row_id in lost)


def _stream(company_id: UUID, kind: str, stream_id: UUID, told: Told) -> Iterator[Fault]:
    subject = f"{kind}/{stream_id}"
    told.streams += 1
    proved = evidence.verify_stream(company_id, kind, stream_id)  # holds the stream until the block ends
    if isinstance(proved, evidence.Broken):
        yield Fault("chain", subject, f"{proved.why} {proved.seq}")
        return
    told.events += proved.count
    try:
        differs = proved.count and comparing.differs(company_id, kind, stream_id)
    except (KeyError, ValueError, TypeError, AttributeError):
        _log.exception("%s cannot be folded", subject)
        yield Fault("row", subject, "unreadable")
        return
    if differs:
        yield Fault("row", subject, "differs")


def _entries(company_id: UUID, told: Told, progress: Progress) -> Iterator[Fault]:
    audited = Audited()
    try:
        found = audit(
            company_id,
            log_key(company_id).public,
            audited,
            lambda done: progress("log", done, audited.size),
        )
        yield from (Fault("log", fault.where, fault.why) for fault in found)
    except (LogBrokenError, BadSettingError):
        _log.exception("the log of company %s cannot be audited", company_id)
        yield Fault("log", "last signed", "unreadable")
    told.entries = audited.size


def _files(company_id: UUID, hashes: list[str], told: Told, progress: Progress) -> Iterator[Fault]:
    for sha256, why in checking.check(company_id, hashes, lambda done: progress("file", done, len(hashes))):
        told.files += 1
        if why is not None:
            yield Fault("file", sha256, why)
