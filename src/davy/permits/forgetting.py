"""Takes what was erased or removed out of the rows of permits; in a tenant block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from davy.db import rows
from davy.permits.wording import titles

__all__ = ["ERASED", "forget"]

ERASED = "已删除"
"""What stands where a name or words were."""
_COLUMNS = ("content", "remark", "urgent_reason")


def forget(company_id: UUID, labels: Mapping[UUID, Iterable[str]], person_id: UUID | None) -> None:
    """Blank the columns that repeat erased words, by permit, and work out anew what the archive looks in:
    of those, and of every permit that the person (None: nobody) is on. What folds stays as it is."""
    for permit_id, erased in labels.items():
        for column in sorted(set(erased) & set(_COLUMNS)):
            rows.run(
                f"UPDATE permits_permit SET {column} = %s"  # noqa: S608 - constant
                f" WHERE company_id = %s AND id = %s AND {column} <> ''",
                (ERASED, company_id, permit_id),
            )
    rows.run(
        "SELECT permits_reword(p.company_id, p.id, %s::jsonb) FROM permits_permit p"
        " WHERE p.company_id = %s AND (p.id = ANY(%s) OR %s = ANY(p.people))",
        (titles(), company_id, list(labels), person_id),
    )
