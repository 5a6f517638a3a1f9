"""Three phones out of reach for an hour, everything they did sent in any order, with repetitions and holes:
it comes to the same, whichever way it came; nothing is done twice, nothing went live, and every stop holds
(S16)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from davy_core.outcome import Accepted, Outcome
from davy_core.permits.tests.walk import walk
from davy_core.permits.tests.world import SHOTS, World
from davy_core.sync.chain import ZERO, Head, Link, advance, place

DEPTH = int(os.environ.get("DAVY_DEPTH", "100"))
STOPS = frozenset({"pause", "take_back", "report_change", "sos"})
AHEAD = STOPS | {"confirm_stopped"}
"""What the server takes though something before it is missing."""
LIVE = frozenset({"resume", "start", "take_duty", "stand_by"})
WENT_LIVE = frozenset({"WorkStarted", "WorkResumed", "GuardianStoodBy", "DutyTaken"})

Given = tuple[str, Mapping[str, Any]]
PHONES: Mapping[str, tuple[Given, ...]] = {
    "wang": (
        ("guard_round", {}),
        ("take_back", {"cause": "guardian_left"}),
        ("pause", {"cause": "break"}),
        ("stand_by", {}),
        ("confirm_stopped", {}),
        ("add_photo", {"purpose": "work"}),
    ),
    "li": (
        ("pause", {"cause": "anomaly"}),
        ("resume", {"changed": False}),
        ("start", {"scan": "token", "held_ms": 1800}),
        ("ask_for", {"what": "resume"}),
        ("report_change", {"kind": "process"}),
        ("add_photo", {"purpose": "work"}),
    ),
    "zhou": (("record_round", {"air": None}), ("record_round", {"air": "3"}), ("sos", {})),
}


@dataclass(frozen=True)
class Did:
    """One thing somebody did offline: `minute` after he lost the signal."""

    who: str
    kind: str
    body: Mapping[str, Any]
    minute: int


@dataclass
class Server:
    """The permit and the three chains as the server keeps them, and what was answered to each envelope."""

    world: World
    heads: dict[str, Head] = field(default_factory=dict)
    known: dict[tuple[str, int], Link] = field(default_factory=dict)
    answers: dict[tuple[str, int], Outcome] = field(default_factory=dict)

    def take(self, link: Link, did: Did, lost: datetime) -> None:
        head, key = self.heads.get(did.who, Head()), (did.who, link.seq)
        where = place(head, link, self.known.get(key))
        if where != "next" and not (where == "gap" and self._is_urgent(did, lost)):
            assert where in {"again", "gap"}
            return
        assert key not in self.answers
        at = lost + timedelta(minutes=did.minute)
        over = {"occurred_at": at, "clock": "device_synced"}
        body = _body(did, self.world, at)
        self.answers[key] = self.world.give(did.who, did.kind, body, **over)
        self.known[key] = link
        waiting = [one for (who, seq), one in self.known.items() if who == did.who and seq > head.seq]
        self.heads[did.who], torn = advance(head, waiting)
        assert torn == ()

    def _is_urgent(self, did: Did, lost: datetime) -> bool:
        """What stops, and a measurement that would stop the work now, wait for nothing before them."""
        if did.kind != "record_round":
            return did.kind in AHEAD
        at = lost + timedelta(minutes=did.minute)
        tried = self.world.copy()
        told = tried.give(did.who, did.kind, _body(did, tried, at), occurred_at=at, clock="device_synced")
        return isinstance(told, Accepted) and any(e.type == "WorkPaused" for e in told.events)


def _body(did: Did, world: World, at: datetime) -> dict[str, Any]:
    if did.kind == "add_photo":
        return {**did.body, "photo": SHOTS[100 + did.minute]}
    if did.kind == "record_round":
        rows = world.readings(did.body["air"])
        return {"readings": [{**row, "sampled_at": at.isoformat()} for row in rows]}
    return dict(did.body)


@cache
def start() -> World:
    """At work; the signal is gone from now on."""
    return walk(World(type="hot"), "active")


@st.composite
def histories(draw: st.DrawFn) -> dict[str, list[Did]]:
    """What each of them did, in his own order."""
    found = {}
    for who, could in PHONES.items():
        minutes = sorted(draw(st.lists(st.integers(1, 60), max_size=5)))
        found[who] = [Did(who, *draw(st.sampled_from(could)), minute) for minute in minutes]
    return found


def chained(history: list[Did]) -> list[Link]:
    found, prev = [], ZERO
    for number, did in enumerate(history, 1):
        digest = hashlib.sha256(f"{did}{number}{prev}".encode()).hexdigest()
        found.append(Link(number, digest, prev))
        prev = digest
    return found


def _arrived(history: dict[str, list[Did]], order: list[tuple[str, int]]) -> Server:
    """Send in this order, whatever there is of it; then each phone sends until everything has its answer."""
    lost, server = start().now, Server(start().copy())
    server.world.now = lost + timedelta(minutes=70)
    chains = {who: chained(did) for who, did in history.items()}
    rest = [(who, n) for who, did in history.items() for n in range(len(did))]
    for who, n in (*order, *rest, *rest):
        if n < len(history[who]):
            server.take(chains[who][n], history[who][n], lost)
    for who, links in chains.items():
        assert server.heads.get(who, Head()).seq == len(links)
    return server


orders = st.lists(st.tuples(st.sampled_from(sorted(PHONES)), st.integers(0, 4)), max_size=24)


def _facts(server: Server) -> tuple[object, ...]:
    permit = server.world.permit
    assert permit is not None
    # Of two of one minute the worse counts, whichever came first.
    rounds = max(
        (r for r in permit.rounds if r.sampled_at), key=lambda r: (str(r.sampled_at), r.verdict != "pass")
    )
    return permit.state, frozenset(permit.photos), rounds.sampled_at, rounds.verdict, permit.guard_round_at


@settings(max_examples=DEPTH, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), orders, orders)
def test_it_comes_to_the_same_whichever_way_it_came(
    history: dict[str, list[Did]], one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    first, second = _arrived(history, one), _arrived(history, other)
    assert _facts(first) == _facts(second)
    assert first.heads == second.heads
    for server in (first, second):
        assert len(server.answers) == sum(map(len, history.values()))
        _nothing_went_live_and_stops_hold(server, history)


def _nothing_went_live_and_stops_hold(server: Server, history: dict[str, list[Did]]) -> None:
    told = server.world.history[len(start().history) :]
    assert not {event.type for event in told} & WENT_LIVE
    assert server.world.permit is not None
    did = [one for each in history.values() for one in each]
    for one in did:
        if one.kind in LIVE:
            number = history[one.who].index(one) + 1
            assert not isinstance(server.answers[one.who, number], Accepted)
    bad = any(one.kind == "record_round" and one.body["air"] for one in did)
    stopped = any(one.kind in STOPS for one in did)
    if stopped or (bad and did and _last_air(history) == "3"):
        assert server.world.permit.state == "paused"
    if not stopped and not bad:
        assert server.world.permit.state == "active"


def _last_air(history: dict[str, list[Did]]) -> Any:
    rounds = [one.body["air"] for one in history["zhou"] if one.kind == "record_round"]
    return rounds[-1] if rounds else None
