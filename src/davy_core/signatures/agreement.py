"""The agreement of a person to sign electronically (Electronic Signature Law, Art. 3 and 13): whose it
needs, and before what."""

from __future__ import annotations

from dataclasses import dataclass

from davy_core.outcome import Refused, refuse

__all__ = ["APPROVALS", "Text", "missing"]

APPROVALS = frozenset({"sign_stage", "sign_crossing", "verify_ticket"})
"""The signatures that an agreement may be asked before: those by which work is approved. What ends work or
clears its place is never held up by one (S15)."""


@dataclass(frozen=True)
class Text:
    """The text in force: its version, and SHA-256 (hex) of its bytes in both languages."""

    version: int
    sha256: str


def missing(command: str, *, asked: bool, agreed: int | None, text: Text) -> Refused | None:
    """Why this command of somebody who agreed to version `agreed` (None: to none) is refused where the
    company asks for the agreement; None when it may go on."""
    if not asked or command not in APPROVALS or agreed == text.version:
        return None
    return refuse("agreement_missing", version=text.version)
