"""Has checkpoints stamped by an authority outside, and calls people when none answers for hours."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings

from davy import clock
from davy.db import tenant
from davy.evidence.log import stamps, store
from davy.watch import efforts
from davy.watch.asking import OutsideError, post
from davy.watch.ring import ring

__all__ = ["ANSWERS", "APART", "ASKS", "stamp"]

_log = logging.getLogger(__name__)

APART = timedelta(minutes=1)
"""How far the authority's clock and ours may be apart; more rings (j)."""
_NAME = "time-stamp"
ASKS = "application/timestamp-query"
ANSWERS = "application/timestamp-reply"


def stamp(company_id: UUID) -> bool:
    """Have the newest checkpoint stamped when that is due; whether it was. No authority set: nothing to do.

    The authorities of the settings are asked in their order until one is believed. In vain: asked again after
    a pause that doubles up to half an hour, and people are called once it is owed for too long. Nothing waits
    for it.
    """
    now = clock.now()
    wanted = _due(company_id, now) if settings.TSA else None
    if wanted is None or not efforts.may(company_id, _NAME, now):
        return False
    why: list[str] = []
    for authority in settings.TSA:
        try:
            _ask(company_id, wanted, authority)
        except Exception as error:  # noqa: BLE001 - whatever an answer makes of us is one try in vain
            _log.warning("no time stamp from %s: %s", authority, error)
            why.append(f"{authority}: {error}")
        else:
            efforts.done(company_id, _NAME)
            return True
    since = efforts.failed(company_id, _NAME, "; ".join(why), now)
    if now - since >= timedelta(hours=settings.OUTSIDE_LATE_HOURS):
        ring(company_id, "stamp_missing", _NAME)
    return False


def _due(company_id: UUID, now: datetime) -> store.Signed | None:
    """The checkpoint to stamp: the newest, unless it has a stamp or the last one is fresh enough."""
    with tenant.company(company_id):
        newest, last = store.checkpoint(company_id), stamps.newest(company_id)
    if newest is None or (last and last.size >= newest.size):
        return None
    pause = timedelta(minutes=settings.STAMP_MINUTES)  # one kept by a clock in the future is not fresh
    fresh = last is not None and timedelta() <= now - last.kept_at < pause
    return None if fresh else newest


def _ask(company_id: UUID, wanted: store.Signed, authority: str) -> None:
    """Ask one authority and keep what it said. Raises OutsideError, StampError, or OSError without roots."""
    asked = stamps.request(wanted.note)
    answer = post(authority, asked.as_bytes(), ASKS)
    if answer.status != 200 or answer.kind.partition(";")[0].strip() != ANSWERS:
        raise OutsideError(f"answered {answer.status} {answer.kind}")
    whom = stamps.trust(Path(settings.TSA_ROOTS or ""), settings.TSA_POLICIES)
    found = stamps.believed(answer.body, wanted.note, whom, asked.nonce)
    now = clock.now()
    with tenant.company(company_id):
        stamps.keep(company_id, wanted.size, authority, answer.body, at=found.at, now=now)
    if abs(now - found.at) > APART:
        ring(company_id, "clock_differs", _NAME)
