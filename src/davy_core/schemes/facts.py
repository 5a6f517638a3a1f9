"""What `decide` may know beside the scheme itself: one frozen snapshot, gathered once by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from davy_core.permits.facts import Post
from davy_core.schemes.book import SchemeBook
from davy_core.signatures.ways import Proof

QUEUED = timedelta(minutes=2)
"""Older than this, a command waited on a phone: offline nothing is decided (S16)."""
EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class SchemeCommand:
    """A command for one scheme; the body has passed its JSON Schema."""

    scheme: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class Copied:
    """A section of the scheme that is copied, with its words."""

    kind: str
    text: str
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True)
class SchemeFacts:
    """Who asks and what stands around. `posts` are those of the area, `people` the status of whoever could
    act in one of them; `levels` of the type of work, empty when nobody knows the type. `source` is what is
    copied, None when there is no such scheme or nothing of it was ever written."""

    now: datetime
    occurred_at: datetime
    book: SchemeBook
    sender: str
    person: str | None = None
    proof: Proof | None = None
    posts: Mapping[str, Post] = field(default_factory=lambda: EMPTY)
    people: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    levels: tuple[str, ...] = ()
    source: tuple[Copied, ...] | None = None
    attachments: frozenset[str] = frozenset()
    place_known: bool = True
    number: str | None = None
