"""The contract of reminders, and the steps that a company has in force."""

from __future__ import annotations

from functools import cache
from importlib import resources
from uuid import UUID

import yaml

from davy.reminding.models import Steps
from davy_core.papers.reminding import ReminderBook

__all__ = ["book", "steps_of"]


@cache
def book() -> ReminderBook:
    """The contract. Raises ValueError when it is faulty."""
    file = resources.files("davy_law").joinpath("contracts", "reminders.yaml")
    return ReminderBook.load(yaml.safe_load(file.read_text(encoding="utf-8")))


def steps_of(company_id: UUID) -> dict[str, tuple[int, ...]]:
    """Days before the end, by what ends. Inside a tenant block."""
    own = {row.what: tuple(row.days) for row in Steps.objects.filter(company_id=company_id)}
    return {what: own.get(what, renewal.days) for what, renewal in book().papers.items()}
