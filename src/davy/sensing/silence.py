"""The passing of time over the instruments of a partition: what lasted counts, and what is silent is told."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.db import OperationalError

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.door.execute import LOCK_TIMEOUT, busy
from davy.instruments.topics import Wire, partition_of, slug
from davy.sensing.judging import look, lose
from davy.sensing.kept import due
from davy.sensing.lease import Lease, LeaseLostError, hold
from davy.sensing.watched import served

__all__ = ["OWN_SILENCE", "look_at", "unwatched"]

_log = logging.getLogger(__name__)

OWN_SILENCE = timedelta(seconds=30)
"""How long what we ourselves do not read counts as read late; then it is unknown (S18)."""

_BOUND = """
SELECT i.id, i.serial, g.key, s.id AS site_id, s.code AS site FROM instruments_binding b
JOIN instruments_instrument i
  ON i.company_id = b.company_id AND i.id = b.instrument_id AND i.retired_at IS NULL
JOIN instruments_gateway g ON g.company_id = i.company_id AND g.id = i.gateway_id
JOIN sites_site s ON s.company_id = g.company_id AND s.id = g.site_id
WHERE b.company_id = %s AND b.until_at IS NULL
"""
# Bound, and never heard: silent from its binding on.
_NEVER = """
AND NOT EXISTS (SELECT 1 FROM sensing_watched w WHERE w.company_id = i.company_id AND w.instrument_id = i.id)
"""


def look_at(leases: Sequence[Lease]) -> None:
    """Look at every instrument of these partitions that is due; to be called when all that was there to be
    read of them is written. A partition that is not ours any more is left alone, what somebody holds locked
    is looked at the next time."""
    held = {lease.partition: lease for lease in leases}
    for company_id, code in Company.objects.order_by("id").values_list("id", "code"):
        _company(held, company_id, slug(code, company_id), clock.now())


def _company(held: Mapping[int, Lease], company_id: UUID, wire: str, now: datetime) -> None:
    with tenant.company(company_id):
        wanted = due(company_id, list(held), now) + _unheard(company_id, wire)
    # One transaction each: of two that wait for the same permit, one must not undo the other.
    for instrument, partition in wanted:
        if partition in held:
            _one(held[partition], company_id, instrument)


def _one(lease: Lease, company_id: UUID, instrument: UUID) -> None:
    """A fault of one instrument keeps nobody from looking at the others."""
    try:
        with tenant.company(company_id, patience=LOCK_TIMEOUT):
            hold(lease)
            look(company_id, lease.partition, instrument)
    except LeaseLostError:
        return
    except OperationalError as error:
        if not busy(error):
            raise
        _log.info("instrument %s is looked at again in a moment", instrument)
    except Exception:  # noqa: BLE001 - see above
        _log.exception("instrument %s cannot be looked at", instrument)


def unwatched(now: datetime) -> int:
    """Tell the permits of instruments that no worker reads, however that came; how many instruments serve
    one. To be called by another process than those that read. Opens its own tenant blocks."""
    seen = rows.one("SELECT max(seen_at) AS at FROM sensing_worker WHERE fault IS NULL", ())
    if seen is not None and seen["at"] is not None and seen["at"] > now - OWN_SILENCE:
        return 0
    found = 0
    for company_id, code in Company.objects.order_by("id").values_list("id", "code"):
        with tenant.company(company_id):
            bound = dict(_placed(company_id, slug(code, company_id), _BOUND))
            relied = [one for one in served(company_id, bound).values() if one.relying]
        for one in relied:
            with tenant.company(company_id):
                lose(company_id, bound[one.id], one)
        found += len(relied)
    return found


def _unheard(company_id: UUID, wire: str) -> list[tuple[UUID, int]]:
    return _placed(company_id, wire, f"{_BOUND} {_NEVER}")


def _placed(company_id: UUID, wire: str, asked: str) -> list[tuple[UUID, int]]:
    found = []
    for row in rows.many(asked, (company_id,)):
        at = Wire(wire, slug(row["site"], row["site_id"]), row["key"])
        found.append((row["id"], partition_of(at, row["serial"])))
    return found
