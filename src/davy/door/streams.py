"""What the door needs to know of a kind of stream; each product app registers its own, once, at start-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.door.envelope import Envelope
from davy_core.outcome import Event, Outcome
from davy_core.signatures.ways import Proof

__all__ = [
    "Apart",
    "Follow",
    "Gathered",
    "Listener",
    "Saving",
    "Sender",
    "Stream",
    "listen",
    "listeners",
    "register",
    "stream",
]


@dataclass(frozen=True)
class Sender:
    """Who stands at the door: an account's person, the clock, a driver, or somebody at the public page.
    `proof`: how he proved for this very command that it is he; `visit`: he stands at a shared terminal;
    `device`: the enrolled phone whose signature over the very bytes was verified."""

    kind: str
    person: UUID | None = None
    account: UUID | None = None
    proof: Proof | None = None
    simulated_at: datetime | None = None
    visit: UUID | None = None
    device: UUID | None = None


@dataclass(frozen=True)
class Gathered:
    """The stream's state (None before its first event) and the snapshot that `decide` may know."""

    state: Any
    facts: Any


@dataclass(frozen=True)
class Saving:
    """Everything `save` and `follow` need about one accepted change."""

    envelope: Envelope
    sender: Sender
    now: datetime
    before: Any
    after: Any
    facts: Any
    version: int
    events: Sequence[Event]


@dataclass(frozen=True)
class Apart:
    """A command whose failure must not undo the change that brings it about: it has a savepoint of its own.
    `instead`: what is done when it fails, the owed job and the alarm."""

    command: Envelope
    instead: Callable[[], Follow]


@dataclass(frozen=True)
class Follow:
    """What a change brings about in the same transaction: commands on other streams, and jobs by name.
    `apart` come first, and undo nothing."""

    commands: Sequence[Envelope] = ()
    jobs: Sequence[tuple[str, Mapping[str, Any]]] = field(default=())
    apart: Sequence[Apart] = ()


@dataclass(frozen=True)
class Stream:
    """One kind of stream. `strict` are the commands that must name the version they were decided on."""

    kind: str
    gather: Callable[[Envelope, Sender, datetime], Gathered]
    decide: Callable[[Any, Envelope, Any], Outcome]
    apply: Callable[[Any, str, Mapping[str, Any]], Any]
    save: Callable[[Saving], None]
    follow: Callable[[Saving], Follow]
    strict: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Listener:
    """A driver above a kind of stream that brings something about when one changes: `concerns` tells without
    asking anybody whether it does, `hear` the commands, in a savepoint of their own; `owed` is the job, by
    name, that sees to it when they fail. It never undoes the change, and the stream does not know of it."""

    concerns: Callable[[Saving], bool]
    hear: Callable[[Saving], Sequence[Envelope]]
    owed: str


_streams: dict[str, Stream] = {}
_listeners: dict[str, tuple[Listener, ...]] = {}


def register(new: Stream) -> None:
    """Make a kind of stream known. Raises ValueError when the kind is taken."""
    if new.kind in _streams and _streams[new.kind] is not new:
        raise ValueError(f"stream {new.kind} is registered already")
    _streams[new.kind] = new


def stream(kind: str) -> Stream:
    """The stream of that kind. Raises KeyError for an unknown one."""
    return _streams[kind]


def listen(kind: str, new: Listener) -> None:
    """Let a driver hear of every change of this kind of stream; once, at start-up. Twice is once."""
    if new not in listeners(kind):
        _listeners[kind] = (*listeners(kind), new)


def listeners(kind: str) -> tuple[Listener, ...]:
    """Who hears of this kind of stream."""
    return _listeners.get(kind, ())
