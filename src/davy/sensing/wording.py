"""The words of what was set aside and refused, read once from the law's data."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

__all__ = ["reasons"]


@cache
def reasons() -> dict[str, dict[str, Any]]:
    """Under `aside` and `refusals` by code: what happened (`says`) and what to do (`way`), zh and en."""
    file = resources.files("davy_law").joinpath("contracts", "setaside.yaml")
    found: dict[str, dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found
