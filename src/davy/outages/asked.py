"""The sheets that somebody is asked about: the rest to be filled in, or what was entered to be reviewed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from davy.db import rows
from davy.outages import queries
from davy.outages.contract import book
from davy.outages.facts import held_in, posts_at, posts_held
from davy.outages.sheets import Namer
from davy.rulebook import law
from davy_core.instants import iso
from davy_core.outages.facts import OutageFacts
from davy_core.outages.state import Block
from davy_core.outages.todo import Todo, todo
from davy_core.permits.plain import from_plain

__all__ = ["asked_of"]

_UNDONE = """
SELECT b.doc::text AS doc FROM outages_block b WHERE b.company_id = %(company)s
  AND EXISTS (SELECT 1 FROM outages_sheet s WHERE s.company_id = b.company_id AND s.block_id = b.id
    AND s.registered_at IS NOT NULL)
  AND EXISTS (SELECT 1 FROM jsonb_array_elements(b.doc->'sheets') one
    WHERE one#>>'{used,place,area}' IS NOT NULL AND one#>>'{used,agrees}' IS DISTINCT FROM 'true')
ORDER BY b.printed_at DESC, b.id LIMIT %(most)s
"""


def asked_of(company_id: UUID, person_id: UUID | None, now: datetime) -> list[dict[str, Any]]:
    """What this person has to do about sheets, what is due first on top. Inside a tenant block."""
    if person_id is None:
        return []
    found = rows.many(_UNDONE, {"company": company_id, "most": queries.MOST})
    blocks = [from_plain(Block, json.loads(row["doc"])) for row in found]
    named = Namer({}, queries.places(company_id)) if blocks else Namer({}, {})
    person = str(person_id)
    asked = [(b, one) for b in blocks for one in _of(company_id, b, person, now)]
    return [_shown(b, one, named) for b, one in sorted(asked, key=lambda pair: (pair[1].due, pair[1].serial))]


def _of(company: UUID, block: Block, person: str, now: datetime) -> Iterator[Todo]:
    def held(area: UUID) -> frozenset[str]:
        return held_in(company, area, person)

    every, some = posts_held([held(area) for area in queries.areas_of(company, block.site, block.areas)])
    facts = OutageFacts(now, now, book(), "person", person, posts=every, posts_any=some)
    return todo(block, replace(facts, posts_at=posts_at(block, held)))


def _shown(block: Block, one: Todo, names: Namer) -> dict[str, Any]:
    sheet = block.sheet(one.serial)
    if sheet is None or sheet.used is None:
        raise LookupError(one.serial)
    return {
        "serial": one.serial,
        "block": block.id,
        "number": block.number,
        "type": block.type,
        "title": law.template(block.template)["title"],
        "area": names.place(sheet.used.place.area),
        "point": names.place(sheet.used.place.point),
        "command": one.command,
        "due": iso(one.due),
    }
