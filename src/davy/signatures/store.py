"""Keeps what is left of a proof: the evidence for ever, the signed bytes until somebody is erased."""

import hashlib
from collections.abc import Mapping
from uuid import UUID

from davy import clock
from davy.db import rows
from davy_core.evidence import canonical

__all__ = ["keep"]

_EVIDENCE = """
INSERT INTO signatures_evidence (company_id, sha256, way, account_id, command, body, recorded_at)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING sha256
"""
_TEXT = "INSERT INTO signatures_text (company_id, sha256, bytes) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"


def keep(
    company_id: UUID, account_id: UUID, way: str, raw: bytes, proof: Mapping[str, object]
) -> tuple[str, bool]:
    """Store the proof over these bytes of a command; its SHA-256 (hex), and whether it is new.

    Inside a tenant block."""
    command = hashlib.sha256(raw).hexdigest()
    body = canonical.encode({"v": 1, "way": way, "command": command, **proof})
    digest = hashlib.sha256(body).hexdigest()
    new = rows.one(_EVIDENCE, (company_id, digest, way, account_id, command, body, clock.now()))
    rows.run(_TEXT, (company_id, command, raw))
    return digest, new is not None
