"""A scheme as it is shown: its words, what is missing, versions and remarks, and what the reader may do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.people import queries as people
from davy.permits import schemes as permits
from davy.schemes import queries
from davy.schemes.contract import book
from davy.schemes.facts import posts_of
from davy_core.instants import iso
from davy_core.permits.plain import from_plain
from davy_core.schemes.duties import approvers, duties_of
from davy_core.schemes.facts import SchemeFacts
from davy_core.schemes.state import Annotation, Scheme, Version
from davy_core.streams import Mark

__all__ = ["detail", "line", "mark", "version_line"]

Names = Mapping[str, str]
Texts = Mapping[tuple[str, str], str]
OF_AN_ANNOTATION = ("answer_annotation", "close_annotation")


def line(row: Mapping[str, Any]) -> dict[str, Any]:
    """One row of `queries.board`."""
    same = (
        "id", "number", "title", "type", "level", "state", "standing", "lasts_to", "annotations_open",
        "changed_at", "version",
    )  # fmt: skip
    found = {key: row[key] for key in same}
    return {
        **found,
        "area": {"id": row["area"], "name": row["area_name"]},
        "point": {"id": row["point"], "name": row["point_name"]} if row["point"] else None,
        "author": {"id": row["author"], "name": row["author_name"]},
        "last": row["versions"],
    }


def detail(company_id: UUID, scheme_id: UUID, person_id: UUID | None, now: datetime) -> dict[str, Any] | None:
    """The whole of one scheme for one reader, or None when there is none."""
    row = queries.row_of(company_id, scheme_id)
    if row is None:
        return None
    scheme: Scheme = from_plain(Scheme, json.loads(row["doc"]))
    person = str(person_id) if person_id else None
    posts = posts_of(company_id, scheme.place.area, now)
    facts = SchemeFacts(now, now, book(), "person", person, posts=posts)
    held, may = duties_of(scheme, facts), approvers(scheme, facts)
    names = people.names(company_id, {*_everybody(scheme), *may})
    texts = queries.texts(company_id, scheme_id)
    possible = [k for k, r in book().rules.items() if scheme.state in r.sources and r.duties & held]
    return {
        **line(row),
        "site": scheme.place.site,
        "drafted": mark(scheme.drafted, names),
        "copied": scheme.copied,
        "withdrawn": mark(scheme.withdrawn, names),
        "withdrawn_reason": texts.get(("withdrawn", "")),
        "sections": _sections(scheme, texts, names),
        "versions": [version_line(v, texts, names) for v in scheme.versions],
        "annotations": [_annotation(a, texts, names, possible, person) for a in scheme.annotations],
        "approvers": [_named(p, names) for p in may],
        "permits": permits.naming(company_id, scheme_id),
        "duties": sorted(held),
        "commands": [kind for kind in possible if kind not in OF_AN_ANNOTATION],
        "valid_days": book().lasts.days,
        "server_time": iso(now),
    }


def _sections(scheme: Scheme, texts: Texts, names: Names) -> list[dict[str, Any]]:
    words, due = queries.text_of(texts, scheme.sections), book().due(scheme.type, scheme.level)
    found = []
    for kind in book().sections:
        section = scheme.section(kind)
        found.append(
            {
                "kind": kind,
                "compulsory": kind in due,
                "met": kind not in due or book().is_met(section),
                "text": words.get(kind) if section else "",
                "attachments": list(section.attachments) if section else [],
                "written": mark(section.written, names) if section else None,
            }
        )
    return found


def version_line(version: Version, texts: Texts, names: Names) -> dict[str, Any]:
    """A version with what became of it."""
    return {
        "n": version.n,
        "submitted": mark(version.submitted, names),
        "approved": mark(version.approved, names),
        "returned": mark(version.returned, names),
        "reason": texts.get(("returned", str(version.n))),
        "lasts_to": iso(version.lasts_to) if version.lasts_to else None,
    }


def _annotation(
    one: Annotation, texts: Texts, names: Names, possible: list[str], person: str | None
) -> dict[str, Any]:
    may = [kind for kind in OF_AN_ANNOTATION if kind in possible and one.closed is None]
    if one.answered is None and one.opened.by != person:
        may = [kind for kind in may if kind != "close_annotation"]
    return {
        "id": one.id,
        "section": one.section,
        "version": one.version,
        "text": texts.get(("text", one.id)),
        "opened": mark(one.opened, names),
        "answer": texts.get(("answer", one.id)),
        "answered": mark(one.answered, names),
        "closed": mark(one.closed, names),
        "commands": may,
    }


def mark(found: Mark | None, names: Names) -> dict[str, Any] | None:
    """When and by whom, or None."""
    return None if found is None else {"at": iso(found.at), "by": _named(found.by, names)}


def _named(person: str, names: Names) -> dict[str, str | None]:
    return {"id": person, "name": names.get(person)}


def _everybody(scheme: Scheme) -> set[str]:
    marks = [scheme.drafted, scheme.withdrawn, *(s.written for s in scheme.sections)]
    for v in scheme.versions:
        marks += [v.submitted, v.approved, v.returned]
    for a in scheme.annotations:
        marks += [a.opened, a.answered, a.closed]
    return {found.by for found in marks if found is not None}
