"""Defer a job by its name, in the transaction of the change that causes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from procrastinate.contrib.django import app

__all__ = ["defer"]


def defer(name: str, arguments: Mapping[str, Any]) -> None:
    """Queue the job `name`; the task itself is discovered by the worker and imported by nobody."""
    app.configure_task(name).defer(**arguments)
