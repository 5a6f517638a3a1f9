"""A stop by somebody without a login, through the same door as every other command."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy import clock
from davy.door.envelope import compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender

__all__ = ["stop"]

TRIES = 6
PAUSE_S = 0.1


def stop(company_id: UUID, permit_id: UUID) -> Mapping[str, Any]:
    """Stop a permit as the public. The door's answer; a busy stream is tried again with the same command.

    Raises DoorBusyError when it stays busy."""
    envelope = compose(company_id, f"permit/{permit_id}", "stop", {}, at=clock.now(), app="public/1")
    for _ in range(TRIES - 1):
        try:
            return execute(envelope, Sender("public"))
        except DoorBusyError:
            time.sleep(PAUSE_S)
    return execute(envelope, Sender("public"))
