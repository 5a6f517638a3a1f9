"""Who is inside a space, by name and as paper says: counted in from the moment the line is entered, until
somebody tells that he is out.

A way in on paper counts at once, for who is inside must be got out (GB 30871 6.8, S6), also of somebody who
is in by name: the one may be older than the other. A way out on paper counts only for a way in on paper, and
only when a second person has held it against the photo; whoever is in by name leaves by name (S16). A way out
ends only what is not later than itself; where times cannot tell, he is inside.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from davy_core.instants import instant
from davy_core.permits.arrival import without
from davy_core.permits.paper import Move
from davy_core.permits.state import Permit

Data = Mapping[str, Any]
WAYS: Mapping[str, str] = {"entry": "in", "exit": "out"}
MOVES = frozenset(WAYS)
WRITTEN = timedelta(minutes=1)
"""How finely people write the time."""


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
    stays = way == "in" and not gone
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
    return _without_who_is_out(
        replace(permit, paper_moves=moves), out.person, named=by_name(permit, out.person)
    )


def went_in(permit: Permit, person: str, at: datetime) -> Permit:
    """He went in by name at `at`, whatever paper says of him besides."""
    inside = permit.inside if person in permit.inside else (*permit.inside, person)
    entered = MappingProxyType({**permit.entered, person: at})
    ever = tuple(dict.fromkeys((*permit.ever_inside, person)))
    return replace(permit, inside=inside, entered=entered, ever_inside=ever)


def told_out(permit: Permit, person: str, at: datetime) -> Permit:
    """He left by name at `at`: no way in of before keeps him in the register any more."""
    since = permit.entered.get(person)
    stays = since is not None and since > at
    entered = {who: then for who, then in permit.entered.items() if who != person or stays}
    seen = {c.n: c.at for c in permit.captured}
    moves = tuple(
        replace(m, counts=False)
        if m.way == "in" and m.person == person and (_minute_after(m.at) <= at or seen[m.entry] <= at)
        else m
        for m in permit.paper_moves
    )
    told = replace(permit, entered=MappingProxyType(entered), paper_moves=moves)
    return _without_who_is_out(told, person, named=stays)


def by_paper(permit: Permit, person: str) -> bool:
    """Whether a way in on paper keeps him in the register."""
    return any(m.way == "in" and m.counts and m.person == person for m in permit.paper_moves)


def by_name(permit: Permit, person: str) -> bool:
    """Whether he went in by name and has not left; of who is in and not by paper it is certain."""
    return person in permit.entered or (person in permit.inside and not by_paper(permit, person))


def _without_who_is_out(permit: Permit, person: str, *, named: bool) -> Permit:
    if named or by_paper(permit, person):
        return permit
    return replace(permit, inside=without(permit.inside, person))


def _minute_after(written: datetime) -> datetime:
    return written.replace(second=0, microsecond=0) + WRITTEN
