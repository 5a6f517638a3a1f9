"""A firm that is shut out works nowhere; where a plant asks, its people are let in by work, area and day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from davy_core.outcome import Refused
from davy_core.permits.contracting import Admission, Contract, admitted, firm_standing
from davy_core.permits.rulebook import Rulebook
from davy_core.permits.tests.book import read, rulebook
from davy_core.permits.tests.walk import SCAN, step, walk
from davy_core.permits.tests.world import AREA, World
from davy_core.rules.overlay import load_overlay

NOW = datetime(2026, 11, 23, tzinfo=UTC)
DAY = timedelta(days=1)
LET_IN = Admission(("hot",), ("a",), NOW - DAY, NOW + DAY)


def _admitted(
    *found: Admission, work: str = "hot", area: str | None = "a", crew: tuple[str, ...] = ()
) -> str:
    return admitted(Contract(admissions=found), work, area, crew, NOW)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), "none"),
        ((LET_IN,), "admitted"),
        ((replace(LET_IN, works=()),), "admitted"),
        ((replace(LET_IN, areas=()),), "admitted"),
        ((replace(LET_IN, works=("height",)),), "other_work"),
        ((replace(LET_IN, areas=("b",)),), "other_area"),
        ((replace(LET_IN, until=NOW),), "ended"),
        ((replace(LET_IN, since=NOW + timedelta(seconds=1)),), "none"),
        ((replace(LET_IN, companion="zheng"),), "alone"),
        ((replace(LET_IN, until=NOW), replace(LET_IN, works=("height",)), LET_IN), "admitted"),
        ((replace(LET_IN, until=NOW), replace(LET_IN, areas=("b",))), "other_area"),
    ],
)
def test_the_nearest_admission_tells(found: tuple[Admission, ...], expected: str) -> None:
    assert _admitted(*found) == expected


def test_a_place_that_is_not_known_is_no_area_of_an_admission() -> None:
    assert _admitted(LET_IN, area=None) == "other_area"


def test_a_temporary_admission_counts_beside_its_companion() -> None:
    assert _admitted(replace(LET_IN, companion="zheng"), crew=("zheng",)) == "admitted"


def test_being_shut_out_is_worse_than_lacking_a_paper() -> None:
    assert firm_standing(Contract()) == "good"
    assert firm_standing(Contract(lacking=("insurance",))) == "lacking"
    assert firm_standing(Contract(banned=True, lacking=("insurance",))) == "banned"


def _contractor(world: World, who: str, contract: Contract | None) -> None:
    status = "banned" if contract is not None and contract.banned else "active"
    world.people[who] = replace(world.people[who], firm="f", contract=contract, status=status)


def test_nobody_of_a_firm_that_is_shut_out_is_put_on_a_permit() -> None:
    world = walk(World(), "active")
    assert world.permit is not None
    who = min(world.people.keys() - set(world.permit.crew.on_site()))
    _contractor(world, who, Contract(banned=True))
    outcome = world.give("li", "assign", {"person": who, "duty": "worker"})
    assert isinstance(outcome, Refused)
    assert [reason.code for reason in outcome.reasons] == ["person_firm_banned"]


def test_shutting_a_firm_out_pauses_the_work_of_its_people() -> None:
    world = walk(World(), "active")
    _contractor(world, "qian", Contract(banned=True))
    world.must(None, "tick")
    assert world.permit is not None
    assert world.permit.state == "paused"


def _asking() -> Rulebook:
    overlay = load_overlay(read("rulepacks/overlays/contractors.yaml"))
    book = rulebook("hot")
    return replace(book, requirements=(*book.requirements, *overlay.additions))


def _let_in(world: World, until: timedelta = DAY) -> Contract:
    return Contract(admissions=(Admission(("hot",), (AREA,), world.now - DAY, world.now + until),))


def _started(contract: Contract) -> list[str]:
    """What stands in the way of the start of work with 钱 of a contractor."""
    world = walk(World(type="hot"), "issued")
    while (found := step(world)) is not None and found[1] != "start":
        world.must(*found)
    _contractor(world, "qian", contract)
    outcome = world.give("li", "start", SCAN, rulebook=_asking())
    reasons = outcome.reasons if isinstance(outcome, Refused) else ()
    return [str((reason.missing or {}).get("requirement", reason.code)) for reason in reasons]


def test_where_a_plant_asks_work_starts_with_admission_and_papers_only() -> None:
    let_in = _let_in(World(type="hot"), until=5 * DAY)
    assert _started(Contract()) == ["site.crew.admitted"]
    assert _started(replace(let_in, lacking=("insurance",))) == ["site.crew.firm_papers"]
    assert _started(let_in) == []


def test_an_admission_that_ends_at_midnight_pauses_the_work() -> None:
    world = walk(World(type="hot"), "active")
    _contractor(world, "qian", _let_in(world, timedelta(minutes=1)))
    world.must(None, "tick", rulebook=_asking())
    assert world.permit is not None
    assert world.permit.state == "active"
    world.later(minutes=1)
    world.must(None, "tick", rulebook=_asking())
    assert world.permit.state == "paused"
    assert {cause.kind for cause in world.permit.causes} == {"person_ineligible"}
