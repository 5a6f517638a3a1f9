"""Rows of imports and where their files lie until they are entered. Inside a tenant block unless it says
otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings

from davy import clock
from davy.db import rows
from davy.people import vault
from davy.people.importing.columns import heading
from davy.people.importing.judging import Part
from davy.people.models import Import, ImportColumn, ImportRow

__all__ = [
    "PHASES", "batches", "discard", "locked", "opened", "part_of", "remember", "remembered", "row_of",
    "sealed", "tell", "unfinished", "where",
]  # fmt: skip

PHASES = {"person": 0, "certificate": 1, "checkup": 1, "training": 1}
_DOUBLE = 2
_PATIENCE = timedelta(seconds=20)
"""How long nobody got on with an import that is in work before another worker takes it up."""
_UNFINISHED = """
SELECT id FROM people_import WHERE company_id = %s AND state IN ('checking', 'applying', 'undoing') AND
  moved_at < %s
"""


def where(company_id: UUID, import_id: UUID, what: str) -> Path:
    """Where its sheet or its ZIP of scans lies; the folder is there."""
    folder = Path(settings.DATA) / "imports" / str(company_id)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder / f"{import_id}.{what}"


def discard(company_id: UUID, import_id: UUID) -> None:
    """Take its files away. What is gone already is no error."""
    for what in ("sheet", "scans"):
        where(company_id, import_id, what).unlink(missing_ok=True)


def locked(company_id: UUID, import_id: UUID, *states: str) -> Import | None:
    """The import, and nobody else gets on with it until the transaction ends; None in another state."""
    found = Import.objects.select_for_update().filter(company_id=company_id, id=import_id, state__in=states)
    return found.first()


def unfinished(company_id: UUID) -> list[UUID]:
    """Imports in work that nobody gets on with: whoever did was killed."""
    return [row["id"] for row in rows.many(_UNFINISHED, (company_id, clock.now() - _PATIENCE))]


def tell(one: Import) -> None:
    """Let open screens know how far it is, once the transaction is committed."""
    message = {
        "company": str(one.company_id),
        "kind": "people_import",
        "id": str(one.id),
        "version": one.done,
    }
    rows.run("SELECT pg_notify('davy', %s)", (json.dumps(message),))


def sealed(company_id: UUID, import_id: UUID, part: Part, wrote: dict[str, Any] | None = None) -> bytes:
    """What of a row names a person."""
    content = {
        "values": part.values,
        "was": part.was,
        "owner": part.owner,
        "scans": part.scans,
        "wrote": wrote,
    }
    return vault.seal(content, company_id, f"import/{import_id}/{part.n}")


def opened(row: ImportRow) -> dict[str, Any]:
    """The same, opened. Raises vault.LostKeyError."""
    return vault.unseal(bytes(row.sealed), row.company_id, f"import/{row.import_id}/{row.n}")


def row_of(company_id: UUID, import_id: UUID, part: Part) -> ImportRow:
    """A checked row as it is kept."""
    return ImportRow(
        company_id=company_id,
        import_id=import_id,
        n=part.n,
        sheet=part.sheet[:64],
        row=part.row,
        kind=part.kind,
        phase=_DOUBLE if part.verdict == "double" else PHASES[part.kind],
        sealed=sealed(company_id, import_id, part),
        verdict=part.verdict,
        findings=part.findings,
        choice="take" if part.verdict == "new" else "",
    )


def part_of(row: ImportRow) -> Part:
    """The row as it was read, to be judged anew."""
    told = opened(row)
    return Part(row.n, row.sheet, row.row, row.kind, told["values"], scans=told["scans"])


def remembered(company_id: UUID) -> dict[str, str]:
    """What headings mean for this company, as somebody said before."""
    return dict(ImportColumn.objects.filter(company_id=company_id).values_list("heading", "meaning"))


def remember(company_id: UUID, said: Iterable[tuple[str, str]]) -> None:
    """Keep what headings mean; an empty meaning leaves the column out."""
    for text, meaning in said:
        if heading(text):
            ImportColumn.objects.update_or_create(
                company_id=company_id, heading=heading(text)[:128], defaults={"meaning": meaning}
            )


def batches(found: list[Any], size: int) -> Iterator[list[Any]]:
    """The list in pieces."""
    for at in range(0, len(found), size):
        yield found[at : at + size]
