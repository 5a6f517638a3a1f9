"""The contract of messengers, read once."""

from functools import cache
from importlib import resources

import yaml

from davy_core.notices.outward import OutwardBook

__all__ = ["outward_book"]


@cache
def outward_book() -> OutwardBook:
    """Raises ValueError when it is faulty."""
    file = resources.files("davy_law").joinpath("contracts", "messengers.yaml")
    return OutwardBook.load(yaml.safe_load(file.read_text(encoding="utf-8")))
