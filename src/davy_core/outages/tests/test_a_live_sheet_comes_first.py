"""A sheet that was worked on: taken in at once, filled in later, reviewed by somebody else, cleared."""

from __future__ import annotations

from datetime import timedelta

import pytest

from davy_core.instants import iso
from davy_core.outages.tests.site import AREA, CLEAR, OTHER, PERMIT, PHOTO, SITE, Site, kinds


def _recovered() -> Site:
    return Site().printed().declared().later(hours=2).ended().later(minutes=5)


@pytest.mark.parametrize("who", ["li", "sun", "ding", "wang"])
def test_whoever_finds_a_live_sheet_registers_it_by_serial_place_and_state(who: str) -> None:
    site = _recovered()
    assert kinds(site.register(who=who)) == []
    assert site.state() == "live"
    assert site.block is not None
    assert site.block.sheets[0].used is not None
    assert site.block.sheets[0].used.outage == site.outage.id  # type: ignore[union-attr]


def test_it_may_come_late_from_a_phone_without_signal() -> None:
    site = _recovered()
    late = site.now - timedelta(hours=1)
    place = {"site": SITE, "area": AREA}
    body = {"serial": site.serial(), "place": place, "condition": "stopped"}
    site.must("sun", "register_sheet", body, occurred_at=late)


def test_one_without_any_outage_is_taken_in_and_somebody_is_called() -> None:
    site = Site().printed()
    assert kinds(site.register()) == ["sheet_outside_outage"]
    assert site.state() == "live"


def test_one_that_turns_up_long_after_an_outage_was_not_worked_under_it() -> None:
    site = _recovered().later(hours=8)
    events = site.register()
    assert kinds(events) == ["sheet_outside_outage"]
    assert "outage" not in events[0].data


def test_one_that_was_told_unused_since_was_not_worked_under_it() -> None:
    site = _recovered()
    site.must("li", "account_unused", {"serials": [site.serial()]})
    assert kinds(site.later(minutes=1).register()) == ["sheet_outside_outage"]


def test_one_that_was_printed_afterwards_was_not_worked_under_it() -> None:
    site = Site().declared().later(hours=2).ended().later(minutes=5).printed()
    assert kinds(site.register()) == ["sheet_outside_outage"]


def test_one_that_was_void_lost_or_in_another_area_is_taken_in_and_somebody_is_called() -> None:
    site = _recovered()
    site.must("li", "void_sheet", {"serial": site.serial(0), "reason": "写错了"})
    assert kinds(site.register(0)) == ["sheet_contradicts"]
    elsewhere = {"site": SITE, "area": OTHER}
    assert kinds(site.register(1, place=elsewhere)) == ["sheet_contradicts", "sheet_outside_outage"]


def test_a_number_that_turns_up_twice_rings_though_it_is_refused() -> None:
    site = _recovered()
    site.register()
    same = {"serial": site.serial(), "place": {"site": SITE, "area": AREA}, "condition": "going_on"}
    outcome = site.give("sun", "register_sheet", same)
    assert [e.type for e in outcome.events] == ["AttemptRefused", "AlarmRaised"]
    assert site.refused("sun", "void_sheet", {"serial": site.serial(), "reason": "x"}) == ["outage_not_yours"]
    assert site.refused("li", "void_sheet", {"serial": site.serial(), "reason": "x"}) == ["sheet_wrong_state"]
    assert site.refused("li", "account_unused", {"serials": [site.serial()]}) == ["sheet_wrong_state"]


def test_the_rest_comes_later_with_its_photo_and_is_held_against_the_outage() -> None:
    site = Site().printed().declared().later(hours=2)
    site.register()
    assert kinds(site.must("li", "fill_in_sheet", site.filled())) == []
    early = {**site.filled(), "from": iso(site.now - timedelta(hours=5))}
    assert kinds(site.must("li", "fill_in_sheet", early)) == ["sheet_outside_outage"]
    assert site.refused("li", "fill_in_sheet", site.filled(photos=["b" * 64])) == ["photo_unknown"]
    late = site.filled(to=iso(site.now + timedelta(hours=1)))
    assert site.refused("li", "fill_in_sheet", late) == ["paper_in_future"]
    going = site.filled(outcome="going_on")
    assert site.refused("li", "fill_in_sheet", going) == ["sheet_end_missing"]


def test_a_second_person_reviews_it_who_is_not_on_it() -> None:
    site = Site().printed().declared().later(hours=2)
    site.register(who="ding")
    body = {"serial": site.serial(), "agrees": True}
    assert site.refused("kong", "review_sheet", body) == ["sheet_not_filled_in"]
    site.must("zheng", "fill_in_sheet", site.filled(guardian="kong"))
    for who in ("zheng", "ding", "kong"):
        assert site.refused(who, "review_sheet", body) == ["sheet_second_person"]
    site.must("li", "fill_in_sheet", site.filled())
    assert kinds(site.must("kong", "review_sheet", {**body, "agrees": False})) == ["paper_doubtful"]
    site.must("zheng", "review_sheet", body)
    assert site.refused("kong", "review_sheet", body) == ["sheet_reviewed_already"]
    assert site.refused("li", "fill_in_sheet", site.filled()) == ["sheet_reviewed_already"]


@pytest.mark.parametrize("item", CLEAR)
def test_a_place_is_cleared_only_when_every_item_was_seen(item: str) -> None:
    site = _recovered()
    site.register()
    whole = site.clear()
    lacking = {**whole, "items": [row for row in whole["items"] if row["item"] != item]}
    denied = {**whole, "items": [{**row, "so": row["item"] != item} for row in whole["items"]]}
    assert site.refused("ding", "close_sheet", lacking) == ["sheet_not_clear"]
    assert site.refused("ding", "close_sheet", denied) == ["sheet_not_clear"]
    assert site.refused("li", "close_sheet", whole) == ["outage_not_yours"]
    site.must("ding", "close_sheet", {**whole, "photos": [PHOTO]})
    assert site.state() == "closed"
    assert site.block is not None
    assert site.block.sheets[0].used is not None
    assert site.block.sheets[0].used.closed is not None
    assert site.block.sheets[0].used.closed.by == "ding"


def test_work_that_goes_on_names_the_permit_that_takes_over() -> None:
    site = _recovered()
    site.register()
    carried = site.clear(carried_to=PERMIT)
    assert site.refused("ding", "close_sheet", carried, permit_known=False) == ["permit_not_found"]
    site.must("ding", "close_sheet", carried)
    assert site.block is not None
    assert site.block.sheets[0].used is not None
    assert site.block.sheets[0].used.carried_to == PERMIT


def test_what_is_not_filled_in_or_reviewed_in_time_rings_and_again() -> None:
    site = Site().printed(1).declared(hours=48).later(hours=1)
    site.register()
    assert site.later(hours=24).must(None, "chase_block") == []
    assert kinds(site.later(seconds=1).must(None, "chase_block")) == ["sheet_details_overdue"]
    assert site.later(hours=3).must(None, "chase_block") == []
    assert kinds(site.later(hours=1).must(None, "chase_block")) == ["sheet_details_overdue"]
    site.must("li", "fill_in_sheet", site.filled())
    assert site.later(hours=72).must(None, "chase_block") == []
    assert kinds(site.later(seconds=1).must(None, "chase_block")) == ["sheet_details_overdue"]


def test_only_who_leads_the_place_of_its_work_clears_it() -> None:
    """丁 leads one area of the block, 孔 the other, and the sheet was worked on in the other."""
    site = Site().printed(areas=[AREA, OTHER]).declared(areas=[]).later(hours=2).ended()
    site.register(place={"site": SITE, "area": OTHER})
    site.around["posts_at"] = {OTHER: frozenset()}
    assert site.refused("ding", "close_sheet", site.clear()) == ["outage_not_yours"]
    site.around["posts_at"] = {OTHER: frozenset({"control_room"})}
    site.must("kong", "close_sheet", site.clear())


def test_a_photo_that_is_still_in_the_phone_is_kept_by_its_name() -> None:
    site = _recovered()
    there, coming = PHOTO, "c" * 64
    events = site.register(photos=[there, coming])
    assert events[0].data["photos"] == [there, coming]
    assert site.block is not None
    assert site.block.sheets[0].used is not None
    assert site.block.sheets[0].used.photos == (there, coming)
