"""The list of permits: what it is narrowed to, in which order, and a page of it. Inside a tenant block."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.db.matching import contains, words
from davy.permits.queries import ITEM, LABELS
from davy.permits.wording import looked_for
from davy.rulebook import law

__all__ = ["SORTS", "BoardFilter", "CursorError", "board", "ids", "newest"]

_NAME = "coalesce((SELECT s.name FROM {table} s WHERE s.company_id = p.company_id AND s.id = p.{column}), '')"
SORTS: Mapping[str, tuple[str, str]] = {
    "changed": ("p.changed_at", "timestamptz"),
    "from": ("p.starts_at", "timestamptz"),
    "to": ("p.ends_at", "timestamptz"),
    "left": ("coalesce(p.lapses_at, p.ends_at)", "timestamptz"),
    "number": ("coalesce(p.number, '')", "text"),
    "type": ("p.type || ' ' || p.level", "text"),
    "state": ("p.state", "text"),
    "place": (_NAME.format(table="sites_work_point", column="point_id"), "text"),
    "responsible": (_NAME.format(table="people_person", column="responsible_id"), "text"),
    "guardian": (_NAME.format(table="people_person", column="guardian_id"), "text"),
}
"""By what the list can be sorted: the SQL of the key, never null, and its type."""

# Each word is looked for in number, work and its type, place and its equipment, people and their firms.
# The registers are read once a statement, as arrays: joined, their row security would spoil the plan.
_WORD = """(p.number ILIKE %({0})s OR p.content ILIKE %({0})s OR p.type = ANY(%({0}_types)s)
 OR p.point_id = ANY (ARRAY(SELECT w.id FROM sites_work_point w
   LEFT JOIN sites_equipment e ON e.company_id = w.company_id AND e.id = w.equipment_id
   WHERE w.company_id = %(company)s AND (w.name ILIKE %({0})s OR w.code ILIKE %({0})s OR e.name ILIKE %({0})s
     OR e.code ILIKE %({0})s)))
 OR p.area_id = ANY (ARRAY(SELECT a.id FROM sites_area a
   WHERE a.company_id = %(company)s AND (a.name ILIKE %({0})s OR a.code ILIKE %({0})s)))
 OR p.people && ARRAY(SELECT o.id FROM people_person o
   LEFT JOIN people_firm f ON f.company_id = o.company_id AND f.id = o.firm_id
   WHERE o.company_id = %(company)s AND (o.name ILIKE %({0})s OR f.name ILIKE %({0})s)))"""

_NARROWINGS: Mapping[str, str] = {
    "types": "p.type = ANY(%(types)s)",
    "levels": "p.level = ANY(%(levels)s)",
    "area": "p.area_id = %(area)s",
    "point": "p.point_id = %(point)s",
    "person": "%(person)s = ANY(p.people)",
    "since": "p.ends_at >= %(since)s",
    "until": "p.starts_at < %(until)s",
    "unit": "p.area_id = ANY (ARRAY(SELECT a.id FROM sites_area a"
    " WHERE a.company_id = %(company)s AND a.unit_id = %(unit)s))",
    "equipment": "p.point_id = ANY (ARRAY(SELECT w.id FROM sites_work_point w"
    " WHERE w.company_id = %(company)s AND w.equipment_id = %(equipment)s))",
    "firm": "p.people && ARRAY(SELECT o.id FROM people_person o"
    " WHERE o.company_id = %(company)s AND o.firm_id = %(firm)s)",
    "order": "p.doc->'plan'->>'id' = %(order)s::text",
}


class CursorError(ValueError):
    """A place in the list that was not made by this list."""


@dataclass(frozen=True)
class BoardFilter:
    """What the list shows, sorted by one of SORTS; what is empty narrows nothing.

    `person` and `firm` limit it to permits that name him, or somebody of it; `since` and `until` to those
    whose window shares time with the stretch; `order` to those that stand on this work order or booking;
    `archive` to those with each of these words in what was written on them, or in who and what they name.
    `after` or `before` is a place in the list that an earlier page told; without one `page` counts from 1."""

    states: Sequence[str] = ()
    types: Sequence[str] = ()
    levels: Sequence[str] = ()
    area: UUID | None = None
    unit: UUID | None = None
    point: UUID | None = None
    equipment: UUID | None = None
    firm: UUID | None = None
    person: UUID | None = None
    mine: UUID | None = None
    order: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None
    clearance: str | None = None
    text: str | None = None
    archive: str | None = None
    sort: str = "changed"
    rising: bool = False
    after: str | None = None
    before: str | None = None
    page: int = 1
    size: int = 50

    def where(self, company_id: UUID) -> tuple[str, dict[str, Any]]:
        """The condition beside the company, without the states (the counts need all of them)."""
        parts = ["p.company_id = %(company)s"]
        params: dict[str, Any] = {}
        for name, sql in _NARROWINGS.items():
            value = getattr(self, name)
            if value:
                parts.append(sql)
                params[name] = list(value) if name in {"types", "levels"} else value
        if self.mine:
            parts.append("%(mine)s = ANY(p.people)")
            params["mine"] = self.mine
        for at, word in enumerate(words(self.text or "")):
            parts.append(_WORD.format(f"word{at}"))
            params[f"word{at}"] = contains(word)
            params[f"word{at}_types"] = _called(word)
        if words(self.archive or ""):
            parts.append("p.id = ANY (ARRAY(SELECT permits_find(%(terms)s::text[], %(patterns)s::text[])))")
            params["terms"], params["patterns"] = looked_for(company_id, self.archive or "")
        return " AND ".join(parts), params

    def narrowed(self) -> tuple[str, dict[str, Any]]:
        """The condition by state and clearance."""
        parts, params = ["true"], {"states": list(self.states), "clearance": self.clearance}
        if self.states:
            parts.append("p.state = ANY(%(states)s)")
        if self.clearance:
            parts.append("p.clearance = %(clearance)s")
        return " AND ".join(parts), params

    def place(self) -> tuple[str, dict[str, Any]]:
        """The condition that begins where an earlier page ended. Raises CursorError for nonsense."""
        told = self.after or self.before
        if told is None:
            return "true", {}
        key, kind = SORTS[self.sort]
        sign = ">" if self.rising == (self.after is not None) else "<"
        value, permit = _cursor(told, kind)
        condition = f"({key}, p.id) {sign} (%(at_key)s::{kind}, %(at_id)s::uuid)"
        return condition, {"at_key": value, "at_id": permit}


def _called(word: str) -> list[str]:
    """The types of work that are called so, in either language."""
    return [name for name, said in _titles().items() if word.lower() in said]


@cache
def _titles() -> Mapping[str, str]:
    titles = {name: law.template(name)["title"] for name in law.templates()}
    return {name: f"{says['zh']} {says['en']}".lower() for name, says in titles.items()}


def _cursor(told: str, kind: str) -> tuple[str, str]:
    try:
        value, permit = json.loads(told)
        if kind == "timestamptz":
            value = datetime.fromisoformat(value).isoformat()
        if not isinstance(value, str) or "\x00" in value:
            raise CursorError(told)
        return value, str(UUID(permit))
    except (ValueError, TypeError, AttributeError) as error:
        raise CursorError(told) from error


def board(company_id: UUID, asked: BoardFilter) -> str:
    """A page of the list as JSON text, made by one statement: its items, the places beside it, total, counts
    by state. Raises CursorError."""
    where, params = asked.where(company_id)
    narrowed, narrow = asked.narrowed()
    place, at = asked.place()
    key = SORTS[asked.sort][0]
    back = asked.before is not None and asked.after is None
    shown_as = "ASC" if asked.rising else "DESC"
    walked = "ASC" if asked.rising != back else "DESC"
    mark = "(SELECT json_build_array(k, id)::text FROM shown ORDER BY k {0}, id {0} LIMIT 1)"
    other = "DESC" if asked.rising else "ASC"
    more = "(SELECT count(*) > %(size)s FROM page)"
    behind = mark.format(other) if back else f"CASE WHEN {more} THEN {mark.format(other)} END"
    first = mark.format(shown_as)
    ahead = f"CASE WHEN {more} THEN {first} END" if back else first if asked.after else "NULL"
    statement = f"""
WITH counted AS (
  SELECT p.state, p.clearance, count(*) AS n FROM permits_permit p WHERE {where} GROUP BY p.state,
  p.clearance),
page AS (
  SELECT p.*, {key} AS k FROM permits_permit p WHERE {where} AND {narrowed} AND {place}
  ORDER BY k {walked}, p.id {walked} LIMIT %(size)s + 1 OFFSET %(offset)s),
shown AS (SELECT * FROM page p ORDER BY p.k {walked}, p.id {walked} LIMIT %(size)s)
SELECT json_build_object(
 'items', coalesce((SELECT json_agg({ITEM} ORDER BY p.k {shown_as}, p.id {shown_as})
    FROM shown p {LABELS}), '[]'),
 'total', coalesce((SELECT sum(n) FROM counted p WHERE {narrowed}), 0),
 'counts', coalesce((SELECT json_object_agg(state, n) FROM (
    SELECT state, sum(n) AS n FROM counted GROUP BY state) s), '{{}}'),
 'clearance_open', coalesce((SELECT sum(n) FROM counted WHERE clearance = 'open'), 0),
 'next', {behind}, 'previous', {ahead},
 'page', %(page)s::int, 'size', %(size)s::int)::text AS answer
"""  # noqa: S608 - composed of constants; every value is a parameter
    paging = {
        "company": company_id,
        "size": asked.size,
        "offset": 0 if at else (asked.page - 1) * asked.size,
        "page": asked.page,
    }
    found = rows.one(statement, {**params, **narrow, **at, **paging})
    return str(found["answer"]) if found else "{}"


def newest(company_id: UUID, asked: BoardFilter) -> list[dict[str, Any]]:
    """The first items of the list, the newest change first, and nothing beside them: it stops looking as soon
    as it has them."""
    where, params = asked.where(company_id)
    statement = f"""
WITH page AS MATERIALIZED (
  SELECT p.* FROM permits_permit p WHERE {where} ORDER BY p.changed_at DESC LIMIT %(size)s)
SELECT {ITEM}::text AS item FROM page p {LABELS} ORDER BY p.changed_at DESC
"""  # noqa: S608 - as above
    found = rows.many(statement, {**params, "company": company_id, "size": asked.size})
    return [json.loads(row["item"]) for row in found]


def ids(company_id: UUID, asked: BoardFilter, most: int) -> list[UUID]:
    """The permits of the list in its order, `most` of them at the most."""
    where, params = asked.where(company_id)
    narrowed, narrow = asked.narrowed()
    order = "ASC" if asked.rising else "DESC"
    statement = (
        f"SELECT p.id FROM permits_permit p WHERE {where} AND {narrowed}"  # noqa: S608 - as above
        f" ORDER BY {SORTS[asked.sort][0]} {order}, p.id {order} LIMIT %(most)s"
    )
    found = rows.many(statement, {**params, **narrow, "company": company_id, "most": most})
    return [row["id"] for row in found]
