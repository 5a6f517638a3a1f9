"""A plant and the park over real HTTP: the park co-signs what grew, and a history that somebody wrote anew,
key and all, is refused, kept, and rings at both ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections

from davy import clock
from davy.db import rows, tenant
from davy.evidence.log import cosigned
from davy.evidence.log.keys import log_key
from davy.ids import uuid7
from davy.watch import efforts
from davy.watch.asking import Answer
from davy.watch.owed import ring_for_owed
from davy.watch.tests.two import Two, two_installations
from davy.watch.witness import asking
from davy.watch.witness.asking import have_witnessed
from davy.watch.witness.keys import our_key
from davy.watch.witness.serving import PATIENCE, add_checkpoint, ring_for_refused
from davy_core.evidence.checkpoint import Checkpoint
from davy_core.evidence.note import parsed, signed
from davy_core.evidence.witness import Asked
from tests.plant import Browser
from tests.postgres import TestServer


@pytest.fixture
def two(committed_db: str, test_server: TestServer, settings: object, tmp_path: Path) -> Iterator[Two]:
    with two_installations(committed_db, test_server, settings, tmp_path) as made:
        yield made


def test_growth_is_cosigned_and_a_history_written_anew_never(
    two: Two, step_clock: Callable[[timedelta], None]
) -> None:
    two.grow(3)
    assert [have_witnessed(two.plant), have_witnessed(two.plant)] == [1, 0]
    two.grow(2)
    assert have_witnessed(two.plant) == 1
    shown = Browser(two.host).get("/log/witnessed").content.decode()
    assert shown.startswith(two.newest().note)
    assert f"— davy-witness/{two.park} " in shown
    with tenant.company(two.plant):
        two.superuser.execute(
            "DELETE FROM evidence_log_cosignature"
        )  # the plant forgot where the park stands
        assert cosigned.last_size(two.plant, f"davy-witness/{two.park}") == 0
    assert have_witnessed(two.plant) == 1
    assert two.alarms(two.plant) == two.alarms(two.park) == []

    two.written_anew(9)  # longer than what the park knows
    assert have_witnessed(two.plant) == 0
    assert two.alarms(two.plant) == ["log_refused"]
    ring_for_refused(two.park)
    assert (
        two.alarms(two.park) == []
    )  # anybody could have shown it with a wrong proof: the log has ten minutes
    step_clock(PATIENCE + timedelta(minutes=1))
    ring_for_refused(two.park)
    assert two.alarms(two.park) == ["log_forked"]


@pytest.mark.parametrize(("count", "kept"), [(5, [(5, True)]), (2, [])])
def test_another_log_of_the_same_or_a_smaller_size(
    two: Two, count: int, kept: list[tuple[int, bool]]
) -> None:
    two.grow(5)
    assert have_witnessed(two.plant) == 1
    two.written_anew(count)
    assert have_witnessed(two.plant) == 0
    assert two.alarms(two.plant) == ["log_refused"]
    with tenant.company(two.park):
        found = rows.many("SELECT size, fork FROM watch_refusal WHERE company_id = %s", [two.park])
    assert [(row["size"], row["fork"]) for row in found] == kept
    assert two.alarms(two.park) == (["log_forked"] if kept else [])


def test_a_stranger_with_a_wrong_proof_rings_nobody_in_the_end(
    two: Two, step_clock: Callable[[timedelta], None]
) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    two.grow(4)
    wrong = Asked(3, (bytes(32),), two.newest().note).body
    assert add_checkpoint(two.park, wrong).status == 422
    step_clock(timedelta(minutes=1))
    assert have_witnessed(two.plant) == 1
    step_clock(PATIENCE + timedelta(minutes=5))
    ring_for_refused(two.park)
    assert two.alarms(two.park) == []


def test_nobody_without_the_key_rings_over_a_log_that_stands_still(
    two: Two, step_clock: Callable[[timedelta], None]
) -> None:
    wrong = Asked(0, (bytes(32),), "")
    two.grow(3)
    assert add_checkpoint(two.park, Asked(0, wrong.proof, two.newest().note).body).status == 422
    have_witnessed(two.plant)
    assert add_checkpoint(two.park, Asked(3, wrong.proof, two.newest().note).body).status == 422
    for minutes in (1, 12, 23):
        step_clock(timedelta(minutes=minutes))
        have_witnessed(two.plant)  # the honest plant's worker: there is nothing to show
        ring_for_refused(two.park)
    assert two.alarms(two.park) == []


@pytest.mark.parametrize("then", ["cosigned", "refused too"])
def test_two_signed_histories_of_one_size_are_a_fork_in_whatever_order_they_came(
    two: Two, step_clock: Callable[[timedelta], None], then: str
) -> None:
    two.grow(3)
    have_witnessed(two.plant)
    key = log_key(two.plant)
    other = signed(Checkpoint(key.name, 7, bytes(range(32))).text, [key])
    wrong = (bytes(32),)
    assert add_checkpoint(two.park, Asked(3, wrong, other).body).status == 422
    two.grow(4)
    if then == "cosigned":
        assert have_witnessed(two.plant) == 1
    else:
        assert add_checkpoint(two.park, Asked(3, wrong, two.newest().note).body).status == 422
    assert two.alarms(two.park) == ["log_forked"]
    step_clock(timedelta(days=1))
    ring_for_refused(two.park)
    with tenant.company(two.park):
        assert rows.one("SELECT count FROM alarms_alarm WHERE company_id = %s", [two.park]) == {"count": 2}


def test_two_histories_at_one_instant_and_one_is_cosigned(two: Two) -> None:
    two.grow(3)
    true = two.asked(0)
    two.written_anew(3)
    other = two.asked(0)
    assert true != other
    answers: list[int] = []

    def ask(body: str) -> None:
        try:
            answers.append(add_checkpoint(two.park, body).status)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=ask, args=[body]) for body in (true, other) * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, *[409] * 5]


def test_what_is_asked_wrongly_is_answered_as_the_protocol_says(two: Two) -> None:
    two.grow(3)
    browser = Browser("127.0.0.1")

    def answer(body: str | bytes) -> tuple[int, str]:
        told = browser.post("/witness/add-checkpoint", body, content_type="text/plain")
        return told.status_code, told.headers["Content-Type"]

    assert answer("nothing")[0] == 400
    assert answer(b"\xff")[0] == 400
    assert answer("old 0\n\n" + "x" * 70_000)[0] == 413
    forged = two.asked(0).replace("— ", "— x")
    assert answer(forged)[0] == 403
    assert answer(two.asked(0).replace(str(two.plant), str(uuid7())))[0] == 404
    assert answer(two.asked(2)) == (409, "text/x.tlog.size")
    assert answer(two.asked(0))[0] == 200
    assert browser.get("/witness/key").content.decode().startswith(f"davy-witness/{two.park}+")


def test_a_witness_of_an_impossible_time_is_one_try_in_vain(
    two: Two, monkeypatch: pytest.MonkeyPatch, step_clock: Callable[[timedelta], None]
) -> None:
    two.grow(1)

    class Never(datetime):
        def timestamp(self) -> float:
            return 2**63

    line = our_key(two.park).line(parsed(two.newest().note)[0], Never(2026, 1, 1))
    monkeypatch.setattr(asking, "post", lambda *_: Answer(200, "text/plain", line.encode()))
    assert have_witnessed(two.plant) == 0
    assert not efforts.may(two.plant, f"davy-witness/{two.park}", clock.now())
    step_clock(timedelta(hours=7))
    ring_for_owed(two.plant)
    assert two.alarms(two.plant) == ["witness_missing"]
