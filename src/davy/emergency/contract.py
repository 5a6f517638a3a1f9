"""The contract of emergencies, read once from the law's data."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.emergencies.book import EmergencyBook

__all__ = ["book", "words"]


@cache
def book() -> EmergencyBook:
    """The contract in force. Raises ValueError when it is faulty."""
    return EmergencyBook.load(_parsed("emergencies.yaml"), _parsed("lifecycle", "emergencies.yaml"))


@cache
def words() -> dict[str, dict[str, str]]:
    """What each first task says: code → zh, en."""
    rows = _parsed("emergencies.yaml")["tasks"]
    return {code: {"zh": row["zh"], "en": row["en"]} for code, row in rows.items()}


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath("contracts", *path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))
