"""Reads the table of commands. Inside the tenant block of the company."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from davy.db import rows

__all__ = ["sent_by_others"]

_OTHERS = """
SELECT DISTINCT stream_id::text AS id FROM door_command
WHERE company_id = %s AND stream_kind = %s AND stream_id = ANY(%s::uuid[]) AND NOT (app = ANY(%s::text[]))
"""


def sent_by_others(
    company_id: UUID, stream_kind: str, stream_ids: Collection[str], apps: Collection[str]
) -> set[str]:
    """Those of the streams to which a program other than `apps` ever sent a command, accepted or not."""
    if not stream_ids:
        return set()
    found = rows.many(_OTHERS, (company_id, stream_kind, sorted(stream_ids), sorted(apps)))
    return {row["id"] for row in found}
