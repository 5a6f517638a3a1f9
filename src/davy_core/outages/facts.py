"""What `decide` may know beside the outage or the block itself: one frozen snapshot, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from davy_core.gas.limits import LimitTable
from davy_core.outages.book import OutageBook
from davy_core.outages.state import Outage

QUEUED = timedelta(minutes=2)
"""Older than this, a command waited on a phone: offline nothing is declared, printed or handed over (S16)."""
EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class OutageCommand:
    """A command for one outage or one block (`stream` is its id); the body has passed its JSON Schema."""

    stream: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class OutageFacts:
    """Who asks and what stands around. `posts` are those he holds in every one of the areas asked about,
    `posts_any` in any of them, `posts_at` by area in those where sheets of the block were worked on; `people`
    the status of everybody the command names. `others`: the other outages of the site that may matter, ended
    ones too. `printed`: what the law gives to print (`template`,
    `type`, `basis`, `packs`), None for an unknown template; `first` the next free sheet of the company;
    `limits` those of the rules that the block was printed by."""

    now: datetime
    occurred_at: datetime
    book: OutageBook
    sender: str
    person: str | None = None
    posts: frozenset[str] = frozenset()
    posts_any: frozenset[str] = frozenset()
    posts_at: Mapping[str, frozenset[str]] = field(default_factory=lambda: EMPTY)
    people: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    attachments: frozenset[str] = frozenset()
    place_known: bool = True
    permit_known: bool = True
    others: tuple[Outage, ...] = ()
    printed: Mapping[str, Any] | None = None
    number: str | None = None
    first: int | None = None
    limits: LimitTable | None = None
