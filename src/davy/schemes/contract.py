"""The contract of schemes, read once from the law's data."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.schemes.book import SchemeBook

__all__ = ["book", "titles", "words"]


@cache
def book() -> SchemeBook:
    """The contract in force. Raises ValueError when it is faulty."""
    return SchemeBook.load(_parsed("schemes.yaml"), _parsed("lifecycle", "schemes.yaml"))


@cache
def words() -> dict[str, Any]:
    """What sections (with what belongs into them), states, duties and commands are called: code → zh, en."""
    law, life = _parsed("schemes.yaml"), _parsed("lifecycle", "schemes.yaml")
    groups = {"sections": law["sections"]} | {name: life[name] for name in ("states", "duties", "commands")}
    told = {
        name: {code: {"zh": row["zh"], "en": row["en"]} for code, row in rows.items()}
        for name, rows in groups.items()
    }
    return {**told, "asks": {code: dict(row["ask"]) for code, row in law["sections"].items()}}


@cache
def titles() -> dict[str, dict[str, str]]:
    """Event type → what it is called, zh and en."""
    found: dict[str, dict[str, str]] = _parsed("lifecycle", "events.yaml")
    return found


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath("contracts", *path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))
