"""Writes and reads the table of commands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from davy.db import rows
from davy.door.envelope import Envelope
from davy.door.streams import Sender

__all__ = ["StoredAnswer", "answer_of", "remember"]

StoredAnswer = tuple[bytes, dict[str, Any]]


def answer_of(envelope: Envelope) -> StoredAnswer | None:
    """The hash and the answer stored for this command id, or None when it never came."""
    found = rows.one(
        "SELECT sha256, answer::text AS answer FROM door_command WHERE company_id = %s AND id = %s",
        (envelope.company, envelope.id),
    )
    return None if found is None else (bytes(found["sha256"]), json.loads(found["answer"]))


_KEEP = """
INSERT INTO door_command (company_id, id, sha256, stream_kind, stream_id, kind, account_id, app, recorded_at,
  occurred_at, verdict, answer)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_KEEP_AND_TELL = _KEEP + "RETURNING pg_notify('davy', %s)"


def remember(
    envelope: Envelope, sender: Sender, now: datetime, answer: Mapping[str, Any], *, tell: int | None = None
) -> None:
    """Store what this command was answered, for ever. With `tell`, the version the stream came to, announce
    the change to whoever listens; that is delivered when the transaction commits."""
    kept = (
        envelope.company,
        envelope.id,
        envelope.sha256,
        envelope.stream_kind,
        envelope.stream_id,
        envelope.kind,
        sender.account,
        envelope.app,
        now,
        envelope.occurred_at,
        answer["verdict"],
        json.dumps(answer),
    )
    if tell is None:
        rows.run(_KEEP, kept)
    else:
        rows.run(_KEEP_AND_TELL, (*kept, _message(envelope, tell)))


def _message(envelope: Envelope, version: int) -> str:
    return json.dumps(
        {
            "company": str(envelope.company),
            "kind": envelope.stream_kind,
            "id": str(envelope.stream_id),
            "version": version,
        }
    )
