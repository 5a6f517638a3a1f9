"""Which rows a permit's hazard analysis begins with: those that fit its work, its place and its people.

What is not known applies: a row falls away only when something known is none of what it asks for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from davy_core.risk.book import RiskBook
from davy_core.risk.grades import worst
from davy_core.risk.scale import grade

__all__ = ["Scene", "first_grade", "fitting"]


@dataclass(frozen=True)
class Scene:
    """What the rows of library and company ask about; None is what nobody knows. `equipment` is the kind of
    equipment at the place, "" where there is none. `time`: the kinds of special period that are met."""

    type: str
    template: str
    area_class: str | None = None
    ex_zone: str | None = None
    tank_farm_bund: bool | None = None
    pipe_rack: bool | None = None
    major_hazard: bool | None = None
    equipment: str | None = None
    in_operation: bool | None = None
    contractor: bool | None = None
    time: tuple[str, ...] | None = None


ASKED = {"types": "type", "templates": "template"}


def fitting(book: RiskBook, template_rows: list[str], scene: Scene) -> list[str]:
    """The ids of the permit's rows: those of its template that apply, then of the library and the company."""
    more = [r.id for r in book.rows.values() if r.source != "template" and _fits(r.when, scene)]
    return [*template_rows, *more]


def _fits(when: Mapping[str, Any], scene: Scene) -> bool:
    """Raises AttributeError for a condition that no scene has: such a row is no row."""
    return all(_meets(getattr(scene, ASKED.get(name, name)), wanted) for name, wanted in when.items())


def _meets(value: object, wanted: object) -> bool:
    if value is None or wanted == []:
        return True
    asked = wanted if isinstance(wanted, list | tuple) else [wanted]
    return not set(value).isdisjoint(asked) if isinstance(value, tuple) else value in asked


def first_grade(book: RiskBook, rows: list[str]) -> str:
    """The worst colour that is proposed for these rows after their controls; a row without a proposal counts
    when it is confirmed. No proposal at all is the worst."""
    told = [book.rows[row] for row in rows if book.rows[row].after]
    return worst(grade(book.scale, row.after).grade for row in told)
