"""An isolation as it is shown: its words, who is behind it, and which steps the reader may take now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.evidence import queries as evidence
from davy.isolations import queries
from davy.isolations.contract import book, titles
from davy.people import queries as people
from davy.permits import facts as permits
from davy.permits import queries as permit_queries
from davy_core.instants import iso
from davy_core.isolations.duties import duties_of
from davy_core.isolations.facts import IsolationCommand, IsolationFacts
from davy_core.isolations.relying import holds_it
from davy_core.isolations.state import Isolation
from davy_core.permits.plain import from_plain
from davy_core.permits.state import Permit
from davy_core.streams import Mark

__all__ = ["detail", "line"]

Names = Mapping[str, str]
OF_A_PERMIT = ("release", "count_out")


def line(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row of `queries.board`."""
    same = (
        "id", "number", "title", "state", "points", "applied", "verified", "blinds", "blinds_verified",
        "locks", "relying", "changed_at", "version",
    )  # fmt: skip
    point = {"id": row["point"], "name": row["point_name"]} if row["point"] else None
    found = {key: row[key] for key in same}
    return {**found, "area": {"id": row["area"], "name": row["area_name"]}, "point": point}


def detail(
    company_id: UUID, isolation_id: UUID, person_id: UUID | None, now: datetime
) -> dict[str, Any] | None:
    """The whole of one isolation for one reader, or None when there is none."""
    row = queries.row_of(company_id, isolation_id)
    if row is None:
        return None
    isolation: Isolation = from_plain(Isolation, json.loads(row["doc"]))
    behind = _permits(company_id, isolation)
    facts = _facts(company_id, isolation, behind, person_id, now)
    held = duties_of(isolation, IsolationCommand(isolation.id, "", {}), facts)
    crews = {person for permit in behind.values() for person in permit.crew.on_site()}
    names = people.names(company_id, _everybody(isolation) | crews)
    called = queries.names_of(company_id, isolation_id)
    return {
        **line(row),
        "site": {"id": isolation.place.site},
        "equipment": queries.equipment_of(company_id, isolation.equipment),
        "drawing": isolation.drawing,
        "planned": _mark(isolation.planned, names),
        "isolators": [_named(p, names) for p in isolation.isolators],
        "verifiers": [_named(p, names) for p in isolation.verifiers],
        "rows": _points(isolation, held, names, called),
        "hung": _locks(isolation, names, facts.person),
        "reliances": _reliances(company_id, isolation, facts, names),
        "trial": _trial(isolation, names),
        "valve_only": isolation.by_valve_only(),
        "duties": sorted(held),
        "commands": [kind for kind in _possible(isolation, held) if not book().rules[kind].points],
        "history": _history(company_id, isolation_id, called),
        "server_time": iso(now),
    }


def _permits(company_id: UUID, isolation: Isolation) -> dict[str, Permit]:
    found = ((r.permit, permits.load(company_id, UUID(r.permit))) for r in isolation.reliances)
    return {permit_id: one[0] for permit_id, one in found if one is not None}


def _facts(
    company_id: UUID,
    isolation: Isolation,
    behind: Mapping[str, Permit],
    person_id: UUID | None,
    now: datetime,
) -> IsolationFacts:
    person = str(person_id) if person_id else None
    found = people.posts(company_id, UUID(isolation.place.area))
    posts = frozenset(code for code, post in found.items() if person and person in {post.holder, post.deputy})
    return IsolationFacts(now, now, book(), "person", person, posts, permits=behind)


def _possible(isolation: Isolation, held: frozenset[str]) -> list[str]:
    """The commands that these duties may give in this state; the rest is judged when they are given."""
    state = isolation.state
    return [kind for kind, rule in book().rules.items() if state in rule.sources and rule.duties & held]


def _points(isolation: Isolation, held: frozenset[str], names: Names, called: Names) -> list[dict[str, Any]]:
    possible = _possible(isolation, held)
    rules = book().rules
    plain = ("id", "kind", "number", "line", "medium", "hazardous", "state", "tag", "photo")
    marks = ("applied", "verified", "removed", "restored", "doubted", "begun")
    found = []
    for point in isolation.points:
        commands = [kind for kind in possible if point.state in rules[kind].points]
        if point.kind != "blind":
            commands = [kind for kind in commands if kind != "begin_blind"]
        elif point.state in {"planned", "applied", "verified"}:
            commands = [kind for kind in commands if kind not in {"apply_point", "remove_point"}]
        row = {key: getattr(point, key) for key in plain}
        row |= {key: _mark(getattr(point, key), names) for key in marks}
        row |= {key: _number(getattr(point, key)) for key in ("x", "y")}
        locks = [lock.number for lock in isolation.locks if lock.point == point.id]
        row |= {"name": called.get(point.id), "locks": locks, "commands": commands}
        found.append(row)
    return found


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _locks(isolation: Isolation, names: Names, person: str | None) -> list[dict[str, Any]]:
    return [
        {
            "number": lock.number,
            "kind": lock.kind,
            "owner": _named(lock.owner, names),
            "at": iso(lock.at),
            "point": lock.point,
            "wanted": _mark(lock.wanted, names),
            "mine": lock.owner == person,
        }
        for lock in isolation.locks
    ]


def _reliances(
    company_id: UUID, isolation: Isolation, facts: IsolationFacts, names: Names
) -> list[dict[str, Any]]:
    shown = permit_queries.items(company_id, [UUID(r.permit) for r in isolation.reliances])
    items = {item["id"]: item for item in shown}
    found = []
    for one in isolation.reliances:
        command = IsolationCommand(isolation.id, "", {"permit": one.permit})
        possible = _possible(isolation, duties_of(isolation, command, facts))
        standing = one.released is None
        count, behind = isolation.counted(one.permit), facts.permits.get(one.permit)
        found.append(
            {
                "permit": items.get(one.permit),
                "crew": [_named(p, names) for p in (behind.crew.on_site() if behind else ())],
                "at": iso(one.at),
                "by": _named(one.by, names),
                "released": _mark(one.released, names),
                "holds": standing and holds_it(behind),
                "counted": {"at": iso(count.at), "people": count.people} if count else None,
                "commands": [kind for kind in OF_A_PERMIT if standing and kind in possible],
            }
        )
    return [row for row in found if row["permit"] is not None]


def _trial(isolation: Isolation, names: Names) -> dict[str, Any] | None:
    trial = isolation.trial
    if trial is None:
        return None
    began = Mark(trial.at, trial.by)
    return {"points": list(trial.points), "began": _mark(began, names), "ended": _mark(trial.ended, names)}


def _history(company_id: UUID, isolation_id: UUID, called: Names) -> list[dict[str, Any]]:
    """What happened, the newest first; refused attempts are in the evidence and not here."""
    stored = [e for e in evidence.events(company_id, "isolation", isolation_id) if e.type != "AttemptRefused"]
    private = evidence.private(company_id, [e.id for e in stored])
    told = [(e, e.data) for e in stored]
    names = people.names(company_id, {str(data["by"]) for _, data in told})
    return [
        {
            "type": e.type,
            "title": titles()[e.type],
            "at": data["at"],
            "by": _named(str(data["by"]), names),
            "point": data.get("point"),
            "point_name": called.get(str(data.get("point"))),
            "lock": data.get("number") if e.type.startswith("Lock") else None,
            "note": private[(e.id, "reason")].decode() if (e.id, "reason") in private else None,
            "photo": data.get("photo"),
        }
        for e, data in reversed(told)
    ]


def _mark(mark: Mark | None, names: Names) -> dict[str, Any] | None:
    return None if mark is None else {"at": iso(mark.at), "by": _named(mark.by, names)}


def _named(person: str, names: Names) -> dict[str, str | None]:
    return {"id": person, "name": names.get(person)}


def _everybody(isolation: Isolation) -> set[str]:
    marks = [
        m
        for p in isolation.points
        for m in (p.applied, p.verified, p.removed, p.restored, p.doubted, p.begun)
    ]
    marks += [
        isolation.planned,
        *(k.wanted for k in isolation.locks),
        *(r.released for r in isolation.reliances),
    ]
    if isolation.trial is not None:
        marks += [Mark(isolation.trial.at, isolation.trial.by), isolation.trial.ended]
    found = {mark.by for mark in marks if mark is not None}
    found |= {lock.owner for lock in isolation.locks} | {r.by for r in isolation.reliances}
    return found | set(isolation.isolators) | set(isolation.verifiers)
