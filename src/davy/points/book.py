"""The rules of points that are in force, with their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from davy_core.points.rules import Book, parse

__all__ = ["book", "document"]


@cache
def document() -> Mapping[str, Any]:
    """The file of the law as it stands."""
    text = resources.files("davy_law").joinpath("points", "rules.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


@cache
def book() -> Book:
    """The rules, parsed."""
    return parse(document())
