"""Writes emergencies: the row as the events fold it, in the transaction of the events."""

from __future__ import annotations

import json

from davy.db import rows
from davy.door.streams import Saving
from davy_core.emergencies.state import Emergency
from davy_core.permits.kept import kept

__all__ = ["save"]

_SAVE = """
INSERT INTO emergency_emergency (company_id, id, version, number, state, site_id, area_id, opened_at,
  ended_at, told, doc)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[], %s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, state = excluded.state,
  ended_at = excluded.ended_at, told = excluded.told, doc = excluded.doc
"""


def save(saving: Saving) -> None:
    """Write the emergency after these events."""
    found: Emergency = saving.after
    rows.run(
        _SAVE,
        (
            saving.envelope.company,
            found.id,
            saving.version,
            found.number,
            found.state,
            found.site,
            found.area,
            found.opened.at,
            found.ended.at if found.ended else None,
            list(found.told),
            json.dumps(kept(found)),
        ),
    )
