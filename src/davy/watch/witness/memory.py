"""What we co-signed last of each log, kept in a file beside the key: what the database cannot take back.

The file is written and on the disk before the line is made, in the turn in which it was judged, so that no
line of ours goes out that a database set back to an older copy makes us forget. A restore takes back both;
so it puts a hold beside, under which nothing is co-signed of a log until somebody shows a note with our line
that was kept outside, as with the log itself (`davy.evidence.log.holds`).
"""

from __future__ import annotations

import json
from pathlib import Path
from uuid import UUID

from davy.evidence.log.keys import folder, replaced
from davy_core.evidence.checkpoint import Checkpoint

__all__ = ["ForgottenError", "drop", "held", "keep", "kept", "lift", "place", "standing"]


class ForgottenError(RuntimeError):
    """It is not known what was co-signed last, so nothing is co-signed."""


def keep(company_id: UUID, checkpoint: Checkpoint) -> None:
    """Keep what is about to be co-signed. In the turn, so that no other writes the file meanwhile. Raises
    ForgottenError for a file that cannot be read."""
    told = _read(company_id)
    told[checkpoint.origin] = checkpoint.text
    folder().mkdir(mode=0o700, exist_ok=True)
    replaced(_memory(company_id), json.dumps(told, sort_keys=True))


def kept(company_id: UUID, origin: str) -> Checkpoint | None:
    """What was co-signed last of this log, by the file. Raises ForgottenError for a file that cannot be
    read: what is unknown holds."""
    text = _read(company_id).get(origin)
    try:
        return Checkpoint.of(text) if text is not None else None
    except ValueError as error:
        raise ForgottenError(f"{_memory(company_id)} cannot be read: {error}") from error


def place(company_id: UUID) -> None:
    """Co-sign nothing until somebody shows, log by log, what we co-signed last."""
    folder().mkdir(mode=0o700, exist_ok=True)
    replaced(_hold(company_id), "[]")


def standing(company_id: UUID) -> bool:
    """Whether a hold was placed, whichever logs were let go on since."""
    return _hold(company_id).exists()


def held(company_id: UUID, origin: str) -> bool:
    """Whether nothing is co-signed of this log; a file that cannot be read holds."""
    try:
        return origin not in json.loads(_hold(company_id).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    except (OSError, ValueError, TypeError):
        return True


def lift(company_id: UUID, origin: str) -> None:
    """Let this log be co-signed again; the others stay held."""
    try:
        found = json.loads(_hold(company_id).read_text(encoding="utf-8"))
    except ValueError:
        found = []
    replaced(_hold(company_id), json.dumps(sorted({*found, origin})))


def drop(company_id: UUID) -> None:
    """Take the hold away: every log was looked at."""
    _hold(company_id).unlink(missing_ok=True)


def _read(company_id: UUID) -> dict[str, str]:
    path = _memory(company_id)
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ForgottenError(f"{path} cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise ForgottenError(f"{path} cannot be read")
    return found


def _memory(company_id: UUID) -> Path:
    return folder() / f"{company_id}.witnessed"


def _hold(company_id: UUID) -> Path:
    return folder() / f"{company_id}.witness.hold"
