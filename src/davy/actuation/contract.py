"""Effects and causes, and what the watch rules ask for, read once from the law's data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.actuation.book import ActuationBook
from davy_core.watch.rulebook import load_rules

__all__ = ["acting_kinds", "asks", "book", "words"]


@cache
def book() -> ActuationBook:
    """The contract in force. Raises ValueError when it is faulty."""
    return ActuationBook.load(_parsed("actuation", "effects.yaml"))


@cache
def acting_kinds() -> frozenset[str]:
    """The kinds of instruments that can do anything."""
    return frozenset(kind for effect in book().effects.values() for kind in effect.kinds)


@cache
def asks() -> Mapping[str, frozenset[str]]:
    """Watch rule → the groups of effects that it asks for."""
    rules = load_rules(_parsed("watch", "rules.yaml")).rules
    return {code: frozenset(rule.asks.actuate) for code, rule in rules.items()}


@cache
def words() -> dict[str, Any]:
    """What effects, causes and loads are called, what each effect needs, and where it comes from."""
    law = _parsed("actuation", "effects.yaml")
    same = ("zh", "en")
    return {
        "effects": {
            code: {
                **{name: row[name] for name in (*same, "source", "mark", "kinds")},
                "manual": row.get("manual", False),
                "feeds": row.get("feeds", False),
                "placed": row.get("ex", False),
                "confirm_s": row["confirm_s"],
            }
            for code, row in law["effects"].items()
        },
        "causes": {
            code: {
                **{name: row[name] for name in (*same, "source", "mark")},
                "always": row.get("siren", False),
            }
            for code, row in law["causes"].items()
        },
        "loads": {
            code: {**{name: row[name] for name in same}, "never": row.get("never", False)}
            for code, row in law["loads"].items()
        },
    }


def _parsed(*path: str) -> Any:
    file = resources.files("davy_law").joinpath(*path)
    return yaml.safe_load(file.read_text(encoding="utf-8"))
