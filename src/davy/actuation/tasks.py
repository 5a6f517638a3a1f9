"""Jobs of actuation. They are deferred by name and discovered by the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from davy.door.envelope import compose
from davy.door.execute import execute
from davy.door.streams import Sender


# Without an end: energy that a stop could not cut is owed until the work point has heard of it.
@app.task(name="actuation.request_again", queue="actuation", retry=RetryStrategy(wait=2))
def request_again(
    *, company: str, command: str, cause: str, point: str, at: str, body: Mapping[str, Any]
) -> None:
    """Tell a work point what a stop could not tell it. Twice is once. Raises DoorBusyError, and what keeps
    the work point from deciding; then it is tried again."""
    told = compose(
        UUID(company),
        f"actuation/{point}",
        "request_effects",
        body,
        at=datetime.fromisoformat(at),
        app="davy",
        command=UUID(command),
    )
    execute(replace(told, cause_id=UUID(cause)), Sender("driver"))
