"""What is kept of people and what for, as everybody is told it (davy_law/privacy/purposes.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

__all__ = ["purposes"]


@cache
def purposes() -> Mapping[str, Any]:
    """The purposes with how sure the reading of the law is."""
    file = resources.files("davy_law").joinpath("privacy", "purposes.yaml")
    found: Mapping[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
