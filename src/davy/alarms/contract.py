"""The contract of alarms, read once from the law's data."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.alarms.book import AlarmBook, Words

__all__ = ["book", "requirement_words"]


@cache
def book() -> AlarmBook:
    """The contract in force. Raises ValueError when it is faulty."""
    return AlarmBook.load(_parsed("alarms.yaml"), _parsed("lifecycle", "alarms.yaml"))


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath("contracts", *path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))


@cache
def requirement_words() -> dict[str, Words]:
    """Requirement id → what it asks for, over all standards; what an alarm about it adds to its title."""
    found: dict[str, Words] = {}
    for standard in resources.files("davy_law").joinpath("rulepacks").iterdir():
        for part in standard.iterdir() if standard.is_dir() else ():
            if not part.name.endswith(".yaml"):
                continue
            document = yaml.safe_load(part.read_text(encoding="utf-8"))
            rows = document.get("requirements", ()) if isinstance(document, dict) else ()
            found.update({row["id"]: Words(row["says"]["zh"], row["says"]["en"]) for row in rows})
    return found
