"""Who permits let in, and how long a gate may take, read once from the law's data."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from davy_core.gate.book import GateBook

__all__ = ["book"]


@cache
def book() -> GateBook:
    """The contract in force. Raises ValueError when it is faulty."""
    text = resources.files("davy_law").joinpath("gate", "passes.yaml").read_text(encoding="utf-8")
    return GateBook.load(yaml.safe_load(text))
