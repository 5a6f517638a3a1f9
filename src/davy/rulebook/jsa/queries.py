"""What a company made its own of the hazard analysis, as a basis takes it. Inside a tenant block."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.db import rows
from davy.rulebook import law
from davy_core.risk.tighten import tightened

__all__ = ["own", "scale_of", "told"]

_OWN = """
SELECT json_build_object(
 'scale', (SELECT scale FROM rulebook_risk_scale WHERE company_id = %(company)s),
 'starts', coalesce((SELECT bands FROM rulebook_risk_scale WHERE company_id = %(company)s), '{}'),
 'rows', coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind, 'about', about, 'types', types,
   'equipment', equipment, 'zh', zh, 'en', en, 'controls', controls) ORDER BY id)
   FROM rulebook_jsa_row WHERE company_id = %(company)s AND NOT withdrawn), '[]'))::text AS own
"""


def own(company_id: UUID) -> str:
    """The chosen scale, its lower scores and the rows that stand, as JSON text: the same for the same."""
    found = rows.one(_OWN, {"company": company_id})
    return str(found["own"]) if found else "{}"


def scale_of(chosen: str | None, starts: dict[str, str]) -> dict[str, Any]:
    """The scale as parsed data, with the company's lower scores. Raises LooserError, or LookupError for a
    scale that the law does not have."""
    known = law.scales()
    found = next((one for one in known["scales"] if one["id"] == (chosen or known["default"])), None)
    if found is None:
        raise LookupError(chosen)
    return tightened(found, starts)


def told(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the register as the rules tell a row; its id says whose it is."""
    name = f"own.{row['id']}"
    asked = {"types": row["types"], "equipment": row["equipment"]}
    controls = [{"id": f"{name}.{n}", **words} for n, words in enumerate(row["controls"], start=1)]
    return {
        "id": name,
        "kind": row["kind"],
        "about": row["about"],
        "when": {key: value for key, value in asked.items() if value},
        "zh": row["zh"],
        "en": row["en"],
        "controls": controls,
    }
