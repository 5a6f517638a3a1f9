"""One look of the clock at one permit, in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import OperationalError

from davy import clock
from davy.db import rows, tenant
from davy.door.envelope import Envelope, compose
from davy.door.execute import execute_in
from davy.door.streams import Sender
from davy.evidence import store as evidence
from davy.permits import watching

__all__ = ["TickRefusedError", "tick"]

_log = logging.getLogger(__name__)

_LOCKED = frozenset({"55P03", "40P01"})  # lock_timeout, deadlock


class TickRefusedError(RuntimeError):
    """The core refused a tick: the permit is not watched, and nobody but a mistake of ours can be the
    reason."""


def tick(company_id: UUID, permit_id: UUID, *, only_if_due: bool = True) -> bool | None:
    """Give the permit its tick. True: done; False: another clock was faster; None: somebody works on it,
    come again.

    The lock of the permit's stream is the claim: who holds it looks whether the tick is still due, so two
    clocks never tick twice, and one that is killed leaves the permit due. Raises TickRefusedError, and
    OperationalError when the database is gone.
    """
    try:
        with tenant.company(company_id):
            rows.run("SET LOCAL lock_timeout = '200ms'")
            evidence.lock(company_id, "permit", permit_id)
            now = clock.now()
            if only_if_due and not watching.is_due(company_id, permit_id, now):
                return False
            answer = execute_in([_envelope(company_id, permit_id, now)], Sender("clock"))[0]
            _check(permit_id, answer)
            if not answer["events"]:
                watching.look_again(company_id, permit_id, now)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) not in _LOCKED:
            raise
        return None
    if answer["events"]:
        _log.info("permit %s: %s", permit_id, ", ".join(answer["events"]))
    return True


def _check(permit_id: UUID, answer: Mapping[str, Any]) -> None:
    if answer["verdict"] != "accepted":
        raise TickRefusedError(f"permit {permit_id}: {answer['code']}")


def _envelope(company_id: UUID, permit_id: UUID, now: datetime) -> Envelope:
    return compose(company_id, f"permit/{permit_id}", "tick", {}, at=now, app="clock")
