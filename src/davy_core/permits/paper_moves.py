"""Who is inside a space as paper says: counted in from the moment the line is entered, until somebody tells
that he is out.

A way in on paper counts at once, for who is inside must be got out (GB 30871 6.8, S6). A way out on paper
counts only for a way in on paper, and only when a second person has held it against the photo; whoever is in
the register itself leaves by name (S16).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from davy_core.instants import instant
from davy_core.permits.arrival import without
from davy_core.permits.paper import Move
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
WAYS: Mapping[str, str] = {"entry": "in", "exit": "out"}
MOVES = frozenset(WAYS)


def amiss(permit: Permit, body: Data) -> bool:
    """Whether a way in says that something is wrong: nobody can tell who it was, or people were told to be
    out or not to be there at all."""
    if body["what"] != "entry":
        return False
    paused = permit.state == "paused" and permit.started
    unsaid = permit.pause is None or permit.pause.confirmed_at is None
    return "person" not in body or not (permit.state == "active" or (paused and unsaid))


def moved(permit: Permit, data: Data) -> Permit:
    """With what the entry says of somebody's way, when it says anything."""
    way, person = WAYS.get(data["what"]), data.get("person")
    if way is None or person is None:
        return permit
    at = instant(data["written_at"])
    gone = any(m.way == "out" and m.counts and m.person == person and m.at > at for m in permit.paper_moves)
    stays = way == "in" and not gone and not _in_the_register(permit, person)
    move = Move(data["entry"], person, at, way, counts=stays)
    inside = permit.inside if not stays or person in permit.inside else (*permit.inside, person)
    ever = permit.ever_inside
    if way == "in":
        ever = tuple(dict.fromkeys((*ever, person)))
    return replace(permit, paper_moves=(*permit.paper_moves, move), inside=inside, ever_inside=ever)


def out_agreed(permit: Permit, entry: int) -> Permit:
    """A second person agreed with this entry: if it is a way out, whoever came in on paper before is out."""
    out = next((m for m in permit.paper_moves if m.entry == entry and m.way == "out"), None)
    if out is None:
        return permit
    moves = tuple(
        replace(m, counts=True)
        if m.entry == entry
        else replace(m, counts=False)
        if m.way == "in" and m.person == out.person and m.at < out.at
        else m
        for m in permit.paper_moves
    )
    told = replace(permit, paper_moves=moves)
    if _by_paper(permit, out.person) and not _by_paper(told, out.person):
        return replace(told, inside=without(told.inside, out.person))
    return told


def told_out(permit: Permit, person: str) -> Permit:
    """He left by name: no way in on paper keeps him in the register any more."""
    moves = tuple(
        replace(m, counts=False) if m.way == "in" and m.person == person else m for m in permit.paper_moves
    )
    return replace(permit, paper_moves=moves)


def _by_paper(permit: Permit, person: str) -> bool:
    return any(m.way == "in" and m.counts and m.person == person for m in permit.paper_moves)


def _in_the_register(permit: Permit, person: str) -> bool:
    """Whether he is in it by name, and not by paper."""
    return person in permit.inside and not _by_paper(permit, person)
