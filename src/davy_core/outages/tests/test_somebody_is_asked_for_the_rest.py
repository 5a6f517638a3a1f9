"""Who is asked to fill in a sheet and who to review it, and by when (S18, S20)."""

from __future__ import annotations

from datetime import timedelta

from davy_core.outages.tests.site import Site
from davy_core.outages.todo import Todo, todo

EVERYBODY = ("li", "wang", "chen", "zheng", "ding", "kong", "sun")


def _asked(site: Site) -> dict[str, list[Todo]]:
    assert site.block is not None
    found = {who: list(todo(site.block, site.facts(who))) for who in EVERYBODY}
    return {who: rows for who, rows in found.items() if rows}


def _used() -> Site:
    site = Site().printed().declared().later(hours=2)
    site.register(who="sun")
    return site


def test_nothing_is_asked_before_a_sheet_was_worked_on_and_nothing_of_the_clock() -> None:
    site = Site().printed().declared().later(hours=2)
    assert _asked(site) == {}
    site.register()
    assert site.block is not None
    assert list(todo(site.block, site.facts(None))) == []


def test_who_told_of_it_and_who_holds_the_block_are_asked_for_the_rest_within_a_day() -> None:
    site = _used()
    due = site.now + timedelta(hours=24)
    wanted = [Todo(site.serial(), "fill_in_sheet", due)]
    assert _asked(site) == {"li": wanted, "sun": wanted}


def test_afterwards_the_leaders_are_asked_who_do_not_stand_on_it_within_three_days() -> None:
    site = _used()
    site.must("zheng", "fill_in_sheet", site.filled(guardian="kong"))
    wanted = [Todo(site.serial(), "review_sheet", site.now + timedelta(hours=72))]
    assert _asked(site) == {"ding": wanted}
    assert site.refused("kong", "review_sheet", {"serial": site.serial(), "agrees": True}) == [
        "sheet_second_person"
    ]


def test_what_does_not_agree_goes_back_to_those_who_know_and_then_nobody_is_asked() -> None:
    site = _used()
    site.must("zheng", "fill_in_sheet", site.filled())
    site.later(hours=1).must("kong", "review_sheet", {"serial": site.serial(), "agrees": False})
    assert {who: rows[0].command for who, rows in _asked(site).items()} == {
        "li": "fill_in_sheet",
        "sun": "fill_in_sheet",
        "zheng": "fill_in_sheet",
    }
    site.must("li", "fill_in_sheet", site.filled())
    assert set(_asked(site)) == {"zheng", "ding", "kong"}
    site.must("kong", "review_sheet", {"serial": site.serial(), "agrees": True})
    assert _asked(site) == {}


def test_a_sheet_whose_place_is_cleared_is_still_asked_for() -> None:
    site = _used()
    site.must("ding", "close_sheet", site.clear())
    assert set(_asked(site)) == {"li", "sun"}
