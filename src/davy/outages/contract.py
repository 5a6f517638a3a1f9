"""The contract of outages, read once from the law's data."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.outages.book import OutageBook

__all__ = ["book", "words"]


@cache
def book() -> OutageBook:
    """The contract in force. Raises ValueError when it is faulty."""
    return OutageBook.load(
        _parsed("outages.yaml"), _parsed("lifecycle", "outages.yaml"), _parsed("lifecycle", "blocks.yaml")
    )


@cache
def words() -> dict[str, Any]:
    """What reasons, conditions, items, states, duties and commands are called: code → zh, en."""
    law = _parsed("outages.yaml")
    outages, blocks = _parsed("lifecycle", "outages.yaml"), _parsed("lifecycle", "blocks.yaml")
    groups = {
        "reasons": law["reasons"],
        "conditions": law["conditions"],
        "clear": law["clear"],
        "states": outages["states"] | blocks["states"],
        "sheets": blocks["sheets"],
        "duties": outages["duties"] | blocks["duties"],
        "commands": outages["commands"] | blocks["commands"],
    }
    return {
        name: {code: {"zh": row["zh"], "en": row["en"]} for code, row in rows.items()}
        for name, rows in groups.items()
    }


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath("contracts", *path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))
