"""Reads the vectors that this writer and every reader in another language are held to."""

import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any

__all__ = ["cases", "untagged"]


def cases(name: str, key: str = "cases") -> list[dict[str, Any]]:
    """The entries of one vector file."""
    text = (files("davy_law") / "contracts" / "vectors" / "bytes" / name).read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)[key]
    return found


def untagged(value: object) -> object:
    """The value with its tags replaced by what they stand for."""
    if isinstance(value, list):
        return [untagged(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if value.keys() == {"$decimal"}:
        return Decimal(value["$decimal"])
    if value.keys() == {"$instant"}:
        return datetime.fromisoformat(value["$instant"])
    if value.keys() == {"$number"}:
        digits = value["$number"]
        return int(digits) if digits.lstrip("-").isdigit() else float(digits)
    return {key: untagged(item) for key, item in value.items()}
