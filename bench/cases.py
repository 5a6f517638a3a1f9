"""The hot paths: a command through the door, a permit's card, the board of 50. Each beside its reference."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from bench.ground import reference
from davy import clock
from davy.building import journeys
from davy.building.hands import AT_POINT, Hands
from davy.building.plant import small_plant
from davy.clock import beat
from davy.db import tenant
from davy.door.commanding import answer
from davy.door.envelope import seal
from davy.door.streams import Sender
from davy.ids import uuid7
from davy.permits import listing
from davy.permits.card import card
from davy_core.instants import iso

__all__ = ["Case", "cases", "live_permit", "scripted"]

Way = Callable[[], object]


@dataclass(frozen=True)
class Case:
    """One hot path: how often a batch calls it, its ways, and what it may cost."""

    name: str
    calls: int
    davy: Way
    reference: Way
    target: str


def live_permit() -> Hands:
    """A permit of a small plant, at work."""
    hands = Hands(small_plant())
    journeys.draft_hot(hands)
    journeys.get_to_work(hands)
    return hands


def cases(hands: Hands) -> list[Case]:
    """Everything that is measured, on this live permit."""
    company, permit = hands.plant.company, hands.permit
    chain = Hands(hands.plant)
    journeys.draft_hot(chain)  # its rows are those the reference moves: the live one's chain stays whole
    ids = {"company": str(company), "permit": str(permit), "other": str(chain.permit)}
    return [
        Case("command", 40, lambda: _command(hands), scripted("command", ids), "app ≤ 1.5 ms, ≤ 3 ×"),
        Case("refused command", 40, lambda: _refused(hands), scripted("command", ids), "-"),
        Case("card", 40, lambda: _card(hands), scripted("card", ids), "≤ 3 ×"),
        Case("board of 50", 4, lambda: _board(hands, ()), scripted("board", ids), "≤ 3 ×"),
        Case("board, live only", 20, lambda: _board(hands, LIVE), scripted("board_live", ids), "≤ 3 ×"),
    ]


LIVE = ("submitted", "issued", "active", "paused", "finished")


def _command(hands: Hands) -> None:
    assert _send(hands, "wang", "guard_round", {}) == 200


def _refused(hands: Hands) -> None:
    assert _send(hands, "qian", "finish", {}) == 409


def _send(hands: Hands, who: str, kind: str, body: Mapping[str, Any]) -> int:
    member = hands.plant.people[who]
    raw = seal(
        {
            "v": 1, "id": str(uuid7()), "company": str(hands.plant.company),
            "stream": f"permit/{hands.permit}",
            "kind": kind, "base_version": None, "body": body, "occurred_at": iso(clock.now()),
            "app": "bench/1",
            "position": AT_POINT,
        }
    )  # fmt: skip
    return answer(raw, hands.plant.company, Sender("person", member.person, member.account)).status_code


def _card(hands: Hands) -> None:
    with tenant.company(hands.plant.company):
        found = card(hands.plant.company, hands.permit, hands.plant.people["li"].person, clock.now())
    assert json.dumps(found, ensure_ascii=False)


def _board(hands: Hands, states: tuple[str, ...]) -> None:
    with tenant.company(hands.plant.company):
        assert len(listing.board(hands.plant.company, listing.BoardFilter(states=states))) > 1000


def scripted(name: str, ids: Mapping[str, Any]) -> Way:
    """The reference as one transaction of hand-written statements through the same driver."""
    statements = reference(name)

    def run() -> None:
        beaten: dict[str, Any] = {**ids, "id": str(uuid7()), "now": clock.now()}
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement, beaten)
                if cursor.description:
                    cursor.fetchall()

    return run


def keep_beating() -> None:
    """The watching clock runs: without it nothing may go live."""
    beat.strike(jumped=False)
