"""Blocks of sheets: always in somebody's hand, and every sheet told of after the outage."""

from __future__ import annotations

from datetime import timedelta

import pytest

from davy_core.instants import iso
from davy_core.outages.tests.site import AREA, OTHER, SITE, Site, kinds


def test_a_block_is_printed_with_running_serials_and_is_in_the_hand_of_who_printed_it() -> None:
    site = Site()
    site.must("zheng", "print_block", {"template": "hot", "site": SITE, "areas": [AREA], "count": 3}, first=7)
    assert site.block is not None
    assert [s.serial for s in site.block.sheets] == ["TP-000007-77", "TP-000008-74", "TP-000009-71"]
    assert (site.block.holder, site.block.state) == ("zheng", "held")


@pytest.mark.parametrize("who", ["li", "ding", "kong"])
def test_only_who_makes_sheets_prints_them(who: str) -> None:
    body = {"template": "hot", "site": SITE, "count": 3}
    assert Site().refused(who, "print_block", body) == ["outage_not_yours"]


def test_what_cannot_be_printed() -> None:
    body = {"template": "hot", "site": SITE, "count": 51}
    assert Site().refused("zheng", "print_block", body) == ["block_too_big"]
    assert Site().refused("zheng", "print_block", {**body, "count": 2}, first=999_999) == [
        "block_serials_used_up"
    ]
    assert Site().refused("zheng", "print_block", {**body, "count": 2}, printed=None) == [
        "block_work_unknown"
    ]
    assert Site().refused("zheng", "print_block", {**body, "count": 2}, place_known=False) == [
        "outage_place_unknown"
    ]


def test_a_block_changes_hands_only_when_the_other_takes_it_and_has_counted() -> None:
    site = Site().printed()
    site.must("li", "hand_over_block", {"to": "wang"})
    assert site.block is not None
    assert site.block.holder == "li"
    assert site.refused("sun", "take_block", {"counted": 3}) == ["outage_not_yours"]
    assert site.refused("wang", "take_block", {"counted": 2}) == ["block_count_differs"]
    site.must("wang", "take_block", {"counted": 3})
    assert site.block.holder == "wang"
    assert site.refused("li", "hand_over_block", {"to": "chen"}) == ["outage_not_yours"]
    assert site.refused("wang", "hand_over_block", {"to": "chu"}) == ["person_frozen"]
    assert site.refused("wang", "hand_over_block", {"to": "wang"}) == ["block_held_already"]


def test_after_an_outage_every_sheet_is_a_gap_until_it_is_told_of() -> None:
    site = Site().printed().declared()
    assert site.gaps() == []
    site.later(hours=2).ended()
    assert site.gaps() == [site.serial(n) for n in range(3)]
    site.later(minutes=1)
    site.must("li", "account_unused", {"serials": [site.serial(0)]})
    site.must("li", "void_sheet", {"serial": site.serial(1), "reason": "写错了"})
    assert site.gaps() == [site.serial(2)]
    site.register(2)
    assert site.gaps() == []
    assert [site.state(n) for n in range(3)] == ["blank", "void", "live"]


def test_a_count_from_before_the_end_is_worth_nothing_after_it() -> None:
    site = Site().printed()
    site.must("li", "account_unused", {"serials": [site.serial(0)]})
    site.later(minutes=1).declared().later(hours=1)
    assert site.refused("li", "account_unused", {"serials": [site.serial(0)]}) == ["outage_still_open"]
    site.ended()
    assert site.serial(0) in site.gaps()


def test_a_count_for_one_outage_is_none_for_the_next() -> None:
    site = Site().printed(1).declared().later(hours=1).ended().later(minutes=1)
    site.must("li", "account_unused", {"serials": [site.serial()]})
    assert site.gaps() == []
    site.outage = None
    site.later(days=1).declared().later(hours=1).ended()
    assert site.gaps() == [site.serial()]


def test_sheets_printed_afterwards_and_those_of_other_areas_are_no_gap() -> None:
    site = Site().declared().later(hours=1).ended().printed()
    assert site.gaps() == []
    other = Site().printed().declared(areas=[OTHER]).later(hours=1).ended()
    assert (other.gaps(AREA), other.gaps(OTHER)) == ([], [])


def test_an_end_told_too_early_waives_nothing() -> None:
    """A wrong hour or day of the end: what was printed before somebody said it was over still counts."""
    site = Site().declared().later(hours=1).printed().later(hours=5)
    typed = iso(site.now - timedelta(hours=5, minutes=30))
    assert site.refused("ding", "end_outage", {"ended": iso(site.now - timedelta(days=1))}) == [
        "outage_in_future"
    ]
    assert site.refused("ding", "end_outage", {"ended": iso(site.now - timedelta(hours=6))}) == [
        "outage_in_future"
    ]
    site.must("ding", "end_outage", {"ended": typed})
    assert len(site.gaps()) == 3


def test_a_count_from_before_it_was_said_to_be_over_is_worth_nothing() -> None:
    site = Site().printed(1).declared().later(hours=1)
    assert site.block is not None
    site.must("li", "account_unused", {"serials": [site.serial()]}, others=())
    site.later(hours=1)
    site.must("ding", "end_outage", {"ended": iso(site.now - timedelta(minutes=90))})
    assert site.gaps() == [site.serial()]


def test_an_outage_of_the_whole_site_asks_for_the_sheets_of_every_area() -> None:
    site = Site().printed()
    site.declared(areas=[]).later(hours=1).ended()
    assert len(site.gaps()) == 3


def test_a_lost_sheet_stays_a_gap_until_a_second_person_bears_it_out() -> None:
    site = Site().printed(1).declared().later(hours=1).ended().later(minutes=1)
    body = {"serial": site.serial(), "reason": "风吹走了"}
    assert kinds(site.must("li", "report_loss", body)) == ["sheet_lost"]
    assert site.gaps() == [site.serial()]
    assert site.refused("li", "confirm_loss", body) == ["outage_not_yours"]
    site.must("ding", "confirm_loss", body)
    assert (site.state(), site.gaps()) == ("lost", [])


def test_who_reported_the_loss_does_not_bear_it_out_whatever_he_is() -> None:
    site = Site().printed(1)
    body = {"serial": site.serial(), "reason": "找不到"}
    site.must("ding", "report_loss", body)
    assert site.refused("ding", "confirm_loss", body) == ["sheet_second_person"]
    site.must("kong", "confirm_loss", body)


def test_the_holder_does_not_bear_out_his_own_loss() -> None:
    site = Site()
    site.must("zheng", "print_block", {"template": "hot", "site": SITE, "areas": [AREA], "count": 1})
    body = {"serial": site.serial(), "reason": "找不到"}
    site.must("ding", "report_loss", body)
    assert site.refused("zheng", "confirm_loss", body) == ["sheet_second_person"]


@pytest.mark.parametrize("borne_out", [False, True])
def test_what_was_reported_lost_is_not_taken_back_by_one_person_alone(borne_out: bool) -> None:
    site = Site().printed(2).declared().later(hours=1).ended().later(minutes=5)
    for n in range(2):
        body = {"serial": site.serial(n), "reason": "找不到"}
        site.must("zheng", "report_loss", body)
        if borne_out:
            site.must("kong", "confirm_loss", body)
    gone = {"serial": site.serial(0), "reason": "湿了"}
    left = {"serials": [site.serial(1)]}
    told = "kong" if borne_out else "zheng"
    for who, code in (("li", "outage_not_yours"), (told, "sheet_second_person")):
        assert site.refused(who, "void_sheet", gone) == [code]
        assert site.refused(who, "account_unused", left) == [code]
    site.must("ding", "void_sheet", gone)
    site.must("ding", "account_unused", left)
    assert (site.state(0), site.state(1)) == ("void", "blank")


def test_sheets_go_back_only_to_who_made_them() -> None:
    site = Site().printed()
    assert site.refused("li", "return_sheets", {"serials": [site.serial()]}) == ["outage_not_yours"]
    site.must("zheng", "return_sheets", {"serials": [site.serial(0), site.serial(1)]})
    assert [site.state(n) for n in range(3)] == ["returned", "returned", "blank"]
    assert site.refused("zheng", "return_sheets", {"serials": [site.serial(0)]}) == ["sheet_wrong_state"]


def test_a_serial_of_another_block_is_unknown_here() -> None:
    site = Site().printed()
    body = {"serial": "TP-000099-91", "reason": "写错了"}
    assert site.refused("li", "void_sheet", body) == ["sheet_unknown"]


def test_what_nobody_told_of_rings_at_its_deadline_and_while_it_lasts() -> None:
    site = Site().printed(2).declared().later(hours=1).ended().later(hours=8)
    assert site.must(None, "chase_block") == []
    assert kinds(site.later(seconds=1).must(None, "chase_block")) == ["sheets_unaccounted"]
    assert site.later(hours=3).must(None, "chase_block") == []
    site.must("li", "account_unused", {"serials": [site.serial(0)]})
    assert kinds(site.later(hours=1).must(None, "chase_block")) == ["sheets_unaccounted"]
    site.must("li", "account_unused", {"serials": [site.serial(1)]})
    assert site.later(days=3).must(None, "chase_block") == []
