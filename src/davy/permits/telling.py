"""Who is told of what: the contract of notices, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources

import yaml

from davy_core.notices.book import NoticeBook

__all__ = ["notice_book"]


@cache
def notice_book() -> NoticeBook:
    """The rows of contracts/notices.yaml."""
    text = resources.files("davy_law").joinpath("contracts", "notices.yaml").read_text(encoding="utf-8")
    return NoticeBook.load(yaml.safe_load(text))
