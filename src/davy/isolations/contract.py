"""The contract of isolations, read once from the law's data."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.isolations.book import IsolationBook

__all__ = ["book", "titles", "words"]


@cache
def book() -> IsolationBook:
    """The contract in force. Raises ValueError when it is faulty."""
    return IsolationBook.load(_parsed("isolations.yaml"), _parsed("lifecycle", "isolations.yaml"))


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """What is shown for states, points, kinds, locks, duties and commands: group → code → zh, en."""
    law, life = _parsed("isolations.yaml"), _parsed("lifecycle", "isolations.yaml")
    groups = {name: law[name] for name in ("kinds", "locks")}
    groups |= {name: life[name] for name in ("states", "points", "duties", "commands")}
    return {
        name: {code: {"zh": row["zh"], "en": row["en"]} for code, row in rows.items()}
        for name, rows in groups.items()
    }


@cache
def titles() -> dict[str, dict[str, str]]:
    """Event type → what it is called, zh and en."""
    found: dict[str, dict[str, str]] = _parsed("lifecycle", "events.yaml")
    return found


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath("contracts", *path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))
