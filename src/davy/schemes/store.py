"""Writes schemes: rows as the events fold them, in the transaction of the events."""

from __future__ import annotations

import json
from typing import Any

from davy.attachments import store as attachments
from davy.db import rows
from davy.door.streams import Saving
from davy_core.permits.kept import kept
from davy_core.schemes.state import Scheme

__all__ = ["save"]

_COLUMNS = (
    "version", "number", "type", "level", "state", "site_id", "area_id", "point_id", "author_id", "standing",
    "lasts_to", "annotations_open", "changed_at", "doc",
)  # fmt: skip
_INSERT = (
    f"INSERT INTO schemes_scheme (company_id, id, title, {', '.join(_COLUMNS)})"  # noqa: S608 - constants
    f" VALUES (%s, %s, %s, {', '.join(['%s'] * len(_COLUMNS))})"
)
_UPDATE = (
    f"UPDATE schemes_scheme SET {', '.join(f'{c} = %s' for c in _COLUMNS)}"  # noqa: S608 - constants
    " WHERE company_id = %s AND id = %s"
)


def save(saving: Saving) -> None:
    """Write the scheme after these events, and hold its pictures."""
    envelope, scheme = saving.envelope, saving.after
    key = (envelope.company, envelope.stream_id)
    values = _values(scheme, saving)
    if saving.before is None:
        title = next(e.private["title"] for e in saving.events if "title" in e.private)
        rows.run(_INSERT, (*key, title, *values))
    else:
        rows.run(_UPDATE, (*values, *key))
    shown: list[str] = []
    for event in saving.events:
        shown += event.data.get("attachments", [])  # type: ignore[arg-type]
    if shown:
        attachments.refer(envelope.company, shown, stream_kind="scheme", stream_id=envelope.stream_id)


def _values(scheme: Scheme, saving: Saving) -> tuple[Any, ...]:
    standing = scheme.standing()
    return (
        saving.version,
        scheme.number,
        scheme.type,
        scheme.level,
        scheme.state,
        scheme.place.site,
        scheme.place.area,
        scheme.place.point,
        scheme.author,
        standing.n if standing else None,
        standing.lasts_to if standing else None,
        len(scheme.open_annotations()),
        saving.now,
        json.dumps(kept(scheme)),
    )
