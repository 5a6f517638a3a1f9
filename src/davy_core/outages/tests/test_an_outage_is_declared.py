"""Who declares an outage, with which times, and how it ends."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from davy_core.instants import iso
from davy_core.outages.tests.site import AREA, MORNING, OTHER, SITE, Site, kinds


def _body(starts: timedelta, until: timedelta, **over: Any) -> dict[str, Any]:
    return {
        "site": SITE,
        "areas": [AREA],
        "reason": "network",
        "from": iso(MORNING + starts),
        "until": iso(MORNING + until),
        **over,
    }


HOUR = timedelta(hours=1)


@pytest.mark.parametrize("who", ["zheng", "ding", "kong"])
def test_the_posts_that_may_declare_it(who: str) -> None:
    site = Site()
    site.must(who, "declare_outage", _body(0 * HOUR, 4 * HOUR))
    assert site.outage is not None
    assert (site.outage.state, site.outage.late, site.outage.areas) == ("open", False, (AREA,))


@pytest.mark.parametrize("who", ["li", "sun"])
def test_nobody_else_may(who: str) -> None:
    assert Site().refused(who, "declare_outage", _body(0 * HOUR, 4 * HOUR)) == ["outage_not_yours"]


def test_a_post_in_one_area_declares_none_for_another() -> None:
    refused = Site().refused(
        "ding", "declare_outage", _body(0 * HOUR, HOUR, areas=[AREA, OTHER]), posts=frozenset()
    )
    assert refused == ["outage_not_yours"]


def test_a_planned_one_is_declared_before_and_an_unforeseen_one_afterwards() -> None:
    planned, late = Site(), Site()
    planned.must("kong", "declare_outage", _body(24 * HOUR, 30 * HOUR))
    assert planned.outage is not None
    assert not planned.outage.late
    late.must("kong", "declare_outage", _body(-5 * HOUR, -HOUR, ended=iso(MORNING - HOUR)))
    assert late.outage is not None
    assert (late.outage.state, late.outage.late, late.outage.ended_at) == ("ended", True, MORNING - HOUR)


@pytest.mark.parametrize(
    ("starts", "until", "over", "code"),
    [
        (0, 0, {}, "outage_end_passed"),
        (-5, -1, {}, "outage_end_passed"),
        (0, 73, {}, "outage_too_long"),
        (-169, 1, {}, "outage_far_away"),
        (721, 722, {}, "outage_far_away"),
        (-5, -1, {"ended": iso(MORNING + HOUR)}, "outage_in_future"),
        (-5, -1, {"ended": iso(MORNING - 5 * HOUR)}, "outage_in_future"),
    ],
)
def test_times_that_cannot_be(starts: int, until: int, over: dict[str, Any], code: str) -> None:
    assert Site().refused("kong", "declare_outage", _body(starts * HOUR, until * HOUR, **over)) == [code]


def test_the_longest_times_still_pass() -> None:
    Site().must("kong", "declare_outage", _body(0 * HOUR, 72 * HOUR))
    Site().must("kong", "declare_outage", _body(-168 * HOUR, HOUR))
    Site().must("kong", "declare_outage", _body(720 * HOUR, 721 * HOUR))


def test_a_second_one_for_the_same_place_and_time_is_refused() -> None:
    first = Site().declared().outage
    assert first is not None
    site = Site()
    assert site.refused("kong", "declare_outage", _body(HOUR, 2 * HOUR), others=(first,)) == [
        "outage_open_already"
    ]
    assert site.refused("kong", "declare_outage", _body(HOUR, 2 * HOUR, areas=[]), others=(first,)) == [
        "outage_open_already"
    ]
    site.must("kong", "declare_outage", _body(HOUR, 2 * HOUR, areas=[OTHER]), others=(first,))
    Site().must(
        "kong", "declare_outage", _body(-3 * HOUR, -2 * HOUR, ended=iso(MORNING - 2 * HOUR)), others=(first,)
    )


def test_it_is_extended_and_ended_with_the_times_as_they_were() -> None:
    site = Site().declared().later(hours=3)
    site.must("zheng", "extend_outage", {"until": iso(site.now + 6 * HOUR)})
    assert site.refused("zheng", "extend_outage", {"until": iso(site.now)}) == ["outage_end_passed"]
    assert site.refused("zheng", "extend_outage", {"until": iso(site.now + 73 * HOUR)}) == ["outage_too_long"]
    assert site.refused("ding", "end_outage", {"ended": iso(site.now + HOUR)}) == ["outage_in_future"]
    site.must("ding", "end_outage", {"ended": iso(site.now - HOUR)})
    assert site.outage is not None
    assert site.outage.ended_at == site.now - HOUR
    assert site.refused("ding", "extend_outage", {"until": iso(site.now + HOUR)}) == ["outage_wrong_state"]


def test_one_that_is_called_off_before_it_begins_never_happened() -> None:
    site = Site()
    site.must("kong", "declare_outage", _body(24 * HOUR, 30 * HOUR))
    site.must("kong", "end_outage", {"ended": iso(site.now)})
    assert site.outage is not None
    assert not site.outage.happened


def test_one_that_runs_past_its_expected_end_rings_and_rings_again() -> None:
    site = Site().declared(hours=4).later(hours=4)
    assert site.must(None, "chase_outage") == []
    assert kinds(site.later(seconds=1).must(None, "chase_outage")) == ["outage_overdue"]
    assert site.later(hours=3).must(None, "chase_outage") == []
    assert kinds(site.later(hours=1).must(None, "chase_outage")) == ["outage_overdue"]


def test_a_declaration_that_waited_on_a_phone_declares_nothing() -> None:
    site = Site()
    late = site.now - timedelta(minutes=3)
    assert site.refused("kong", "declare_outage", _body(0 * HOUR, HOUR), occurred_at=late) == [
        "offline_cannot_start"
    ]


def test_somebody_frozen_declares_nothing() -> None:
    assert Site().refused(
        "chu", "declare_outage", _body(0 * HOUR, HOUR), posts=frozenset({"control_room"})
    ) == ["person_frozen"]
