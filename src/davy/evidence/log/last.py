"""What was signed last, kept in a file beside the key: the one thing that the database cannot take back.

Rows may be deleted, and a database may be set back to an older copy. Then the file tells that more was
signed, and nothing is signed over it. The file is written after the transaction that it tells of: a crash
between leaves it one step behind, which the next turn makes good; it is never ahead of what was committed.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from davy.evidence.log.keys import PublicKey, folder, replaced
from davy.evidence.log.succession import mapped, public_keys
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import opened
from davy_core.evidence.tiles import Reader, node_of
from davy_core.evidence.tree import consistency_proof, consistent

__all__ = ["LogBrokenError", "ever", "hold", "keep", "kept"]


class LogBrokenError(RuntimeError):
    """The rows of the log are not what was signed. Nothing more is signed until somebody has looked."""


def kept(company_id: UUID, key: PublicKey) -> Checkpoint | None:
    """What was signed last, as the log in force stands to it; None when nobody kept it. Raises LogBrokenError
    for a file that is not ours."""
    return mapped(company_id, ever(company_id, key))


def ever(company_id: UUID, key: PublicKey) -> Checkpoint | None:
    """What was signed last, whether its history was ended or not. Raises LogBrokenError like `kept`."""
    path = _path(company_id)
    try:
        return Checkpoint.of(opened(path.read_text(encoding="utf-8"), public_keys(company_id, key))[0])
    except FileNotFoundError:
        return None
    except ValueError as error:  # a bad note and bad text are of it
        raise LogBrokenError(f"{path} is not what was kept there: {error}") from error


def hold(last: Checkpoint, signed: Checkpoint | None, read: Reader) -> None:
    """Raises LogBrokenError unless the database's newest state is what was signed last, or grew out of it."""
    if signed is None or (signed.size, signed.root) == (last.size, last.root):
        return
    if signed.size > last.size:
        raise LogBrokenError(
            f"{signed.size} entries were signed before and the database tells of {last.size}:"
            " rows were deleted, or the database was set back to an older copy"
        )
    if signed.size == last.size:
        raise LogBrokenError(f"another log of {last.size} entries was signed before")
    proof = consistency_proof(signed.size, last.size, node_of(last.size, read))
    if not consistent(signed.size, last.size, signed.root, last.root, proof):
        raise LogBrokenError(f"the log of {last.size} did not grow out of the {signed.size} signed before")


def keep(company_id: UUID, note: str) -> None:
    """Put the note in the place of the one before, whole or not at all, and on the disk when this returns."""
    replaced(_path(company_id), note)


def _path(company_id: UUID) -> Path:
    return folder() / f"{company_id}.signed"
