"""The gate: no start beside an outage, a live sheet or a sheet that nobody told of (S18)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from davy import clock
from davy.building import journeys
from davy.building.hands import Hands
from davy.building.neighbours import next_door
from davy.building.papering import Papering
from davy.building.plant import Plant, photo
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.outages.chasing import chase
from davy.rulebook import books
from davy.sites.models import Area, WorkPoint
from davy_core.instants import iso
from davy_core.permits.rulebook import FLOOR, Rulebook
from tests.adversarial.scenes import later, reach

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def _ready() -> tuple[Hands, Papering]:
    """A permit about to start, and sheets in 李工's hand."""
    hands = reach("issued")
    journeys.stand_ready(hands)
    return hands, Papering(hands.plant, at=hands.at).printed()


def _start(hands: Hands) -> Mapping[str, Any]:
    return hands.give("li", "start", journeys.press(hands))


def _missing(answer: Mapping[str, Any]) -> set[str]:
    assert answer["verdict"] == "refused"
    return {r["missing"]["requirement"] for r in answer["reasons"] if r.get("missing")}


def test_a_start_is_refused_from_the_declaration_until_the_account_is_whole() -> None:
    hands, paper = _ready()
    later(hands, minutes=1)
    paper.at = hands.at
    paper.declared(since=timedelta(minutes=1))
    assert _missing(_start(hands)) == {"outage.over"}
    later(hands, minutes=1)
    paper.at = hands.at
    paper.ended()
    refused = _start(hands)
    assert _missing(refused) == {"outage.accounted"}
    told = refused["reasons"][0]["missing"]
    assert told["clause"] == "Davy S18"
    assert told["remedy"] == "outage"
    assert told["evidence"]["outage.serials"] == [paper.serial(n) for n in range(3)]
    assert told["evidence"]["outage.holders"] == [hands.plant.person("li")]
    for n in range(2):
        paper.must("li", "account_unused", {"serials": [paper.serial(n)]})
        assert _missing(_start(hands)) == {"outage.accounted"}
    paper.must("li", "void_sheet", {"serial": paper.serial(2), "reason": "写错了"})
    assert _start(hands)["verdict"] == "accepted"


def test_a_live_sheet_at_the_place_refuses_until_somebody_saw_it_cleared() -> None:
    hands, paper = _ready()
    paper.declared(since=HOUR).ended()
    paper.register()
    paper.must("li", "account_unused", {"serials": [paper.serial(1), paper.serial(2)]})
    refused = _start(hands)
    assert _missing(refused) == {"outage.none_live"}
    assert refused["reasons"][0]["missing"]["evidence"]["outage.sheets"] == [paper.serial()]
    paper.clear()
    assert _start(hands)["verdict"] == "accepted"


def test_a_cleared_sheet_whose_work_goes_on_by_what_stands_on_it_refuses_again() -> None:
    hands, _ = _ready()
    paper = Papering(hands.plant, at=hands.at).printed(count=1)
    paper.declared(since=HOUR).ended()
    paper.register()
    paper.clear()
    row = {"point": "middle", "substance": "methane", "value": {"value": "3", "unit": "%vol"}}
    body = {
        "serial": paper.serial(),
        "from": iso(paper.now - HOUR),
        "outcome": "going_on",
        "responsible": hands.plant.person("li"),
        "readings": [{**row, "at": iso(paper.now)}],
        "photos": [photo(hands.plant.company, "sheet")],
    }
    assert paper.must("sun", "fill_in_sheet", body)["events"] == [
        "SheetFilledIn", "AlarmRaised", "AlarmRaised"
    ]  # fmt: skip
    assert _missing(_start(hands)) == {"outage.none_live"}


def test_a_permit_that_stands_on_older_rules_starts_beside_no_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that was submitted before the rules knew of paper."""
    hands, paper = _ready()
    paper.declared(since=HOUR).ended()
    paper.register()
    pinned = books.pinned

    def older(company: UUID, basis: str) -> Rulebook:
        book = pinned(company, basis)
        return replace(book, requirements=tuple(r for r in book.requirements if r.id not in FLOOR))

    monkeypatch.setattr(books, "pinned", older)
    assert _missing(_start(hands)) == {"outage.none_live"}


def test_a_sheet_of_which_nobody_said_the_point_refuses_in_its_whole_area() -> None:
    hands, paper = _ready()
    paper.register(place={"site": str(hands.plant.site), "area": str(hands.plant.area)})
    assert _missing(_start(hands)) == {"outage.none_live"}


def _far(plant: Plant) -> dict[str, str]:
    with tenant.company(plant.company):
        area = Area.objects.create(
            company_id=plant.company, site_id=plant.site, code="T-900", name="远处", area_class="other"
        )
        point = WorkPoint.objects.create(
            company_id=plant.company,
            area_id=area.id,
            code="far",
            name="远处一点",
            lat=31.25,
            lon=121.50,
            height_m=0,
        )
    return {"site": str(plant.site), "area": str(area.id), "point": str(point.id)}


def test_a_sheet_far_away_stands_in_nobodys_way() -> None:
    hands, paper = _ready()
    paper.register(place=_far(hands.plant))
    assert _start(hands)["verdict"] == "accepted"


def test_a_sheet_nearby_counts_as_a_neighbour_of_the_matrix() -> None:
    """Two hot works at one place on the ground, at points of their own: the matrix lets nobody coordinate
    with paper."""
    hands, _ = _ready()
    paper = Papering(hands.plant, at=hands.at).printed(template="confined")
    place = {
        "site": str(hands.plant.site),
        "area": str(hands.plant.area),
        "point": str(hands.plant.other_point),
    }
    paper.register(place=place)
    assert "outage.none_live" in _missing(_start(hands))


def _due(hands: Hands) -> int:
    with tenant.company(hands.plant.company):
        found = rows.one(
            "SELECT count(*) AS n FROM permits_permit WHERE state = 'active' AND next_check_at <= %s",
            (hands.at,),
        )
    assert found is not None
    return int(found["n"])


def _ticks(hands: Hands) -> int:
    with tenant.company(hands.plant.company):
        return len(rows.many("SELECT id FROM door_command WHERE kind = 'tick'", []))


def test_work_that_goes_on_is_paused_when_a_sheet_turns_up_at_its_place() -> None:
    """The registration itself looks at no permit, for a stop would wait for all of them (S15); it makes them
    due, and the clock looks at each by itself."""
    hands = reach("active")
    paper = Papering(hands.plant, at=hands.at).printed()
    assert _due(hands) == 0
    before = _ticks(hands)
    paper.register()
    assert (_due(hands), _ticks(hands)) == (1, before)
    hands.tick()
    assert journeys.state(hands).state == "paused"
    assert [c.detail for c in journeys.state(hands).causes] == ["outage.alone"]


def test_a_permit_that_was_just_written_meanwhile_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    hands = reach("active")
    paper = Papering(hands.plant, at=hands.at).printed()
    paper.register()
    with tenant.company(hands.plant.company):
        rows.run("UPDATE permits_permit SET next_check_at = NULL", [])
    assert _due(hands) == 0
    monkeypatch.setattr(clock, "now", lambda: hands.at)
    chase(hands.plant.company)
    assert _due(hands) == 1


def test_another_area_starts_whatever_is_missing_here() -> None:
    hands, _ = _ready()
    other = _far(hands.plant)
    paper = Papering(hands.plant, at=hands.at, outage=uuid7(), block=uuid7())
    body = {"template": "hot", "site": other["site"], "areas": [other["area"]], "count": 2}
    paper.must("zheng", "print_block", body)
    assert _start(hands)["verdict"] == "accepted"


@pytest.mark.parametrize(("east_m", "starts"), [(100, False), (3000, True)])
def test_a_sheet_nobody_told_of_next_door_stands_in_the_way_as_far_as_its_ground_reaches(
    east_m: float, starts: bool
) -> None:
    """It may be at work there: hot work beside a space that somebody may be in is nobody's to coordinate."""
    hands, _ = _ready()
    beside = next_door(hands.plant, east_m)
    paper = Papering(hands.plant, at=hands.at, outage=uuid7(), block=uuid7())
    paper.printed(count=1, template="confined", areas=[beside]).declared(since=HOUR, areas=[beside])
    later(hands, minutes=1)
    paper.at = hands.at
    paper.ended()
    if starts:
        assert _start(hands)["verdict"] == "accepted"
        return
    refused = _start(hands)
    assert _missing(refused) == {"outage.accounted"}
    assert refused["reasons"][0]["missing"]["evidence"]["outage.serials"] == [paper.serial()]
    paper.must("li", "account_unused", {"serials": [paper.serial()]})
    assert _start(hands)["verdict"] == "accepted"


def test_alarms_are_told_to_the_holder_and_the_posts_of_the_place() -> None:
    hands, paper = _ready()
    paper.register(who="sun")
    with tenant.company(hands.plant.company):
        found = rows.one(
            "SELECT kind, owner, told::text[] AS told FROM alarms_alarm WHERE kind LIKE 'sheet%%'"
        )
    assert found is not None
    assert (found["kind"], found["owner"]) == ("sheet_outside_outage", "shift_leader")
    assert {hands.plant.person(k) for k in ("li", "feng", "chu", "zheng")} == set(found["told"])
