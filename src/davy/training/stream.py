"""The stream of one examination as the door knows it; its id is that of the paper."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from davy.accounts import audit
from davy.accounts.models import Company
from davy.door.envelope import Envelope
from davy.door.streams import Follow, Gathered, Saving, Sender, Stream
from davy.people import catalogues
from davy.people.models import Training
from davy.training.courses import course
from davy.training.models import Attempt, Lesson, Question
from davy_core.evidence import canonical
from davy_core.outcome import Outcome
from davy_core.training.marking import ExamFacts, Marked, Paper, apply, decide

__all__ = ["EXAM", "asked"]


def asked(row: Attempt) -> list[Question]:
    """The questions of a paper in its order. Inside a tenant block."""
    known = {one.id: one for one in Question.objects.filter(company_id=row.company_id, id__in=row.questions)}
    return [known[one] for one in row.questions]


def _gather(envelope: Envelope, sender: Sender, now: datetime) -> Gathered:
    row = Attempt.objects.filter(company_id=envelope.company, id=envelope.stream_id).first()
    if row is None:
        return Gathered(None, ExamFacts(now, own=False, paper=None, going_on=False))
    lesson = Lesson.objects.get(company_id=envelope.company, id=row.lesson_id)
    state = None if row.answered_at is None else Marked(row.right or 0, len(row.questions), bool(row.passed))
    going_on = lesson.exam_at is not None and lesson.closed_at is None
    own = sender.kind == "driver"
    return Gathered(state, ExamFacts(now, own=own, paper=_paper(row, lesson), going_on=going_on))


def _paper(row: Attempt, lesson: Lesson) -> Paper:
    found = asked(row)
    text = [{"id": str(one.id), "text": one.text, "options": one.options} for one in found]
    return Paper(
        person=str(row.person_id),
        course=lesson.course,
        session=str(lesson.id),
        number=row.number,
        questions=tuple(str(one.id) for one in found),
        keys=tuple(frozenset(one.right) for one in found),
        pass_percent=int(course(lesson.course)["pass_percent"]),
        sha256=hashlib.sha256(canonical.encode(text)).hexdigest(),
    )


def _decide(state: Any, envelope: Envelope, facts: Any) -> Outcome:
    return decide(state, envelope.body, facts)


def _save(saving: Saving) -> None:
    """The paper gets its result and the person his training row, with its audit row, in one transaction."""
    company, after = saving.envelope.company, saving.after
    rows = Attempt.objects.filter(company_id=company, id=saving.envelope.stream_id)
    rows.update(answered_at=saving.now, right=after.right, passed=after.passed)
    paper: Paper = saving.facts.paper
    zone = ZoneInfo(Company.objects.get(id=company).timezone)
    done_on = saving.now.astimezone(zone).date()
    there = Training.objects.filter(
        company_id=company, person_id=paper.person, subject=paper.course, done_on=done_on
    ).first()
    row = there or Training(company_id=company, person_id=paper.person, subject=paper.course, done_on=done_on)
    before = audit.snapshot(row) if there else None
    told = course(paper.course)
    row.passed, row.score, row.hours = after.passed, after.percent, told["hours"]
    row.valid_to = catalogues.proposed_end(catalogues.trainings()[paper.course], done_on)
    row.save()
    audit.write(
        company_id=company,
        account_id=None,
        resource="trainings",
        resource_id=row.id,
        before=before,
        after=audit.snapshot(row),
    )


def _follow(_: Saving) -> Follow:
    return Follow()


EXAM = Stream(kind="exam", gather=_gather, decide=_decide, apply=apply, save=_save, follow=_follow)
