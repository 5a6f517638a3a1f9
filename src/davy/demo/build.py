"""Makes the simulated company on the first start, with its progress on the terminal; later starts find it."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from typing import Any

import django
from django.db import connection

from davy import clock
from davy.accounts import audit
from davy.accounts.models import AuditRow, Company
from davy.clock import beat
from davy.db import tenant
from davy.demo import calendars, cast, isolations, phones, registers, schemes
from davy.demo.history import TAIL, History, Request, requests

__all__ = ["DAYS", "PAST", "built", "ensure", "lanes", "play_lane"]

PAST = 180  # permits
DAYS = 60
WIDTH = 28  # characters
TOLD_EVERY = 1.0  # seconds
OTHER_VERSION = (
    "this data directory holds the demo company of another version of Davy, with other people and places."
    " Start the demo in a new one (DAVY_DATA=…), or move {place} away; nothing in it was changed."
)


def ensure() -> None:
    """Build what is missing. A build that was cut short goes on where it was."""
    began = time.monotonic()
    company = registers.company()
    if company is not None and registers.made_of(company) != registers.fingerprint():
        _say(OTHER_VERSION.format(place=os.environ.get("DAVY_DATA", "")))
        sys.exit(2)
    if company is not None and built(company):
        phones.build(company.id)  # one from before they were asked for gets them now
        return
    _say("making the simulated company (first start, a few minutes)")
    if company is None:
        company = registers.build()
        _say(f"  registers: {time.monotonic() - began:.0f} s")
    phones.build(company.id)
    schemes.build(cast.gather(company))
    _past(company, requests(PAST, DAYS, clock.now(), tail=TAIL))
    isolations.build(company.id)
    with tenant.company(company.id):
        _mark(company)
    beat.strike(jumped=False)  # the real clock takes over in a moment; nothing was unwatched
    _say(f"  {company.name} is ready: {time.monotonic() - began:.0f} s")


def built(company: Company) -> bool:
    """Whether its past is complete."""
    with tenant.company(company.id):
        return AuditRow.objects.filter(company_id=company.id, resource="demo", after__has_key="past").exists()


def _mark(company: Company) -> None:
    audit.write(
        company_id=company.id,
        account_id=None,
        resource="demo",
        resource_id=company.id,
        before=None,
        after={"past": PAST},
    )


def lanes(wanted: Sequence[Request]) -> dict[str, list[Request]]:
    """The requests in two lanes, hot work and all others: they have places and guardians of their own, so
    they can be played side by side."""
    found: dict[str, list[Request]] = {}
    for request in wanted:
        found.setdefault("hot" if request.work_type == "hot" else "others", []).append(request)
    return found


def _past(company: Company, wanted: Sequence[Request]) -> None:
    everybody = cast.gather(company)
    calendars.observe_past(company.id, everybody.site, clock.now())
    connection.close()
    context = multiprocessing.get_context("spawn")
    with (
        context.Manager() as manager,
        ProcessPoolExecutor(2, mp_context=context, initializer=django.setup) as pool,
    ):
        reached = manager.Queue()
        running = [
            pool.submit(play_lane, number, lane, reached)
            for number, lane in enumerate(lanes(wanted).values())
        ]
        _watch(running, reached, len(wanted))


def _watch(running: Sequence[Future[int]], reached: Any, total: int) -> None:
    """Show how far the lanes are. Raises what one of them raised."""
    pending, begun, bar = set(running), dict[int, int](), _Bar(total)
    while pending:
        done, pending = wait(pending, TOLD_EVERY, FIRST_COMPLETED)
        for future in done:
            future.result()
        while not reached.empty():
            lane, number = reached.get()
            begun[lane] = number
        bar.show(sum(begun.values()))
    bar.end()


def play_lane(number: int, wanted: Sequence[Request], reached: Any) -> int:
    """Play the requests of one lane up to now, in a process of its own; how many commands that were."""
    company = registers.company()
    if company is None:
        raise LookupError("the simulated company has no registers")
    everybody = cast.gather(company)
    guardians = [
        p.id
        for n, p in enumerate(p for p in everybody.people.values() if p.group == "guardian")
        if n % 2 == number
    ]
    with connection.cursor() as cursor:
        # What a crash would lose is built again; so nobody waits for the disk.
        cursor.execute("SET synchronous_commit = off")
    history = History(everybody, clock.now, guardians)
    for begun in history.play(wanted):
        reached.put((number, begun))
    return history.acts


class _Bar:
    """Progress on one line of a terminal; where there is none, a line for every tenth."""

    def __init__(self, total: int) -> None:
        self._total, self._told = max(total, 1), -1

    def show(self, done: int) -> None:
        if sys.stdout.isatty():
            filled = WIDTH * done // self._total
            bar = "#" * filled + "." * (WIDTH - filled)
            _write(f"\rdavy:   past [{bar}] {done}/{self._total} permits")
        elif done * 10 // self._total > self._told:
            self._told = done * 10 // self._total
            _say(f"  past: {done} of {self._total} permits")

    def end(self) -> None:
        if sys.stdout.isatty():
            _write("\n")


def _say(line: str) -> None:
    _write(f"davy: {line}\n")


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
