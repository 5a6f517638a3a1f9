"""Sends what was ordered: from the table of orders, after its transaction, again and again until the device
has it or the order is void. Of a worker that dies in between another sends it; its id makes it one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.instruments.topics import slug
from davy_core.instants import iso

__all__ = ["Letter", "claim"]

_AGAIN = timedelta(seconds=2)
"""So long a device may take to say that it has an order, before it is told again."""
_CLAIM = """
UPDATE actuation_order o SET tries = o.tries + 1, sent_at = coalesce(o.sent_at, %(now)s),
  next_try_at = %(again)s
FROM (
  SELECT w.id FROM actuation_order w
  WHERE w.company_id = %(company)s AND w.waits AND w.next_try_at <= %(now)s AND w.until_at >= %(now)s
  ORDER BY w.requested_at, w.id LIMIT 200 FOR UPDATE SKIP LOCKED) ready,
  instruments_instrument i
  JOIN instruments_gateway g ON g.company_id = i.company_id AND g.id = i.gateway_id AND g.retired_at IS NULL
WHERE o.company_id = %(company)s AND o.id = ready.id
  AND i.company_id = o.company_id AND i.id = o.instrument_id AND i.retired_at IS NULL
RETURNING o.id, o.effect, o.requested_at, o.until_at, i.serial, g.key
"""


@dataclass(frozen=True)
class Letter:
    """One order as it goes over the wire."""

    subject: str
    body: bytes


def claim() -> list[Letter]:
    """What is to be sent now. Each is told again later unless its device has it by then, so that nothing is
    lost between here and the broker. Opens its own tenant blocks."""
    now, found = clock.now(), []
    for company_id, code in Company.objects.order_by("id").values_list("id", "code"):
        with tenant.company(company_id):
            asked = {"company": company_id, "now": now, "again": now + _AGAIN}
            ready = rows.many(_CLAIM, asked)
        wire = slug(code, company_id)
        for row in sorted(ready, key=lambda r: (r["requested_at"], r["id"])):
            told = {
                "id": row["id"],
                "effect": row["effect"],
                "at": iso(row["requested_at"]),
                "until": iso(row["until_at"]),
            }
            subject = f"davy.down.{wire}.{row['key']}.{row['serial']}.order"
            found.append(Letter(subject, json.dumps(told).encode()))
    return found
