"""Keeps everybody else out of one person's copy: ids of others and names of others in somebody's words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from davy.db import rows

__all__ = ["HIMSELF", "SOMEBODY", "Others"]

HIMSELF, SOMEBODY = "本人", "他人"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NAMES = "SELECT DISTINCT name FROM people_person WHERE company_id = %s AND id <> %s AND name <> %s"
_WHO = """
SELECT id FROM people_person WHERE company_id = %(company)s AND id = ANY(%(ids)s::uuid[])
UNION SELECT id FROM accounts_account WHERE company_id = %(company)s AND id = ANY(%(ids)s::uuid[])
"""
_SHORTEST = 2  # letters of a name that is looked for in a text


class Others:
    """Everybody of the company's register but him, as they are when it is made. Inside a tenant block."""

    def __init__(self, company_id: UUID, person_id: UUID, name: str, accounts: Iterable[UUID]) -> None:
        self._company = company_id
        self._own = {str(person_id), *(str(account) for account in accounts)}
        found = rows.many(_NAMES, (company_id, person_id, name))
        self._names = {row["name"] for row in found if len(row["name"]) >= _SHORTEST}
        self._sizes = sorted({len(name) for name in self._names}, reverse=True)
        self._name = name

    def blanked(self, text: str) -> str:
        """The text with 「他人」 where somebody else's name stands."""
        made, at = [], 0
        while at < len(text):
            if self._name and text.startswith(self._name, at):
                made.append(self._name)
                at += len(self._name)
                continue
            size = next((size for size in self._sizes if text[at : at + size] in self._names), 0)
            made.append(SOMEBODY if size else text[at])
            at += size or 1
        return "".join(made)

    def people(self, texts: Iterable[str]) -> frozenset[str]:
        """Those ids in these texts that are people or accounts, and not his. Inside a tenant block."""
        ids = sorted({found for text in texts for found in _UUID.findall(text)} - self._own)
        asked = {"company": self._company, "ids": ids}
        return frozenset(str(row["id"]) for row in rows.many(_WHO, asked)) if ids else frozenset()

    def cleared(self, told: Any, people: frozenset[str]) -> Any:
        """What an event says, with himself told and everybody of `people` kept out."""
        if isinstance(told, dict):
            return {self.cleared(key, people): self.cleared(value, people) for key, value in told.items()}
        if isinstance(told, list):
            return [self.cleared(value, people) for value in told]
        if not isinstance(told, str):
            return told
        if told in self._own:
            return HIMSELF
        return _UUID.sub(lambda found: SOMEBODY if found[0] in people else found[0], told)
