"""Which stages a permit's route has: at submission by the proposed risk, and anew when it is graded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from davy_core.approvals.ladder import climbed
from davy_core.approvals.route import Case, find_route, hastened
from davy_core.permits.escalation import covered, kinds_met, raised
from davy_core.permits.facts import Facts
from davy_core.permits.levels import minimum_level
from davy_core.permits.reviewing import URGENT_WITHIN_S
from davy_core.permits.selection import fits
from davy_core.permits.state import Permit
from davy_core.permits.view import view
from davy_core.risk.proposing import Scene, fitting

NO_EQUIPMENT = "none"


def route(permit: Permit, level: str, risk: str | None, facts: Facts) -> list[dict[str, Any]]:
    """The stages of the row that decides for this permit and of those that add to it; in haste with shorter
    deadlines. `risk` is its colour, None when there is no telling."""
    kinds, levels = kinds_met(permit, facts), facts.rulebook.levels
    due = minimum_level(levels, view(permit, None, facts), facts.now)
    # A special period that raised the level has thereby raised who signs.
    by_level = raised(levels, due, kinds, facts.calendar.step) != due
    case = Case(
        type=permit.type,
        template=permit.template,
        level=level,
        escalated=(bool(kinds) and not by_level) if facts.calendar.configured else None,
        contractor=contractor(permit, facts) is not None,
        downgraded=level == "second" and permit.work.get("whole_unit_down") is True,
        risk=risk,
        area_class=facts.ground.area_class if facts.ground else None,
        time=tuple(kinds) if facts.calendar.configured else None,
        work=permit.work,
    )
    stages = find_route(facts.rulebook.routes, case)
    stages = climbed(stages, facts.rulebook.template.get("approval"), facts.offer.levels)
    stages = covered(stages) if by_level and stages else stages
    return hastened(stages, URGENT_WITHIN_S) if permit.urgent else stages


def vacant(stages: Sequence[Mapping[str, Any]], facts: Facts) -> list[str]:
    """The posts for want of which one of these stages could not be signed."""
    return [post for stage in stages for post in _vacant(stage, facts)]


def _vacant(stage: Mapping[str, Any], facts: Facts) -> list[str]:
    empty = [post for post in stage["posts"] if not facts.holders(post)]
    return empty if stage["mode"] != "any" or len(empty) == len(stage["posts"]) else []


def contractor(permit: Permit, facts: Facts) -> str | None:
    """The firm that works: the one named, else that of anybody who works and is not the plant's own."""
    crew = permit.crew
    working = [facts.people.get(p) for p in (crew.responsible, *crew.workers) if p]
    firms = [person.firm for person in working if person and person.firm]
    return permit.contractor or next(iter(firms), None)


def hazard_rows(permit: Permit, facts: Facts) -> list[str]:
    """The ids of the rows of the hazard analysis: those of the template, of the library and the company."""
    template = facts.rulebook.template
    of_template = [h["id"] for h in template["hazards"] if fits(h.get("when"), permit.work)]
    book, ground = facts.rulebook.risk, facts.ground
    if book is None:
        return of_template
    kinds = kinds_met(permit, facts)
    equipment = ground.equipment if ground else None
    scene = Scene(
        type=permit.type,
        template=permit.template,
        area_class=ground.area_class if ground else None,
        ex_zone=ground.ex_zone if ground else None,
        tank_farm_bund=ground.tank_farm_bund if ground else None,
        pipe_rack=ground.pipe_rack if ground else None,
        major_hazard=ground.major_hazard if ground else None,
        equipment=equipment,
        in_operation=ground.in_operation if ground and equipment != NO_EQUIPMENT else False,
        contractor=contractor(permit, facts) is not None,
        time=tuple(kinds) if facts.calendar.configured else None,
    )
    return fitting(book, of_template, scene)
