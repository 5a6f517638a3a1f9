"""The kinds of instruments, read once from the law's data."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.instruments.kinds import Kind, load

__all__ = ["kinds", "words"]


@cache
def kinds() -> Mapping[str, Kind]:
    """By code. Raises ValueError when the data is faulty."""
    return load(_parsed())


@cache
def words() -> dict[str, dict[str, dict[str, str]]]:
    """What kinds and channels are called, and the unit of each channel."""
    found = _parsed()
    return {
        "kinds": {code: {"zh": row["zh"], "en": row["en"]} for code, row in found["kinds"].items()},
        "channels": {
            code: {"zh": row["zh"], "en": row["en"], "unit": row["unit"]}
            for code, row in found["channels"].items()
        },
    }


def _parsed() -> Any:
    file = resources.files("davy_law").joinpath("instruments", "kinds.yaml")
    return yaml.safe_load(file.read_text(encoding="utf-8"))
