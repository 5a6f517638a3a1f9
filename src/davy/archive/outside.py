"""What outsiders vouched for, as a bundle shows it: an older checkpoint that was stamped, with the proof that
the bundle's checkpoint grew out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from davy.db import rows, tenant
from davy.evidence.log import stamps, store
from davy_core.evidence.tiles import Reader, node_of
from davy_core.evidence.tree import consistency_proof

__all__ = ["vouched"]

_LAST = """
SELECT coalesce(max(index) + 1, 0) AS size FROM evidence_log_entry
WHERE company_id = %s AND index < %s AND stream_id = ANY(%s::uuid[])
"""


def vouched(
    company_id: UUID, streams: Sequence[tuple[str, UUID]], size: int, read: Reader
) -> Iterator[tuple[str, bytes]]:
    """The files under ``log/outside/<size>/`` that belong to a checkpoint of `size` with these streams: of
    the earliest stamp that covers all their entries, or of the newest one."""
    with tenant.company(company_id):
        last = rows.one(_LAST, [company_id, size, [one for _, one in streams]])
        stamp = stamps.covering(company_id, last["size"] if last else 0, size)
        signed = store.checkpoint_of(company_id, stamp.size) if stamp else None
        if stamp is None or signed is None:
            return
        proof = consistency_proof(stamp.size, size, node_of(size, read))
    folder = f"log/outside/{stamp.size}"
    yield f"{folder}/note", signed.note.encode()
    yield f"{folder}/proof", "".join(f"{step.hex()}\n" for step in proof).encode()
    yield f"{folder}/stamp.tsr", stamp.answer
