"""The documents that can be read, once from the law's data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.scans.documents import Documents, load

__all__ = ["documents", "labels"]


@cache
def documents() -> Documents:
    """Raises ValueError when the data is faulty."""
    return load(_parsed())


@cache
def labels() -> tuple[str, ...]:
    """What is printed on any of them: how many of it are found tells whether a picture stands upright."""
    found = documents().by_code.values()
    return tuple(dict.fromkeys(label for one in found for field in one.fields for label in field.labels))


def _parsed() -> Any:
    file = resources.files("davy_law").joinpath("scans", "documents.yaml")
    return yaml.safe_load(file.read_text(encoding="utf-8"))
