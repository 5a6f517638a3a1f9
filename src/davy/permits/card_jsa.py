"""The hazard analysis for a screen: rows with what is proposed and what was answered, scale and colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.evidence import queries as evidence
from davy_core.permits.facts import Facts
from davy_core.permits.parts import Hazard
from davy_core.permits.plain import to_plain
from davy_core.permits.state import Permit
from davy_core.risk.book import RiskBook, Row
from davy_core.risk.grades import worst

__all__ = ["hazards", "risk"]

Names = Mapping[str, str]
NOWHERE: Mapping[str, str] = {"zh": "", "en": ""}


def hazards(company_id: UUID, permit: Permit, facts: Facts, names: Names) -> list[dict[str, Any]]:
    """Every row that can be told, in the order in which it is asked."""
    told = _told(company_id, permit)
    found = [(h, _asked(h, permit, facts, told)) for h in permit.hazards]
    return [{**asked, **_answer(h, permit, names)} for h, asked in found if asked is not None]


def _asked(
    hazard: Hazard, permit: Permit, facts: Facts, told: Mapping[str, Mapping[str, str]]
) -> dict[str, Any] | None:
    """The row's words and proposal; None for a row that neither the rules nor the permit tell any more."""
    book = facts.rulebook.risk
    if hazard.row in permit.rows_added:
        return _added(hazard, told.get(hazard.row, {}))
    if book is not None and hazard.row in book.rows:
        return _of_the_book(book.rows[hazard.row])
    known = next((h for h in facts.rulebook.template["hazards"] if h["id"] == hazard.row), None)
    if known is None:
        return None
    words = {key: known[key] for key in ("zh", "en")}
    ungraded = {"source": "template", "about": "work", "consequence": NOWHERE, "proposed": None, "note": None}
    return {"id": hazard.row, **words, "controls": known.get("controls", []), **ungraded}


def _of_the_book(row: Row) -> dict[str, Any]:
    proposed = {"before": dict(row.before), "after": dict(row.after)} if row.before else None
    return {
        "id": row.id,
        "zh": row.zh,
        "en": row.en,
        "controls": [dict(control) for control in row.controls],
        "source": row.source,
        "about": row.about,
        "consequence": dict(row.consequence) or NOWHERE,
        "proposed": proposed,
        "note": None,
    }


def _added(hazard: Hazard, told: Mapping[str, str]) -> dict[str, Any]:
    """A row of this permit alone, in the words of who added it, the same in both languages."""
    text = told.get("hazard", "—")
    return {
        "id": hazard.row,
        "zh": text,
        "en": text,
        "controls": [],
        "source": "permit",
        "about": "work",
        "consequence": NOWHERE,
        "proposed": None,
        "note": told.get("controls"),
    }


def _answer(h: Hazard, permit: Permit, names: Names) -> dict[str, Any]:
    graded = permit.graded.get(h.row)
    return {
        "applies": h.applies,
        "chosen": list(h.controls),
        "by": _named(h.by, names),
        "at": to_plain(h.at),
        "before": dict(graded.before) if graded else {},
        "after": dict(graded.after) if graded else {},
        "grade_before": graded.grade_before if graded else None,
        "grade": graded.grade if graded else None,
        "added_by": _named(permit.rows_added.get(h.row), names),
    }


def _named(person: str | None, names: Names) -> dict[str, Any] | None:
    return None if person is None else {"id": person, "name": names.get(person)}


def _told(company_id: UUID, permit: Permit) -> dict[str, dict[str, str]]:
    """The words of the rows added to this permit, as far as they were not erased."""
    if not permit.rows_added:
        return {}
    events = evidence.events(company_id, "permit", UUID(permit.id))
    asked = {e.id: e.data["row"] for e in events if e.type == "HazardAdded"}
    found: dict[str, dict[str, str]] = {row: {} for row in asked.values()}
    for (event, label), words in evidence.private(company_id, asked).items():
        found[asked[event]][label] = words.decode()
    return found


def risk(permit: Permit, facts: Facts) -> dict[str, Any] | None:
    """The colour that is left and that without controls, and the scale they come from; None for a permit on
    rules of before the grading."""
    book = facts.rulebook.risk
    if book is None:
        return None
    before = worst(one.grade_before for one in permit.graded.values())
    return {
        "grade": permit.risk_grade,
        "before": before if permit.risk_grade else None,
        "scale": _scale(book),
    }


def _scale(book: RiskBook) -> dict[str, Any]:
    told = book.told
    factors = [
        {
            **{key: factor[key] for key in ("id", "zh", "en")},
            "values": [{**value, "value": str(value["value"])} for value in factor["values"]],
        }
        for factor in told["factors"]
    ]
    bands = [{"grade": band["grade"], "from": str(band["from"])} for band in told["bands"]]
    return {"id": told["id"], "title": told["title"], "factors": factors, "bands": bands}
