"""The contract of keeping as it is in force."""

from functools import cache
from importlib import resources

import yaml

from davy_core.keeping.terms import Terms

__all__ = ["terms"]


@cache
def terms() -> Terms:
    """The rows of contracts/keeping.yaml."""
    text = resources.files("davy_law").joinpath("contracts", "keeping.yaml").read_text(encoding="utf-8")
    return Terms.load(yaml.safe_load(text))
