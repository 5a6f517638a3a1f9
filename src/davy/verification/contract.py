"""Where certificates are verified and how often, read once from the law's data."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from davy_core.verification.book import SourceBook

__all__ = ["book"]


@cache
def book() -> SourceBook:
    """The contract in force. Raises ValueError when it is faulty."""
    text = resources.files("davy_law").joinpath("verification", "sources.yaml").read_text(encoding="utf-8")
    return SourceBook.load(yaml.safe_load(text))
