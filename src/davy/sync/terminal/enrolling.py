"""A browser becomes a shared terminal: by an invitation alone, for nobody is logged in on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.door.envelope import MalformedError, parse, seal
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.problems.response import Problem
from davy_core.instants import iso

__all__ = ["enrol"]


def enrol(company_id: UUID, kiosk_id: UUID, body: Mapping[str, str]) -> Mapping[str, Any]:
    """What the door says to this terminal. Raises Problem body_malformed."""
    data = {
        "v": 1,
        "id": str(uuid7()),
        "company": str(company_id),
        "stream": f"device/{kiosk_id}",
        "kind": "enrol_kiosk",
        "base_version": None,
        "body": dict(body),
        "occurred_at": iso(clock.now()),
        "app": "davy",
    }
    try:
        return execute(parse(seal(data)), Sender("driver"))
    except MalformedError as error:
        raise Problem(error.code, missing=error.places) from error
