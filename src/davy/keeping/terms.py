"""The contract of keeping as it is in force: what the rule packs ask for, and what a company keeps longer."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any
from uuid import UUID

import yaml

from davy.db import rows
from davy_core.keeping.terms import Terms

__all__ = ["terms", "terms_of"]

_DAYS = "SELECT what, days FROM keeping_period WHERE company_id = %s ORDER BY what"


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


def terms_of(company_id: UUID) -> Terms:
    """The law with what this company keeps longer. Inside a tenant block."""
    return terms().tightened({row["what"]: row["days"] for row in rows.many(_DAYS, (company_id,))})


def _read(file: Any) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))
