"""Keeps the words of a permit for the archive, in the transaction that changes them; in a tenant block."""

from __future__ import annotations

import json
from functools import cache
from uuid import UUID

from davy.db import rows
from davy.db.matching import words
from davy.rulebook import law

__all__ = ["keep", "looked_for", "titles"]


def keep(company_id: UUID, permit_id: UUID) -> None:
    """Work out the words of the permit from its row as it is now."""
    rows.run("SELECT permits_reword(%s, %s, %s::jsonb)", (company_id, permit_id, titles()))


def looked_for(company_id: UUID, text: str) -> tuple[list[str], list[str]]:
    """The pairs of characters and the patterns that all words of what was typed ask for."""
    typed = [word.lower() for word in words(text)]
    mark = str(company_id)[-8:]
    pairs = {mark + word[at : at + 2] for word in typed for at in range(len(word) - 1)}
    escaped = (w.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for w in typed)
    return sorted(pairs), [f"%{word}%" for word in escaped]


@cache
def titles() -> str:
    """What each type of work is called, in both languages, as JSON text."""
    told = {name: law.template(name)["title"] for name in law.templates()}
    return json.dumps({name: f"{says['zh']}\n{says['en']}" for name, says in told.items()})
