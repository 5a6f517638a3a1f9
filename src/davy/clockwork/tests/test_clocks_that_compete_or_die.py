"""Two clocks never tick twice, and one that is killed in the middle of a tick loses nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from davy.building.plant import small_plant
from davy.clock import beat
from davy.clockwork.loop import Clockwork, run
from davy.clockwork.tests.plants import MORNING, events, row, submitted, ticks
from davy.db import rows, tenant
from davy.evidence import store as evidence
from tests.postgres import TestServer

Step = Callable[[timedelta], None]

DIES = """
    import os, signal, sys
    import django
    django.setup()
    from davy.clockwork import ticking
    from davy.clockwork.loop import Clockwork
    def die(*_):
        os.kill(os.getpid(), signal.SIGKILL)
    if sys.argv[1] == "claimed":
        ticking.execute_in = die
    else:
        really = ticking.execute_in
        def carried_out_but_not_committed(*given):
            really(*given)
            die()
        ticking.execute_in = carried_out_but_not_committed
    work = Clockwork()
    work.turn()
"""


def test_two_clocks_never_tick_twice(committed_db: str, step_clock: Step) -> None:
    with time_machine.travel(MORNING, tick=True):
        plant = small_plant()
        permits = [submitted(plant) for _ in range(12)]
        clocks = [Clockwork(), Clockwork()]
        for one in clocks:
            one.turn()
        step_clock(timedelta(hours=9))
        gate = threading.Barrier(2)

        def watch(one: Clockwork) -> None:
            gate.wait(10)
            for _ in range(4):
                one.turn()
            connection.close()

        threads = [threading.Thread(target=watch, args=(one,)) for one in clocks]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert [ticks(plant, hands.permit) for hands in permits] == [1] * 12
        assert {row(hands)["state"] for hands in permits} == {"voided"}
        assert all(events(hands).count("PermitVoided") == 1 for hands in permits)


def test_two_clocks_that_start_together_judge_a_gap_once(committed_db: str, step_clock: Step) -> None:
    with time_machine.travel(MORNING, tick=True):
        plant = small_plant()
        hands = submitted(plant)
        step_clock(timedelta(minutes=5))
        gate = threading.Barrier(2)

        def begin() -> None:
            gate.wait(10)
            Clockwork().turn()
            connection.close()

        threads = [threading.Thread(target=begin) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert ticks(plant, hands.permit) == 1


def test_what_somebody_works_on_is_left_to_him_and_ticked_afterwards(
    committed_db: str, step_clock: Step
) -> None:
    with time_machine.travel(MORNING, tick=True):
        plant = small_plant()
        hands = submitted(plant)
        work = Clockwork()
        work.turn()
        step_clock(timedelta(hours=9))
        held, let_go = threading.Event(), threading.Event()

        def hold() -> None:
            with tenant.company(plant.company):
                evidence.lock(plant.company, "permit", hands.permit)
                held.set()
                let_go.wait(20)
            connection.close()

        other = threading.Thread(target=hold)
        other.start()
        held.wait(20)
        work.turn()
        assert row(hands)["state"] == "submitted"
        let_go.set()
        other.join(20)
        work.turn()
        assert row(hands)["state"] == "voided"


def environment(server: TestServer, database: str) -> dict[str, str]:
    """What a process needs to be a clock of this test's database."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "davy.settings",
        "DAVY_DATABASE_URL": server.url("davy_app", database),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }


@pytest.mark.kill
@pytest.mark.parametrize("when", ["claimed", "carried out"])
def test_killed_in_the_middle_of_a_tick_nothing_is_lost(
    when: str, committed_db: str, test_server: TestServer, step_clock: Step
) -> None:
    plant = small_plant()
    hands = submitted(plant)
    step_clock(timedelta(hours=9))
    program = [sys.executable, "-c", textwrap.dedent(DIES), when]
    dead = subprocess.run(
        program, env=environment(test_server, committed_db), capture_output=True, timeout=60, check=False
    )
    assert dead.returncode == -signal.SIGKILL, dead.stderr.decode()
    assert row(hands)["state"] == "submitted"
    assert ticks(plant) == 0
    Clockwork().turn()
    assert row(hands)["state"] == "voided"
    assert (ticks(plant, hands.permit), events(hands).count("PermitVoided")) == (1, 1)


def test_the_loop_runs_until_it_is_told_to_stop(committed_db: str, step_clock: Step) -> None:
    plant = small_plant()
    hands = submitted(plant)
    stop = threading.Event()

    def watch() -> None:
        run(stop)
        connection.close()

    thread = threading.Thread(target=watch)
    thread.start()
    step_clock(timedelta(hours=9))
    for _ in range(100):
        if row(hands)["state"] == "voided":
            break
        threading.Event().wait(0.1)
    stop.set()
    thread.join(10)
    assert not thread.is_alive()
    assert row(hands)["state"] == "voided"


def test_as_a_process_it_watches_until_it_is_terminated(
    committed_db: str, test_server: TestServer, step_clock: Step
) -> None:
    plant = small_plant()
    hands = submitted(plant)
    program = [sys.executable, "-m", "davy.serve.part", "davy.clockwork.loop:run"]
    with subprocess.Popen(program, env=environment(test_server, committed_db)) as process:
        try:
            step_clock(timedelta(hours=9))
            for _ in range(200):
                if row(hands)["state"] == "voided" and beat.state().ok:
                    break
                threading.Event().wait(0.1)
            assert beat.state().ok
            process.send_signal(signal.SIGTERM)
            assert process.wait(10) == 0
        finally:
            process.kill()  # else a failure here would wait for it for ever
    assert row(hands)["state"] == "voided"


def test_the_database_may_go_and_come_back(
    committed_db: str, test_server: TestServer, step_clock: Step
) -> None:
    plant = small_plant()
    hands = submitted(plant)
    stop = threading.Event()

    def watch() -> None:
        run(stop)
        connection.close()

    thread = threading.Thread(target=watch)
    thread.start()
    threading.Event().wait(0.5)
    cut_off(test_server, committed_db)
    step_clock(timedelta(hours=9))
    for _ in range(100):
        if row(hands)["state"] == "voided":
            break
        threading.Event().wait(0.1)
    stop.set()
    thread.join(10)
    assert row(hands)["state"] == "voided"


def cut_off(server: TestServer, database: str) -> None:
    """End every other connection to the database, as a restart of the server would."""
    import psycopg

    me = rows.one("SELECT pg_backend_pid() AS pid")
    assert me is not None
    with psycopg.connect(server.dsn("postgres", "postgres"), autocommit=True) as root:
        root.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND pid <> %s",
            (database, me["pid"]),
        )
