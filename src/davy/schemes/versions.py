"""One version of a scheme as it was frozen, against the one before it, with the check code of its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.people import queries as people
from davy.schemes import queries
from davy.schemes.contract import book
from davy.schemes.difference import stretches
from davy.schemes.shown import line, version_line
from davy_core.evidence.canonical import encode
from davy_core.permits.plain import from_plain
from davy_core.schemes.state import Scheme, Section, Version

__all__ = ["version"]

CODE = 12


def version(company_id: UUID, scheme_id: UUID, n: int) -> dict[str, Any] | None:
    """The version, or None when there is none."""
    row = queries.row_of(company_id, scheme_id)
    if row is None:
        return None
    scheme: Scheme = from_plain(Scheme, json.loads(row["doc"]))
    found, before = scheme.version(n), scheme.version(n - 1)
    if found is None:
        return None
    texts = queries.texts(company_id, scheme_id)
    marks = [m.by for m in (found.submitted, found.approved, found.returned) if m]
    names = people.names(company_id, marks)
    standing, head = scheme.standing(), line(row)
    same = ("id", "number", "title", "type", "level", "area", "point", "author", "state")
    return {
        **version_line(found, texts, names),
        **{key: head[key] for key in same},
        "stands": standing is not None and standing.n == n,
        "against": before.n if before else None,
        "code": _code(scheme, found, texts),
        "sections": _compared(scheme, found, before, texts),
    }


def _compared(
    scheme: Scheme, now: Version, before: Version | None, texts: Mapping[tuple[str, str], str]
) -> list[dict[str, Any]]:
    due = book().due(scheme.type, scheme.level)
    new, old = _by_kind(now), _by_kind(before)
    words, words_before = queries.text_of(texts, now.sections), queries.text_of(texts, old.values())
    found = []
    for kind in book().sections:
        one, last = new.get(kind), old.get(kind)
        if one is None and last is None:
            continue
        text, was = words.get(kind), words_before.get(kind)
        pictures, pictures_before = _pictures(one), _pictures(last)
        same = text == was and pictures == pictures_before
        change = "gone" if one is None else "new" if last is None else "same" if same else "changed"
        found.append(
            {
                "kind": kind,
                "compulsory": kind in due,
                "change": change if before is not None else "same",
                "text": text,
                "stretches": stretches(was or "", text or "") if before is not None else [],
                "attachments": pictures,
                "attachments_before": pictures_before,
            }
        )
    return found


def _by_kind(found: Version | None) -> dict[str, Section]:
    return {s.kind: s for s in found.sections} if found else {}


def _pictures(found: Section | None) -> list[str]:
    return list(found.attachments) if found else []


def _code(scheme: Scheme, found: Version, texts: Mapping[tuple[str, str], str]) -> str:
    """Of the words and pictures of the version and of its scheme: other words, another code."""
    words = queries.text_of(texts, found.sections)
    content = {
        "scheme": scheme.id,
        "version": found.n,
        "sections": [
            {"kind": s.kind, "text": words[s.kind] or "", "attachments": list(s.attachments)}
            for s in sorted(found.sections, key=lambda s: s.kind)
        ],
    }
    return hashlib.sha256(encode(content)).hexdigest()[:CODE].upper()
