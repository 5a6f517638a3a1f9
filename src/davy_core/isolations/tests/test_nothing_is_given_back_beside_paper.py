"""S18, S24: while somebody may work by paper, no blind goes out, no group lock comes off, no test begins."""

from typing import Any

import pytest

from davy_core.conflicts.job import Job, Spot
from davy_core.isolations.tests.station import AREA, SITE, Station
from davy_core.permits.nearby import OutageSeen, Untold

OTHER = "01a1ffd7-0000-7000-8000-000000000012"


def sheet(area: str) -> Job:
    return Job(id="TP-000123-20", type="hot", spot=Spot(SITE, area, ""), start=None, end=None)


PAPER = {
    "isolation_outage_open": OutageSeen(open=("TJ-1",)),
    "isolation_sheets_live": OutageSeen(live=(sheet(AREA),)),
    "isolation_sheets_untold": OutageSeen(gaps=(Untold("TP-000124-30", "feng", (sheet(OTHER),)),)),
    "isolation_paper_unknown": None,
}


def given_back(station: Station) -> dict[str, dict[str, Any]]:
    assert station.isolation is not None
    return {
        "begin_blind": {"point": "p1"},
        "remove_point": {"point": "p2", "photo": station.photo()},
        "take_lock_off": {"number": station.isolation.locks[0].number},
        "start_test": {"points": ["p2"], "reason": "试车"},
    }


@pytest.mark.parametrize("code", PAPER)
def test_nothing_is_given_back(code: str) -> None:
    station = Station().plan().isolate()
    station.around["paper"] = PAPER[code]
    for kind, body in given_back(station).items():
        who = "feng" if kind == "start_test" else "wu"
        assert code in station.refused(who, kind, body), kind


@pytest.mark.parametrize("area", [OTHER, ""])
def test_a_live_sheet_anywhere_on_the_site_may_be_behind_it(area: str) -> None:
    station = Station().plan().isolate()
    station.around["paper"] = OutageSeen(live=(sheet(area),))
    away = {"point": "p2", "photo": station.photo()}
    assert "isolation_sheets_live" in station.refused("wu", "remove_point", away)


def test_an_own_lock_comes_off_and_a_blind_goes_in_whatever_paper_says() -> None:
    station = Station().plan()
    station.around["paper"] = OutageSeen(open=("TJ-1",), live=(sheet(AREA),))
    station.isolate()
    station.must("wu", "hang_lock", {"number": "Q1", "kind": "personal"})
    station.must("wu", "take_lock_off", {"number": "Q1"})
