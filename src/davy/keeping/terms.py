"""The contract of keeping as it is in force: what the rule packs ask for, and what a company keeps longer."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.db import rows
from davy_core.keeping.periods import Own, Shorter
from davy_core.keeping.terms import Terms

__all__ = ["own", "terms", "terms_of"]

_OWN = """
SELECT what, days, shorter_days, shorter_from, shorter_by::text, shorter_at FROM keeping_period
WHERE company_id = %s ORDER BY what
"""


@cache
def terms() -> Terms:
    """The law: contracts/keeping.yaml with the periods of every rule pack."""
    law = resources.files("davy_law")
    packs = [
        _read(pack.joinpath("keeping.yaml"))
        for pack in sorted(law.joinpath("rulepacks").iterdir(), key=lambda entry: entry.name)
        if pack.joinpath("keeping.yaml").is_file()
    ]
    return Terms.load(_read(law.joinpath("contracts", "keeping.yaml")), packs)


def own(company_id: UUID) -> dict[str, Own]:
    """What this company decided, with what is to follow. Inside a tenant block."""
    return {
        row["what"]: Own(
            row["days"],
            Shorter(row["shorter_days"], row["shorter_from"], row["shorter_by"], row["shorter_at"])
            if row["shorter_days"] is not None
            else None,
        )
        for row in rows.many(_OWN, (company_id,))
    }


def terms_of(company_id: UUID, now: datetime) -> Terms:
    """The law with what this company keeps longer by then. Inside a tenant block."""
    return terms().tightened({what: kept.on(now) for what, kept in own(company_id).items()})


def _read(file: Any) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
