"""What `decide` may know beside the isolation itself: one frozen snapshot, gathered once by the shell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from davy_core.explosion.marks import UNKNOWN, Zone
from davy_core.explosion.terminal import STRANGER, Terminal
from davy_core.isolations.book import IsolationBook
from davy_core.permits.nearby import OutageSeen
from davy_core.permits.state import Permit

QUEUED = timedelta(minutes=2)
"""Older than this, a command waited on a phone: offline no isolation is changed (S16)."""
EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class IsolationCommand:
    """A command for one isolation; the body has passed its JSON Schema."""

    isolation: str
    kind: str
    body: Mapping[str, Any] = field(default_factory=lambda: EMPTY)


@dataclass(frozen=True)
class IsolationFacts:
    """Who asks and what stands around. `posts` are the codes of the posts he holds for the isolation's area;
    `people` the status of everybody named; `permits` those that rely on it or are named by the command,
    locked until this decision is written; `guarded` those of them whose rules ask for the isolation.

    `numbers_elsewhere` are blinds' numbers on other isolations that are still open, `locks_elsewhere` locks
    that hang on them, `lines_busy` pipes on which a blind is being worked there, `blinds_under` the permits
    under which a blind was fitted or taken out. `blind_permits`: blinding has a permit of its own here.
    `paper` is what is known of outages and their sheets around it; None: nobody looked. `terminal` sent the
    command, in an area classed as `zone`; `outside`: he was proven to stand beyond it (S26)."""

    now: datetime
    occurred_at: datetime
    book: IsolationBook
    sender: str
    person: str | None = None
    posts: frozenset[str] = frozenset()
    people: Mapping[str, str] = field(default_factory=lambda: EMPTY)
    permits: Mapping[str, Permit] = field(default_factory=lambda: EMPTY)
    guarded: frozenset[str] = frozenset()
    attachments: frozenset[str] = frozenset()
    numbers_elsewhere: frozenset[str] = frozenset()
    locks_elsewhere: frozenset[str] = frozenset()
    lines_busy: frozenset[str] = frozenset()
    blinds_under: frozenset[str] = frozenset()
    blind_permits: bool = False
    paper: OutageSeen | None = None
    place_known: bool = True
    terminal: Terminal = STRANGER
    zone: Zone = UNKNOWN
    outside: bool = False
    number: str | None = None
