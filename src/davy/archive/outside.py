"""What outsiders vouched for, as a bundle shows it: older checkpoints that were stamped or witnessed, with
the proof that the bundle's checkpoint grew out of them."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from davy.db import rows, tenant
from davy.evidence.log import cosigned, stamps, store
from davy_core.evidence.tiles import Reader, node_of
from davy_core.evidence.tree import consistency_proof

__all__ = ["vouched"]

_LAST = """
SELECT coalesce(max(index) + 1, 0) AS size FROM evidence_log_entry
WHERE company_id = %s AND index < %s AND stream_id = ANY(%s::uuid[])
"""


def vouched(
    company_id: UUID, streams: Sequence[tuple[str, UUID]], size: int, read: Reader
) -> dict[str, bytes]:
    """The files under ``log/outside/<size>/`` that belong to a checkpoint of `size` with these streams: of
    the earliest stamp, and of the earliest witnesses, that cover all their entries; or of the newest."""
    found: dict[str, bytes] = {}
    with tenant.company(company_id):
        last = rows.one(_LAST, [company_id, size, [one for _, one in streams]])
        covered = last["size"] if last else 0
        stamp = stamps.covering(company_id, covered, size)
        witnessed = cosigned.covering(company_id, covered, size)
        for then in sorted({one for one in (stamp.size if stamp else None, witnessed) if one is not None}):
            signed = store.checkpoint_of(company_id, then)
            if signed is None:
                continue
            proof = consistency_proof(then, size, node_of(size, read))
            folder = f"log/outside/{then}"
            found[f"{folder}/note"] = cosigned.whole(company_id, signed).encode()
            found[f"{folder}/proof"] = "".join(f"{step.hex()}\n" for step in proof).encode()
            if stamp and then == stamp.size:
                found[f"{folder}/stamp.tsr"] = stamp.answer
    return found
