"""Writes a person's papers and freeze as his events fold, and his status in the register, in one
transaction."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.accounts import audit
from davy.attachments import store as attachments
from davy.db import rows
from davy.door.streams import Saving
from davy_core.permits.kept import kept
from davy_core.verification.state import Checked, Standing

__all__ = ["save"]

_PERSON = """
INSERT INTO verification_person (company_id, id, version, frozen_at, frozen_by, frozen_for, cause, reason,
  thaw_by, thaw_at, thaw_reason, doc)
VALUES (%(company)s, %(id)s, %(version)s, %(frozen_at)s, %(frozen_by)s, %(frozen_for)s, %(cause)s,
  coalesce(%(reason)s, ''), %(thaw_by)s, %(thaw_at)s, coalesce(%(thaw_reason)s, ''), %(doc)s)
ON CONFLICT (company_id, id) DO UPDATE SET version = excluded.version, frozen_at = excluded.frozen_at,
  frozen_by = excluded.frozen_by, frozen_for = excluded.frozen_for, cause = excluded.cause,
  reason = coalesce(%(reason)s, CASE WHEN excluded.frozen_at IS NULL THEN '' ELSE
    verification_person.reason END),
  thaw_by = excluded.thaw_by, thaw_at = excluded.thaw_at,
  thaw_reason = coalesce(%(thaw_reason)s, CASE WHEN excluded.thaw_at IS NULL THEN '' ELSE
    verification_person.thaw_reason END),
  doc = excluded.doc
"""
_STANDING = """
INSERT INTO verification_standing (company_id, certificate_id, person_id, verdict, source, at, by, claim,
  differs, lacks, newer, evidence, answered_at)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (company_id, certificate_id) DO UPDATE SET person_id = excluded.person_id,
  verdict = excluded.verdict, source = excluded.source, at = excluded.at, by = excluded.by,
  claim = excluded.claim, differs = excluded.differs, lacks = excluded.lacks, newer = excluded.newer,
  evidence = excluded.evidence, answered_at = excluded.answered_at
"""
_STATUS = "UPDATE people_person SET status = %s WHERE company_id = %s AND id = %s AND status = %s"
_MOVES: Mapping[str, tuple[str, str]] = {
    "PersonFrozen": ("active", "frozen"),
    "PersonThawed": ("frozen", "active"),
}


def save(saving: Saving) -> None:
    """Write what changed. The screenshot is held on to for the person's record."""
    company, person, state = saving.envelope.company, saving.envelope.stream_id, saving.after
    words = {event.type: event.private.get("reason") for event in saving.events}
    _keep_person(company, person, saving.version, state, words)
    for event in saving.events:
        if event.type == "CertificateChecked":
            paper = str(event.data["certificate"])
            _keep_standing(company, person, UUID(paper), state.papers[paper])
        if event.type in _MOVES:
            _move(saving, *_MOVES[event.type])


def _keep_person(
    company: UUID, person: UUID, version: int, state: Checked, words: Mapping[str, str | None]
) -> None:
    frozen = state.frozen
    thaw = frozen.thaw if frozen else None
    rows.run(
        _PERSON,
        {
            "company": company,
            "id": person,
            "version": version,
            "frozen_at": frozen.at if frozen else None,
            "frozen_by": frozen.by if frozen else "",
            "frozen_for": frozen.certificate if frozen else None,
            "cause": frozen.cause if frozen else "",
            "reason": words.get("PersonFrozen"),
            "thaw_by": thaw.by if thaw else None,
            "thaw_at": thaw.at if thaw else None,
            "thaw_reason": words.get("ThawRequested"),
            "doc": json.dumps(kept(state)),
        },
    )


def _keep_standing(company: UUID, person: UUID, paper: UUID, told: Standing) -> None:
    rows.run(
        _STANDING,
        (
            company,
            paper,
            person,
            told.verdict,
            told.source,
            told.at,
            told.by,
            told.claim,
            list(told.differs),
            list(told.lacks),
            list(told.newer),
            told.evidence or "",
            told.at,
        ),
    )
    if told.evidence:
        attachments.refer(company, [told.evidence], stream_kind="person", stream_id=person)


def _move(saving: Saving, before: str, after: str) -> None:
    """His status in the register, with its audit row; of who left it stays."""
    company, person = saving.envelope.company, saving.envelope.stream_id
    if not rows.run(_STATUS, (after, company, person, before)):
        return
    told: dict[str, Any] = {"status": before}
    audit.write(
        company_id=company,
        account_id=saving.sender.account,
        resource="people",
        resource_id=person,
        before=told,
        after={"status": after},
    )
