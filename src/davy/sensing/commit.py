"""One batch of one partition into the database: one transaction a company, and only then it counts as
taken."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import DataError, IntegrityError, OperationalError

from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.door.execute import LOCK_TIMEOUT, busy
from davy.instruments.topics import slug
from davy.readings import store
from davy.sensing import after
from davy.sensing.lease import Lease, advance, hold
from davy.sensing.messages import Instrument, Message, Taker

__all__ = ["BusyError", "Stored", "commit"]

_GATEWAYS = """
SELECT g.key, g.id, g.adapter, s.id AS site_id, s.code AS site FROM instruments_gateway g
JOIN sites_site s ON s.company_id = g.company_id AND s.id = g.site_id
WHERE g.company_id = %s AND g.retired_at IS NULL
"""
_INSTRUMENTS = """
SELECT i.serial, i.id, i.kind, i.gateway_id, i.retired_at IS NOT NULL AS retired, b.id AS binding
FROM instruments_instrument i
LEFT JOIN instruments_binding b
  ON b.company_id = i.company_id AND b.instrument_id = i.id AND b.until_at IS NULL
WHERE i.company_id = %s AND i.serial = ANY(%s::text[])
"""
_log = logging.getLogger(__name__)
_companies: dict[str, tuple[UUID, float]] = {}
_REMEMBERED = 60.0  # seconds


class BusyError(RuntimeError):
    """Somebody else held a lock for too long: nothing of the company's batch was written, try again."""


class UnwritableError(RuntimeError):
    """The database does not take something that one of these messages told."""


@dataclass(frozen=True)
class Stored:
    """What is in the database now for one gateway: by serial number the boot, how far, and what is
    missing."""

    wire: str
    gateway: str
    upto: Mapping[str, Mapping[str, Any]]


def commit(lease: Lease, batch: Sequence[Message], behind: int) -> list[Stored]:
    """Write the batch. Raises LeaseLostError, BusyError; what was written of earlier companies is not written
    again, for their checkpoints tell."""
    told: list[Stored] = []
    by_company: dict[str, list[Message]] = {}
    for message in batch:
        by_company.setdefault(message.company or "", []).append(message)
    for name, messages in by_company.items():
        company = _company(name)
        if company is not None:
            told += _parted(lease, company, name, messages)
    advance(lease, batch[-1].seq, behind)
    return told


def _parted(lease: Lease, company: UUID, name: str, messages: Sequence[Message]) -> list[Stored]:
    """Write these messages; where the database does not take them, by halves, down to the one at which that
    lies. It is set aside: of nobody else is the reading held up by it."""
    try:
        return _commit(lease, company, name, messages)
    except UnwritableError as why:
        if len(messages) == 1:
            _log.exception("message %d of partition %d cannot be written", messages[0].seq, lease.partition)
            return _commit(lease, company, name, messages, unwritable=str(why))
    half = len(messages) // 2
    first = _parted(lease, company, name, messages[:half])
    return [*first, *_parted(lease, company, name, messages[half:])]


def _commit(
    lease: Lease, company: UUID, name: str, messages: Sequence[Message], *, unwritable: str | None = None
) -> list[Stored]:
    try:
        with tenant.company(company, patience=LOCK_TIMEOUT):
            hold(lease)
            done = store.checkpoint(company, lease.partition)
            fresh = [m for m in messages if m.seq > done]
            if not fresh:
                return []
            taker = _taker(lease, company, name, fresh)
            for message in fresh:
                if unwritable is None:
                    taker.take(message)
                else:
                    taker.leave(message, unwritable)
            _written(company, taker)
            after.follow(company, taker)
            store.move_checkpoint(company, lease.partition, fresh[-1].seq, lease.epoch)
    except OperationalError as error:
        if busy(error):
            raise BusyError(str(company)) from error
        raise
    return _told(taker)


def _written(company: UUID, taker: Taker) -> None:
    """Write what was taken, and make the days for it."""
    try:
        store.make_days(store.day_of(r.taken_at) for r in taker.rows)
        store.keep(company, taker.rows, taker.known)
        store.set_aside(company, taker.aside)
    except (DataError, IntegrityError, UnicodeError) as why:
        raise UnwritableError(str(why)[:200]) from why


def _taker(lease: Lease, company: UUID, name: str, messages: Sequence[Message]) -> Taker:
    serials = list({m.subject.rsplit(".", 1)[-1] for m in messages})
    gateways = {
        r["key"]: (r["id"], slug(r["site"], r["site_id"]), r["adapter"])
        for r in rows.many(_GATEWAYS, (company,))
    }
    instruments = {
        r["serial"]: Instrument(r["id"], r["kind"], r["gateway_id"], r["binding"], r["retired"])
        for r in rows.many(_INSTRUMENTS, (company, serials))
    }
    known = store.known_of(company, [i.id for i in instruments.values()])
    return Taker(company, name, lease.partition, gateways, instruments, known)


def _told(taker: Taker) -> list[Stored]:
    keys = {found[0]: key for key, found in taker.gateways.items()}
    upto: dict[str, dict[str, Mapping[str, Any]]] = {}
    for serial, instrument in taker.instruments.items():
        known = taker.known.get(instrument.id)
        if known is None or instrument.gateway is None or not known.order.boots:
            continue
        boot = known.order.boots[0]
        told: dict[str, Any] = {"seq": boot.seq, "missing": [list(gap) for gap in boot.gaps]}
        told |= {} if boot.name.startswith("~") else {"boot": boot.name}
        upto.setdefault(keys.get(instrument.gateway, ""), {})[serial] = told
    return [Stored(taker.wire, key, found) for key, found in upto.items() if key]


def _company(name: str) -> UUID | None:
    """The company of this name in topics; looked up once a minute."""
    now = time.monotonic()
    found = _companies.get(name)
    if found is None or now - found[1] > _REMEMBERED:
        every = Company.objects.values_list("id", "code")
        _companies.update({slug(code, company_id): (company_id, now) for company_id, code in every})
        found = _companies.get(name)
    return found[0] if found else None
