"""The nightly run: ask the query service about every certificate, in batches, resumed where it was killed.

What repeats the verdict that stands moves the day of its answer; what says something else goes through the
door. Who is not answered stays to be verified: silence confirms nobody and freezes nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from typing import Any
from uuid import UUID

from davy import clock
from davy.db import tenant
from davy.door.envelope import compose
from davy.door.execute import DoorBusyError, execute
from davy.door.streams import Sender
from davy.people import catalogues
from davy.verification import asking, queries
from davy.verification.asking import Told
from davy.verification.connector import Line, SourceError
from davy.verification.contract import book
from davy.verification.models import Night
from davy_core.verification.answer import read_answer
from davy_core.verification.verdict import Verdict, freezes, judge

__all__ = ["BATCH", "carry_on"]

BATCH = 200
AT_ONCE = 8
"""Requests under way at a time: a service of one office is not to be overrun (j)."""


def carry_on(company_id: UUID, night_id: UUID, line: Line, today: date, until: datetime) -> str:
    """Go on with a night until it is over, has to rest, or `until`; its state then. Nothing is locked while
    the service is asked."""
    while clock.now() < until:
        with tenant.company(company_id):
            night = asking.night(company_id, night_id)
            rows = asking.due(company_id, night_id, clock.now(), BATCH) if _goes(night) else []
            waits = bool(rows) or asking.waits(company_id, night_id)
        if night is None or not _goes(night):
            return night.state if night else "done"
        if not rows:
            if not waits:
                asking.end(company_id, night_id, "done")
                return "done"
            return "going"
        told = _ask_all(line, rows)
        if not _take(company_id, night_id, told, today):
            return "doubted"
        if all(one.trouble for one in told) and asking.rest(company_id, night_id, told[-1].trouble):
            return "failed"
    return "going"


def _goes(night: Night | None) -> bool:
    now = clock.now()
    return (
        night is not None
        and night.state == "going"
        and (night.rests_until is None or night.rests_until <= now)
    )


def _ask_all(line: Line, rows: Sequence[Mapping[str, Any]]) -> list[Told]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(lambda row: _ask(line, row), rows))


def _ask(line: Line, row: Mapping[str, Any]) -> Told:
    claim = queries.claim(row)
    try:
        return Told(row, claim, line.ask(claim))
    except SourceError as error:
        return Told(row, claim, None, error.code)


def _take(company_id: UUID, night_id: UUID, told: Sequence[Told], today: date) -> bool:
    """Keep what was answered; False where the source says no so often that it is rather broken: then nobody
    more is frozen, and the night ends."""
    same: list[tuple[Told, Verdict]] = []
    silent: list[Told] = []
    for one in told:
        verdict = _judged(one, today)
        if verdict is None:
            silent.append(one)
        elif _repeats(company_id, one, verdict):
            same.append((one, verdict))
        elif not _kept(company_id, night_id, one, verdict):
            asking.keep(company_id, night_id, same, silent)
            asking.end(company_id, night_id, "doubted")
            return False
    asking.keep(company_id, night_id, same, silent)
    return True


def _judged(one: Told, today: date) -> Verdict | None:
    """None where there is no answer, or one that cannot be read."""
    if one.answer is None:
        return None
    try:
        answer = read_answer(one.answer)
    except (ValueError, OverflowError):
        return None
    return judge(
        one.claim,
        answer,
        source="connector",
        now=clock.now(),
        today=today,
        books=catalogues.catalogues(),
    )


def _repeats(company_id: UUID, one: Told, verdict: Verdict) -> bool:
    """Whether the verdict that stands says the same of the same claim, by the same source."""
    row = one.row
    if row["verdict"] != verdict.kind or row["source"] != "connector":
        return False
    stands = tuple(tuple(row[name]) for name in ("differs", "lacks", "newer"))
    alike = stands == (verdict.differs, verdict.lacks, verdict.newer)
    return alike and row["claim"] == queries.fingerprint(company_id, one.claim)


def _kept(company_id: UUID, night_id: UUID, one: Told, verdict: Verdict) -> bool:
    """Give the answer to the person's stream, unless it would freeze him by a source in doubt."""
    if freezes(verdict, "connector"):
        with tenant.company(company_id):
            against, answers = asking.noes(company_id, night_id)
        if book().doubtful(against + 1, answers + 1):
            return False
    body = {"certificate": str(one.row["id"]), "source": "connector", "answer": one.answer}
    sent = compose(
        company_id,
        f"person/{one.row['person_id']}",
        "record_answer",
        body,
        at=clock.now(),
        app="davy",
        command=asking.command_id(night_id, one.row["id"]),
    )
    try:
        answer = execute(sent, Sender("clock"))
    except DoorBusyError:
        asking.keep(company_id, night_id, [], [Told(one.row, one.claim, None, "busy")])
        return True
    done = answer["verdict"] == "accepted"
    asking.fresh(company_id, night_id, one.row["id"], verdict.kind if done else "", "" if done else "refused")
    return True
