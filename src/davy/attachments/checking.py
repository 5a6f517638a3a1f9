"""Holds the bytes of attachments against their names, the longest unchecked first: a share a night. One
that a clock in the future checked counts as never checked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from davy import clock
from davy.attachments import files
from davy.db import rows, tenant

__all__ = ["CHANGED", "MISSING", "NIGHTS", "check", "due"]

NIGHTS = 30
"""Within so many nights every attachment is read once (j)."""

MISSING = "missing"
CHANGED = "changed"
_PART = 1 << 20
_DUE = """
SELECT sha256 FROM attachments_attachment WHERE company_id = %(company)s
ORDER BY CASE WHEN checked_at <= %(now)s THEN checked_at END NULLS FIRST, sha256
LIMIT (SELECT (count(*) + %(nights)s - 1) / %(nights)s FROM attachments_attachment
       WHERE company_id = %(company)s)
"""


def due(company_id: UUID, nights: int = NIGHTS) -> list[str]:
    """Tonight's share: with one share a night everything is read within this many nights. Opens its own
    tenant block."""
    asked = {"company": company_id, "nights": nights, "now": clock.now()}
    with tenant.company(company_id):
        return [row["sha256"] for row in rows.many(_DUE, asked)]


def check(
    company_id: UUID, hashes: Iterable[str], progress: Callable[[int], None] = lambda _: None
) -> Iterator[tuple[str, str | None]]:
    """Each hash with what is wrong with its file: MISSING, CHANGED or None. Notes that it was read. One that
    was taken away by its rules meanwhile is nobody's loss and is passed over. Raises StoreAwayError when the
    store cannot be asked."""
    for done, sha256 in enumerate(hashes, 1):
        why = _fault(company_id, sha256)
        with tenant.company(company_id):
            known = rows.run(
                "UPDATE attachments_attachment SET checked_at = %s WHERE company_id = %s AND sha256 = %s",
                (clock.now(), company_id, sha256),
            )
        if known:
            yield sha256, why
        progress(done)


def _fault(company_id: UUID, sha256: str) -> str | None:
    digest = hashlib.sha256()
    try:
        with files.opened(company_id, sha256) as file:
            while part := file.read(_PART):
                digest.update(part)
    except files.StoreAwayError:  # nothing is known of any: nobody may call that missing
        raise
    except OSError:  # gone, or on a disk that does not give it back: nobody can show it
        return MISSING
    return None if digest.hexdigest() == sha256 else CHANGED
