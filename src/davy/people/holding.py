"""Keeps the picture that a row of a register shows from being swept."""

from __future__ import annotations

from uuid import UUID

from davy.attachments import store as attachments

__all__ = ["hold"]


def hold(company_id: UUID, kind: str, row_id: UUID, before: str, after: str) -> None:
    """Hold on to the attachment that a row shows, and let go of the one it showed before."""
    if before == after:
        return
    if after:
        attachments.refer(company_id, [after], stream_kind=kind, stream_id=row_id)
    if before:
        attachments.release(company_id, [before], stream_kind=kind, stream_id=row_id)
