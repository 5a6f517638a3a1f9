"""One look through all evidence of a company: every chain and its row, the signed log, a share of the files.

Each stream is read in a transaction of its own, held against writers for no longer than it takes: work goes
on meanwhile. What does not hold is written down and told; nothing is ever put right by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.db import connection

from davy import clock
from davy.attachments import checking
from davy.attachments.files import StoreAwayError
from davy.db import rows, tenant
from davy.evidence import queries as evidence
from davy.evidence.log.audit import Audited, audit
from davy.evidence.log.keys import log_key
from davy.evidence.log.last import LogBrokenError
from davy.settings.env import BadSettingError
from davy.watch.night import comparing, readings, store
from davy.watch.night.store import Fault
from davy.watch.night.told import Progress, Told
from davy.watch.ring import ring

__all__ = ["BusyError", "look"]

LEADERS = ("shift_leader", "safety_dept")
UNREADABLE, WHOLE = "unreadable", "whole"
"""The fault and subject of a part that could not be looked through to its end."""
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
    found += _part(company_id, "row", _streams(company_id, told, progress), {"chain", "row"})
    found += _part(company_id, "log", _entries(company_id, told, progress), {"log"})
    again = [fault.subject for fault in before if fault.part == "file"]
    try:
        share = checking.due(company_id, nights)
    except Exception:  # noqa: BLE001 - what was in doubt is read all the same
        _cannot("files", company_id)
        share = []
        found += _part(company_id, "file", iter([Fault("file", WHOLE, UNREADABLE)]), set())
    files = list(dict.fromkeys(again + share))
    looked_at = {f"file {sha256}" for sha256 in files}
    found += _part(company_id, "file", _files(company_id, files, told, progress), looked_at)
    again = [fault.subject for fault in before if fault.part == "reading"]
    sealed = set[str]()
    found += _part(company_id, "reading", _readings(company_id, again, sealed), sealed)
    told.faults = len(found)
    with tenant.company(company_id):
        store.close(company_id, began, told, clock.now())
        broken = {fault.part for fault in store.open_faults(company_id)}
    for part in sorted(broken):
        try:
            _ring(company_id, part)
        except Exception:  # noqa: BLE001 - the other parts ring; this one stands open and rings tomorrow
            _cannot(f"alarm of {part}", company_id)
    return told, found


def _part(company_id: UUID, part: str, faults: Iterator[Fault], looked_at: set[str]) -> list[Fault]:
    """What a part came to, written down before the next begins. Where it ends in an error, what it found
    until then stays found, and what was open stays open: not all of it was looked at."""
    found = list[Fault]()
    try:
        found.extend(faults)
    except Exception:  # noqa: BLE001 - one bad row must not hide what is wrong elsewhere
        _cannot(part, company_id)
        found.append(Fault(part, WHOLE, UNREADABLE))
        looked_at = set()
    with tenant.company(company_id):
        store.write(company_id, found, looked_at, clock.now())
    return found


def _cannot(what: str, company_id: UUID) -> None:
    """Log the error at hand. Raises it again when the database is gone: that is nobody's forgery."""
    if not connection.is_usable():
        raise  # noqa: PLE0704 - called where an error is handled
    _log.exception("%s of company %s cannot be looked through", what, company_id)


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
        fault = _stream(company_id, kind, stream_id, told)
        if fault is not None:
            yield fault
        progress("chain", done, len(streams))
    with tenant.company(company_id):
        lost = comparing.without_events(company_id)
    yield from (Fault("row", f"{kind}/{row_id}", "invented") for kind, row_id in lost)


def _stream(company_id: UUID, kind: str, stream_id: UUID, told: Told) -> Fault | None:
    """What does not hold of one stream. Whatever error it ends in is one fault of this stream, outside of
    the block that the error may have spoilt."""
    subject, part = f"{kind}/{stream_id}", "chain"
    told.streams += 1
    try:
        with tenant.company(company_id):
            proved = evidence.verify_stream(company_id, kind, stream_id)  # holds it until the block ends
            if isinstance(proved, evidence.Broken):
                return Fault("chain", subject, f"{proved.why} {proved.seq}")
            part = "row"
            differs = proved.count and comparing.differs(company_id, kind, stream_id)
    except Exception:  # noqa: BLE001 - a row may hold anything that somebody put there
        _cannot(subject, company_id)
        return Fault(part, subject, UNREADABLE)
    told.events += proved.count
    return Fault("row", subject, "differs") if differs else None


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
        yield Fault("log", "last signed", UNREADABLE)
    finally:
        told.entries = audited.size


def _files(company_id: UUID, hashes: list[str], told: Told, progress: Progress) -> Iterator[Fault]:
    for done, sha256 in enumerate(hashes, 1):
        try:
            for _, why in checking.check(company_id, [sha256]):
                told.files += 1
                if why is not None:
                    yield Fault("file", sha256, why)
        except StoreAwayError:  # no file can be read tonight: one fault, and what was in doubt stays so
            raise
        except Exception:  # noqa: BLE001 - the other files are read
            _cannot(f"file {sha256}", company_id)
            yield Fault("file", sha256, UNREADABLE)
        progress("file", done, len(hashes))


def _readings(company_id: UUID, again: list[str], looked_at: set[str]) -> Iterator[Fault]:
    for subject, fault in readings.faults(company_id, clock.now(), again):
        looked_at.add(f"reading {subject}")
        if fault is not None:
            yield fault
