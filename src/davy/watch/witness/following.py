"""We as witness of others: a log's key is followed by the one it signed over to, and people hear of it."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from uuid import UUID

from django.conf import settings

from davy import clock
from davy.db import rows, tenant
from davy.evidence.log.keys import PublicKey
from davy.evidence.log.succession import Step
from davy.watch.ring import ring
from davy.watch.witness import known, memory
from davy.watch.witness.keys import known_logs
from davy.watch.witness.reply import HELD, Reply
from davy_core.evidence.following import NotFollowed, judge

__all__ = ["add_succession"]

_log = logging.getLogger(__name__)

MOST_REFUSED = 16
"""Refused notes of one log that are kept as evidence, the first ones; of more, people are told once."""

_REFUSED = """
SELECT count(*) AS n FROM watch_succession WHERE company_id = %s AND origin = %s AND NOT followed
"""
_KEEP = """
INSERT INTO watch_succession (company_id, digest, origin, note, followed, why, at)
VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING origin
"""


def add_succession(company_id: UUID, note: str) -> Reply:
    """Judge a note by which a log's key is followed by another, keep it, and tell people when it is new.

    Nothing is kept of a note whose old key nobody vouched for, nor of one that was followed before: anybody
    can make the one and send the other again.
    """
    try:
        step = Step.of(note)
    except ValueError as error:
        return Reply(400, f"this is no succession of a log: {error}\n")
    vouched = known_logs(settings.WITNESSED).get(step.old.name, [])
    try:
        found, told, about = _judged(company_id, step, vouched)
    except memory.ForgottenError as error:
        _log.error("nothing is co-signed: %s", error)
        ring(company_id, "witness_held", "witness")
        return HELD
    if about:
        ring(company_id, told, about[:200], again=None)
    return Reply(found.status, f"{found.says}\n") if found else Reply(200, "followed\n")


def _judged(
    company_id: UUID, step: Step, vouched: Sequence[PublicKey]
) -> tuple[NotFollowed | None, str, str]:
    """What is not followed, the alarm that tells people, and about what; about nothing when it is not new."""
    link = known.link(step)
    with tenant.company(company_id):
        known.turn(company_id)
        before, last = known.links(company_id, step.old.name), known.last(company_id, step.old.name)
        found = judge(link, {key.told for key in vouched}, before, last)
        told = _told(found)
        if told is None or link in before:
            return found, "", ""
        if found and (rows.one(_REFUSED, [company_id, step.old.name]) or {"n": 0})["n"] >= MOST_REFUSED:
            _log.warning("%s: one more succession is refused and not kept: %s", step.old.name, found.says)
            return found, told, step.old.name
        digest = hashlib.sha256(step.note.encode()).digest()
        said = found.says if found else ""
        values = [company_id, digest, step.old.name, step.note, found is None, said, clock.now()]
        return found, told, step.new.told if rows.one(_KEEP, values) else ""


def _told(found: NotFollowed | None) -> str | None:
    """The alarm that tells people; None for what anybody could have sent."""
    if found is None:
        return "witnessed_key_rotated"
    if found.fork:
        return "log_forked"
    return "witnessed_log_ended" if found.status == 409 else None
