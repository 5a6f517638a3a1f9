"""Looks once through what ends: notes each step that is over with and tells it, in one transaction.

Whoever dies in between has neither noted nor told, and the next look does both. Two looks at once meet at the
unique key of a step, and the second tells nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy import clock
from davy.accounts.models import Company
from davy.db import rows, tenant
from davy.ids import uuid7
from davy.people import officers
from davy.reminding import queries, wording
from davy.reminding.contract import book, steps_of
from davy.reminding.queries import Answering, End
from davy_core.alarms.book import Words
from davy_core.papers.reminding import Tell, tell

__all__ = ["KIND", "MORNING", "Said", "Saying", "TakingBack", "look"]

KIND = "paper.ends"
MORNING = "paper.morning"
LATELY = timedelta(days=30)
"""A paper that ended longer ago is news to nobody in the morning; the heat map has it."""
_AT_ONCE = 200  # papers a transaction
_PUT = """
INSERT INTO reminding_reminder
  (id, company_id, paper_id, person_id, what, day, step, at, told, missed, told_to)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::uuid[])
ON CONFLICT (company_id, paper_id, day, step) WHERE withdrawn_at IS NULL DO NOTHING
"""
_MORNING = 'INSERT INTO reminding_morning (id, company_id, "on") VALUES (%s, %s, %s) ON CONFLICT DO NOTHING'
_WITHDRAW = "UPDATE reminding_reminder SET withdrawn_at = %s WHERE company_id = %s AND id = ANY(%s)"


@dataclass(frozen=True)
class Said:
    """A notice for one person; one of a key reaches him once."""

    person: str
    key: str
    kind: str
    words: Words


Saying = Callable[[UUID, Sequence[Said]], object]
TakingBack = Callable[[UUID, Sequence[str], Words], object]


def look(company_id: UUID, say: Saying, take_back: TakingBack) -> int:
    """Tell this company's people what is due now; how many reminders. Nothing outside of its hours. Opens its
    own tenant blocks."""
    company, now = Company.objects.get(id=company_id), clock.now()
    local = now.astimezone(ZoneInfo(company.timezone))
    with tenant.company(company_id):
        _withdraw(company_id, now, take_back)
    if not book().hours[0] <= local.hour < book().hours[1]:
        return 0
    today, made = local.date(), 0
    with tenant.company(company_id):
        steps = steps_of(company_id)
        by = today + timedelta(days=max(max(days) for days in steps.values()))
        found = queries.ending(company_id, by, company.timezone)
    due = [
        (end, tell(end.day, today, steps[end.what], end.told, known=end.known, booked=end.booked))
        for end in found
    ]
    wanted = [(end, step) for end, step in due if step is not None]
    for start in range(0, len(wanted), _AT_ONCE):
        with tenant.company(company_id):
            made += _tell_all(company_id, wanted[start : start + _AT_ONCE], today, now, say)
    with tenant.company(company_id):
        _morning(company_id, today, say)
    return made


def _withdraw(company_id: UUID, now: datetime, take_back: TakingBack) -> None:
    stale = queries.stale(company_id)
    if stale:
        rows.run(_WITHDRAW, (now, company_id, stale))
        take_back(company_id, [key for one in stale for key in (_own(one), _others(one))], wording.renewed())


def _tell_all(
    company_id: UUID, wanted: Sequence[tuple[End, Tell]], today: date, now: datetime, say: Saying
) -> int:
    answering = queries.answering(company_id, [end.person_id for end, _ in wanted])
    called = officers.called(company_id, roles=("safety_officer",))
    notices: list[Said] = []
    others: dict[str, list[tuple[End, Words, Answering | None, UUID]]] = defaultdict(list)
    for end, due in wanted:
        whose = answering.get(str(end.person_id))
        to = [each for each in _to(whose, called) if each != str(end.person_id)]
        made = _note(company_id, end, due, now, [str(end.person_id), *to])
        if made is None:
            continue
        words = wording.own(end, due, today)
        notices.append(Said(str(end.person_id), _own(made), KIND, words))
        for each in to:
            others[each].append((end, words, whose, made))
    for each, about in others.items():
        words = wording.for_others([(end, said, whose) for end, said, whose, _ in about])
        # Of one paper it can be taken back; a list of several stands as it was told.
        key = _others(about[0][3]) if len(about) == 1 else f"papers/{uuid7()}"
        notices.append(Said(each, key, KIND, words))
    say(company_id, notices)
    return sum(1 for one in notices if one.key.startswith("paper/"))


def _to(whose: Answering | None, called: Iterable[str]) -> list[str]:
    """Whoever answers for him; where nobody does, or his firm has no contact among the people, the safety
    officers, so that none is dropped."""
    if whose is None:
        return list(called)
    found = [*whose.superiors, *whose.contacts]
    lacking = not found or (whose.firm is not None and not whose.contacts)
    return list(dict.fromkeys([*found, *(called if lacking else ())]))


def _note(company_id: UUID, end: End, due: Tell, now: datetime, to: Sequence[str]) -> UUID | None:
    """The id under which the step is noted; None when somebody else has told it meanwhile."""
    made = uuid7()

    def put(row: UUID, step: int, *more: Any) -> int:
        key = (row, company_id, end.paper_id, end.person_id, end.what, end.day, step, now)
        return rows.run(_PUT, (*key, *more))

    if not put(made, due.step, True, False, list(to)):
        return None
    for step in due.passed:
        put(uuid7(), step, False, step in due.missed, [])
    return made


def _morning(company_id: UUID, today: date, say: Saying) -> None:
    found = [row for row in queries.ended(company_id, today) if row["day"] >= today - LATELY]
    if not found or not rows.run(_MORNING, (uuid7(), company_id, today)):
        return
    words = wording.morning([row["person"] for row in found])
    called = officers.called(company_id, also=("shift_leader",), roles=("safety_officer",))
    say(company_id, [Said(each, f"morning/{today}", MORNING, words) for each in called])


def _own(reminder: UUID) -> str:
    return f"paper/{reminder}"


def _others(reminder: UUID) -> str:
    return f"papers/{reminder}"
