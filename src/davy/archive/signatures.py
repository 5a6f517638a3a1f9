"""What proves the signatures on the permits of a bundle, as files of lines.

A proof is given as it was kept, byte for byte. The bytes that were signed hold handwriting, words and
positions of people: they go in only for who may read those.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from davy.db import rows
from davy_core.instants import iso

__all__ = ["signatures"]

_PROOFS = """
SELECT s.sha256, s.body, t.bytes FROM signatures_evidence s
LEFT JOIN signatures_text t ON t.company_id = s.company_id AND t.sha256 = s.command
WHERE s.company_id = %s AND s.sha256 = ANY(%s) ORDER BY s.sha256
"""
_PHONES = """
SELECT l.device_id, l.seq, l.prev, l.sha256, l.signature, l.command_id, t.text FROM sync_link l
LEFT JOIN sync_text t ON t.company_id = l.company_id AND t.device_id = l.device_id AND t.seq = l.seq
WHERE l.company_id = %s AND l.command_id = ANY(%s) AND l.verdict = 'accepted' ORDER BY l.device_id, l.seq
"""
_PASSKEYS = """
SELECT credential, rp_id, public_key, account_id, synced, created_at, revoked_at FROM signatures_passkey
WHERE company_id = %s AND credential = ANY(%s) ORDER BY credential
"""


def signatures(
    company_id: UUID, named: Iterable[str], commands: Iterable[UUID], *, words: bool
) -> Iterator[tuple[str, bytes]]:
    """Names and content of the files: proofs that are `named` by an event, what phones sent as these
    `commands`, and the passkeys that signed. With `words`, the signed bytes too. Inside a tenant block."""
    proofs = rows.many(_PROOFS, [company_id, list(named)])
    told: list[dict[str, object]] = [
        {
            "sha256": row["sha256"],
            "proof": bytes(row["body"]).decode(),
            "bytes": _base64(row["bytes"]) if words else None,
        }
        for row in proofs
    ]
    yield from _file("proofs", told)
    phones = rows.many(_PHONES, [company_id, list(commands)])
    yield from _file("phones", [_sent(row, words=words) for row in phones])
    credentials = [json.loads(str(line["proof"])).get("credential") for line in told]
    keys = rows.many(_PASSKEYS, [company_id, [key for key in credentials if key]])
    yield from _file("passkeys", [_passkey(row) for row in keys])


def _sent(row: Mapping[str, Any], *, words: bool) -> dict[str, object]:
    return {
        "device": str(row["device_id"]),
        "seq": row["seq"],
        "prev": bytes(row["prev"]).hex(),
        "sha256": bytes(row["sha256"]).hex(),
        "signature": row["signature"],
        "command": str(row["command_id"]),
        "bytes": _base64(row["text"]) if words else None,
    }


def _passkey(row: Mapping[str, Any]) -> dict[str, object]:
    ended = row["revoked_at"]
    return {
        "credential": row["credential"],
        "rp_id": row["rp_id"],
        "public_key": base64.urlsafe_b64encode(bytes(row["public_key"])).rstrip(b"=").decode(),
        "account": str(row["account_id"]),
        "synced": row["synced"],
        "created_at": iso(row["created_at"]),
        "revoked_at": iso(ended) if ended else None,
    }


def _base64(content: Any) -> str | None:
    return None if content is None else base64.b64encode(bytes(content)).decode()


def _file(name: str, told: Sequence[Mapping[str, object]]) -> Iterator[tuple[str, bytes]]:
    """One line for each; no file for nothing."""
    lines = [json.dumps(one, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for one in told]
    if lines:
        yield f"signatures/{name}.jsonl", b"".join(lines)
