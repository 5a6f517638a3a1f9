"""The overlay of a company for one pack: the newest row counts for permits submitted from then on, and none
is ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import rows
from davy.ids import uuid7
from davy.rulebook.models import StoredOverlay
from davy_core.rules.overlay import load_overlay

__all__ = ["alone", "begun", "keep", "newest"]

_TITLE = {"zh": "本企业", "en": "Our own"}


def alone(company_id: UUID, pack: str) -> StoredOverlay | None:
    """The newest overlay of this pack; nobody else changes it until the transaction ends."""
    rows.one(
        "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))::text AS got",
        (f"overlay:{company_id}:{pack}",),
    )
    return newest(company_id, pack)


def newest(company_id: UUID, pack: str) -> StoredOverlay | None:
    """What counts for this pack, None where the company asks nothing of its own. Inside a tenant block."""
    return StoredOverlay.objects.filter(company_id=company_id, pack=pack).order_by("-id").first()


def begun(before: StoredOverlay | None, pack: str) -> dict[str, Any]:
    """The next version of an overlay, as yet with the same content."""
    body = dict(before.body) if before else {"id": "desk", "version": "0", "pack": pack, "title": _TITLE}
    version = str(body["version"])
    return {**body, "version": str(int(version) + 1) if version.isdecimal() else f"{version}+"}


def keep(company_id: UUID, account_id: UUID, body: Mapping[str, Any]) -> StoredOverlay:
    """Put it in force. Raises OverlayError for one that the door could not read."""
    load_overlay(body)
    return StoredOverlay.objects.create(
        id=uuid7(),
        company_id=company_id,
        pack=body["pack"],
        body=body,
        created_at=clock.now(),
        created_by=account_id,
    )
