"""How it stands with one certificate: what its verdict is worth today, and whether somebody must ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from davy_core.verification.book import SourceBook
from davy_core.verification.verdict import AGAINST

__all__ = ["Known", "shown", "waits_since"]


@dataclass(frozen=True)
class Known:
    """What is known of a certificate that has to be verified. `same_claim`: the ledger still says what the
    verdict was given on; `answered_at`: when a source last settled it; `since`: when this claim was
    entered."""

    kind: str
    verdict: str | None
    source: str | None
    same_claim: bool
    answered_at: datetime | None
    since: datetime


def shown(known: Known, book: SourceBook, now: datetime) -> str:
    """One of: confirmed, differs, not_found, revoked, doubted (a code says something else), overdue, waiting,
    none (no source there is for this kind). Only the first is a yes."""
    if known.verdict in AGAINST:
        return "doubted" if known.source == "qr" else str(known.verdict)
    if known.kind not in book.kinds:
        return "none"
    since = waits_since(known)
    if since is None and known.answered_at is not None and now - known.answered_at <= book.again:
        return "confirmed"
    late = now - since > book.first if since is not None else True
    return "overdue" if late else "waiting"


def waits_since(known: Known) -> datetime | None:
    """Since when somebody should ask; None where a yes stands on what the ledger says now."""
    if known.verdict == "confirmed" and known.same_claim:
        return None
    return known.since
