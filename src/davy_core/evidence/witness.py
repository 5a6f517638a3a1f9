"""A witness signs that a log only grew since it last looked: C2SP tlog-witness, decided without I/O."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import NoteError, Verifier, opened, parsed
from davy_core.evidence.tree import consistent

__all__ = ["Asked", "Refused", "Witnessed", "judge"]

_OLD = re.compile(r"old (0|[1-9]\d{0,18})", re.ASCII)
_MOST_HASHES = 63


@dataclass(frozen=True, slots=True)
class Witnessed:
    """The log grew as the proof shows: this text may be cosigned, and is what is known from now on."""

    checkpoint: Checkpoint


@dataclass(frozen=True, slots=True)
class Refused:
    """Not signed. `status` is that of HTTP: 400 unreadable, 403 not signed by the log, 404 no log of ours,
    409 not where we stand, 422 not grown out of what we know. `size` is where we stand, with 409. `fork`
    means: the log signed two histories, and both can be shown."""

    status: int
    says: str
    size: int | None = None
    fork: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """What a log asks of a witness: the size it thinks we know, the proof from there, its signed note."""

    old: int
    proof: tuple[bytes, ...]
    note: str

    @classmethod
    def of(cls, body: str) -> Asked:
        """Read the request. Raises NoteError when it is unreadable."""
        head, gap, note = body.partition("\n\n")
        first, *hashes = head.split("\n")
        found = _OLD.fullmatch(first)
        if not gap or found is None or len(hashes) > _MOST_HASHES:
            raise NoteError("the request is unreadable")
        return cls(int(found[1]), tuple(_hash(line) for line in hashes), note)

    @property
    def body(self) -> str:
        """The request as it is sent."""
        proof = "".join(f"{base64.b64encode(step).decode()}\n" for step in self.proof)
        return f"old {self.old}\n{proof}\n{self.note}"


def judge(
    asked: Asked, logs: Mapping[str, Iterable[Verifier]], known: Mapping[str, Checkpoint]
) -> Witnessed | Refused:
    """Whether to cosign. `logs` are the keys we accept by origin, `known` what we signed last of each.

    What is known may only be replaced in the transaction that judged it.
    """
    try:
        checkpoint = Checkpoint.of(parsed(asked.note)[0])
    except NoteError as error:
        return Refused(400, str(error))
    keys = logs.get(checkpoint.origin)
    if keys is None:
        return Refused(404, f"no log of the name {checkpoint.origin} is known here")
    try:
        opened(asked.note, keys)
    except NoteError as error:
        return Refused(403, str(error))
    if asked.old > checkpoint.size:
        return Refused(400, f"a tree of {checkpoint.size} did not grow out of one of {asked.old}")
    last = known.get(checkpoint.origin)
    return _grown(asked, checkpoint, last)


def _grown(asked: Asked, checkpoint: Checkpoint, last: Checkpoint | None) -> Witnessed | Refused:
    size = last.size if last else 0
    if last and checkpoint.size == size and checkpoint.root != last.root:  # whatever it thinks that we know
        return Refused(409, f"another tree of {size} was signed before", size, fork=True)
    if asked.old != size:
        return Refused(409, f"the last checkpoint known here is of {size}", size)
    if last is None:
        # The first look has nothing to compare with; the proof must be empty all the same.
        return Refused(422, "a first checkpoint needs no proof") if asked.proof else Witnessed(checkpoint)
    if not consistent(size, checkpoint.size, last.root, checkpoint.root, asked.proof):
        return Refused(422, f"the tree did not grow out of the one of {size} known here")
    return Witnessed(checkpoint)


def _hash(line: str) -> bytes:
    try:
        found = base64.b64decode(line, validate=True)
    except binascii.Error:
        found = b""
    if len(found) != 32 or base64.b64encode(found).decode() != line:
        raise NoteError("a step of the proof is no hash")
    return found
