"""Opens the emergency that an alarm asks for, at the place that the alarm is about.

It runs in a job of its own that is deferred with the alarm: a call for help waits for no list of people, and
what fails here is tried again.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.alarms import queries as alarms
from davy.alarms.contract import book as alarm_book
from davy.db import rows, tenant
from davy.door.envelope import compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.emergency import queries
from davy.emergency.contract import book
from davy_core.emergencies import unconfirmed

__all__ = ["open_for", "sweep"]

_log = logging.getLogger(__name__)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# The permit, or what the alarm is about: an area, an instrument and what it is bound to, a person at work.
_PLACE = """
WITH bound AS (
  SELECT b.permit_id, b.person_id FROM instruments_binding b
  WHERE b.company_id = %(company)s AND b.instrument_id::text = ANY(%(named)s) AND b.until_at IS NULL),
person AS (SELECT unnest(%(named)s::text[]) AS id UNION ALL SELECT person_id::text FROM bound)
SELECT p.site_id::text AS site, p.area_id::text AS area, p.point_id::text AS point, p.id::text AS permit,
  1 AS nearness
FROM permits_permit p WHERE p.company_id = %(company)s
  AND (p.id = %(permit)s::uuid OR p.id IN (SELECT permit_id FROM bound))
UNION ALL
SELECT a.site_id::text, a.id::text, NULL, NULL, 2 FROM sites_area a
WHERE a.company_id = %(company)s AND a.id::text = ANY(%(named)s)
UNION ALL
SELECT p.site_id::text, p.area_id::text, p.point_id::text, p.id::text, 3 FROM permits_permit p
WHERE p.company_id = %(company)s AND p.state IN ('active', 'paused')
  AND p.doc->'check_ins' ?| ARRAY(SELECT id FROM person WHERE id IS NOT NULL)
UNION ALL
SELECT i.site_id::text, NULL, NULL, NULL, 4 FROM instruments_instrument i
WHERE i.company_id = %(company)s AND i.id::text = ANY(%(named)s)
ORDER BY nearness LIMIT 1
"""
_UNANSWERED = """
SELECT id, kind, coalesce(called_at, raised_at) AS called_at FROM alarms_alarm
WHERE company_id = %(c)s AND state = 'raised' AND kind = ANY(%(kinds)s) AND shelved_until IS NULL
  AND coalesce(called_at, raised_at) > %(now)s::timestamptz - interval '1 day'
"""


def open_for(company_id: UUID, alarm_id: UUID, told_at: datetime) -> str | None:
    """Open the emergency of the alarm, or join the one that is open there; the emergency's id. None when it
    is over already, is none (a stop that was confirmed meanwhile, or is the crew's own), or there is no such
    alarm. Raises DoorBusyError; twice is once."""
    with tenant.company(company_id):
        alarm = alarms.row_of(company_id, alarm_id)
        if alarm is None:
            return None
        place = _reached(company_id, alarm, told_at)
        stream = queries.place_of(company_id, place, told_at) if place is not None else None
    if place is None or stream is None:
        return None
    body = {"alarm": str(alarm_id), "kind": alarm["kind"], **{k: v for k, v in place.items() if v}}
    made = compose(company_id, f"emergency/{stream}", "open_emergency", body, at=clock.now(), app="davy")
    execute(made, Sender("driver"))
    return str(stream)


def sweep(company_id: UUID) -> int:
    """Open what is due and was not: a job may be lost. To how many alarms."""
    now, kinds = clock.now(), alarm_book().kinds
    asked = [kind for kind, row in kinds.items() if row.emergency is not None]
    with tenant.company(company_id):
        found = rows.many(_UNANSWERED, {"c": company_id, "kinds": asked, "now": now})
    done = 0
    for row in found:
        after = kinds[row["kind"]].emergency
        if after is None or now - row["called_at"] < after:
            continue
        try:
            done += open_for(company_id, row["id"], row["called_at"]) is not None
        except DoorBusyError:
            _log.info("the emergency of alarm %s is busy; looked at again in a minute", row["id"])
    return done


def _reached(company_id: UUID, alarm: Mapping[str, Any], told_at: datetime) -> dict[str, str | None] | None:
    """The place of its emergency. What stops the whole plant asks for one of the site, unless one is open
    where the work is; who ended that of either place since has seen to it."""
    place = _place(company_id, alarm)
    if alarm["kind"] != unconfirmed.KIND:
        return place
    stop = queries.stop_of(company_id, UUID(alarm["permit"])) if alarm["permit"] else None
    wide, site = unconfirmed.reach(stop, book()), {**place, "area": None, "point": None}
    if wide is None or any(queries.place_of(company_id, one, told_at) is None for one in (place, site)):
        return None
    return site if wide == "site" and not queries.is_open(company_id, place) else place


def _place(company_id: UUID, alarm: Mapping[str, Any]) -> dict[str, str | None]:
    asked = {"company": company_id, "permit": alarm["permit"], "named": _ID.findall(alarm["subject"])}
    found = rows.one(_PLACE, asked)
    if found is None:
        return dict(queries.ANYWHERE)
    return {name: value for name, value in found.items() if name != "nearness"}
