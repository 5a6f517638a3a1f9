"""Has the newest checkpoint of our log co-signed by the witnesses of the settings; nothing waits for them."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.conf import settings

from davy import clock
from davy.db import tenant
from davy.evidence.log import cosigned, store, succession
from davy.watch import efforts
from davy.watch.asking import Answer, OutsideError, post
from davy.watch.ring import ring
from davy.watch.witness.keys import Witness, witnesses
from davy_core.evidence.note import NoteError, parsed
from davy_core.evidence.tiles import Tile, node_of
from davy_core.evidence.tree import consistency_proof
from davy_core.evidence.witness import Asked

__all__ = ["have_witnessed"]

_log = logging.getLogger(__name__)

_TEXT = "text/plain; charset=utf-8"


class _RefusedError(Exception):
    """A witness knows another history of our log than we have."""


def have_witnessed(company_id: UUID) -> int:
    """Ask each witness that has not co-signed the newest checkpoint yet; how many did now.

    One that does not answer is asked ever more rarely, and people are called when it is silent for too long;
    one that knows another history of our log rings at once.
    """
    try:
        known = witnesses(settings.WITNESSES)
    except (OSError, ValueError) as error:
        _log.error("the list of witnesses cannot be read: %s", error)
        ring(company_id, "witness_missing", "settings")
        return 0
    return sum(_tried(company_id, witness) for witness in known)


def _tried(company_id: UUID, witness: Witness) -> bool:
    now = clock.now()
    with tenant.company(company_id):
        newest = store.checkpoint(company_id)
        before = cosigned.last_size(company_id, witness.name)
    if newest is None or before >= newest.size or not efforts.may(company_id, witness.name, now):
        return False
    try:
        line, at = _asked(company_id, witness, newest, before)
    except _RefusedError as error:
        _log.error("%s did not co-sign: %s", witness.name, error)
        ring(company_id, "log_refused", witness.name)
        efforts.failed(company_id, witness.name, str(error), now)
    except Exception as error:  # noqa: BLE001 - whatever an answer makes of us is one try in vain
        _log.warning("no line from %s: %s", witness.name, error)
        since = efforts.failed(company_id, witness.name, str(error), now)
        if now - since >= timedelta(hours=settings.OUTSIDE_LATE_HOURS):
            ring(company_id, "witness_missing", witness.name)
    else:
        with tenant.company(company_id):
            cosigned.keep(company_id, newest.size, witness.name, line, at=at)
        efforts.done(company_id, witness.name)
        return True
    return False


def _asked(company_id: UUID, witness: Witness, newest: store.Signed, before: int) -> tuple[str, datetime]:
    """The witness's line and its time. Where it stands elsewhere than we think, it is asked once more."""
    answer = _add(company_id, witness, newest, before)
    if answer.status in {403, 404} and _followed(company_id, witness):
        answer = _add(company_id, witness, newest, before)
    if answer.status == 409:
        stands = _size(answer)
        if stands > newest.size or stands == before:
            raise _RefusedError(f"it knows another log of {stands}, ours has {newest.size}")
        if stands < before:
            _remind(company_id, witness, before)
        answer = _add(company_id, witness, newest, stands)
    if answer.status in {409, 422}:
        raise _RefusedError(f"answered {answer.status} {_words(answer)}")
    if answer.status != 200:
        raise OutsideError(f"answered {answer.status}")
    text = parsed(newest.note)[0]
    lines = parsed(f"{text}\n{answer.body.decode()}")[1]
    for line in lines:
        if (line.name, line.id) == (witness.name, witness.id):
            return line.line(), _time(witness.signed_at(text, line))
    raise NoteError("the answer has no line of this witness")


def _followed(company_id: UUID, witness: Witness) -> bool:
    """Show the witness by which notes our key followed the one it knows; whether it follows the last of them.
    Raises _RefusedError when it says that the notes do not hold."""
    answer = None
    for step in succession.steps(company_id):
        answer = post(f"{witness.url}/add-succession", step.note.encode(), _TEXT)
        if answer.status == 422:
            raise _RefusedError(f"does not follow our key: {_words(answer)}")
    return answer is not None and answer.status == 200


def _remind(company_id: UUID, witness: Witness, before: int) -> None:
    """Show a witness that knows less than it co-signed its own line. Raises OutsideError when it says that it
    forgot; one that does not speak of it is asked as if it had never known."""
    with tenant.company(company_id):
        signed = store.checkpoint_of(company_id, before)
        note = cosigned.whole(company_id, signed) if signed else ""
    answer = post(f"{witness.url}/remember", note.encode(), _TEXT)
    if answer.status in {200, 503}:
        raise OutsideError(f"it had forgotten what it co-signed at {before}")


def _words(answer: Answer) -> str:
    return answer.body[:200].decode(errors="replace").strip()


def _time(seconds: int) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise NoteError(f"the answer is of no time that there is: {seconds}") from error


def _add(company_id: UUID, witness: Witness, newest: store.Signed, old: int) -> Answer:
    def read(tile: Tile) -> bytes:
        return store.tile(company_id, tile)

    with tenant.company(company_id):
        proof = consistency_proof(old, newest.size, node_of(newest.size, read))
    body = Asked(old, tuple(proof), newest.note).body
    return post(f"{witness.url}/add-checkpoint", body.encode(), _TEXT)


def _size(answer: Answer) -> int:
    told = answer.body.decode(errors="replace").strip()
    if not told.isascii() or not told.isdigit() or len(told) > 18:
        raise OutsideError("answered 409 without a size")
    return int(told)
