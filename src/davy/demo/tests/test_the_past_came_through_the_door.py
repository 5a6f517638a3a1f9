"""The simulated past is made of commands: every chain proves, every row is what its events say."""

from datetime import UTC, datetime, timedelta

import pytest

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.demo import calendars, cast
from davy.demo.history import TYPES, History, Request, requests
from davy.evidence.queries import Verified, events, streams, verify_stream
from davy.watch.tests.lies import lies

DAYS = 3


@pytest.fixture
def wanted(company: Company, monkeypatch: pytest.MonkeyPatch) -> list[Request]:
    """A few requests of the last days, and some of today."""
    monkeypatch.setattr(calendars, "DAYS_OF_PAST", DAYS + 1)
    return requests(3, DAYS, clock.now(), tail=2)


def play(company: Company, wanted: list[Request]) -> History:
    """Play these requests up to now."""
    everybody = cast.gather(company)
    calendars.observe_past(company.id, everybody.site, clock.now())
    history = History(everybody, clock.now)
    for _ in history.play(wanted):
        pass
    return history


def test_every_chain_proves_and_every_row_is_what_its_events_say(
    company: Company, wanted: list[Request]
) -> None:
    history = play(company, wanted)
    assert history.begun == len(wanted)
    assert history.acts > 10 * len(
        wanted
    )  # one or two may be withdrawn at once; the others take fifty acts and more
    with tenant.company(company.id):
        found = streams(company.id)
        assert sum(kind == "permit" for kind, _ in found) == len(wanted)
        assert all(isinstance(verify_stream(company.id, *stream), Verified) for stream in found)
        assert lies(company.id) == []
        for stream in found:
            told = events(company.id, *stream)
            assert all(e.data.get("simulated") for e in told)
            assert [e.recorded_at for e in told] == sorted(e.recorded_at for e in told)
        sent = rows.many("SELECT recorded_at, app FROM door_command WHERE stream_kind = 'permit' ORDER BY id")
    assert {row["app"] for row in sent} == {"demo/1"}
    assert [row["recorded_at"] for row in sent] == sorted(row["recorded_at"] for row in sent)
    assert sent[-1]["recorded_at"] <= clock.now()


def test_what_was_played_is_not_played_again(company: Company, wanted: list[Request]) -> None:
    assert play(company, wanted[:1]).acts > 0
    assert play(company, wanted[:1]).acts == 0


def test_the_requests_are_the_same_for_the_same_day_and_end_with_work_of_today() -> None:
    now = datetime(2026, 11, 18, 2, tzinfo=UTC)
    found = requests(300, 60, now)
    assert found == requests(300, 60, now)
    assert len(found) == 313
    assert found == sorted(found)
    assert now - timedelta(hours=5) < found[-1].at < now
    assert {r.work_type for r in found} == set(TYPES)
    assert len(TYPES) == 8


def test_every_kind_of_work_is_asked_for_and_gets_as_far_as_its_briefing(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "DAYS_OF_PAST", DAYS + 1)
    morning = (clock.now() - timedelta(days=2)).replace(hour=0, minute=30)
    kinds = [kind for kind in TYPES if kind not in {"hot", "confined"}]
    play(company, [Request(morning + timedelta(minutes=400 * n), kind, kind) for n, kind in enumerate(kinds)])
    with tenant.company(company.id):
        found = rows.many(
            "SELECT doc->>'type' AS type, doc->'briefing'->>'at' AS briefed FROM permits_permit"
        )
    assert {row["type"] for row in found} <= set(kinds)
    assert len([row for row in found if row["briefed"]]) >= 4
