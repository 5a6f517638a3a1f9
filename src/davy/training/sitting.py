"""Somebody of a class: signs on, has a paper drawn, hands it in. Each inside its own tenant block."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from davy import clock
from davy.db import tenant
from davy.door.envelope import compose
from davy.door.execute import execute
from davy.door.streams import Sender
from davy.people.models import Person
from davy.problems.response import Problem
from davy.training.courses import course
from davy.training.models import Attempt, Attendance, Lesson, Question

__all__ = ["attempts", "bank", "begin", "hand_in", "lesson_of", "sign_on"]


def lesson_of(company_id: UUID, lesson_id: UUID) -> Lesson:
    """The class. Raises Problem ``class_unknown``."""
    found = Lesson.objects.filter(company_id=company_id, id=lesson_id).first()
    if found is None:
        raise Problem("class_unknown")
    return found


def sign_on(company_id: UUID, lesson_id: UUID, person: Person) -> None:
    """Put him on the list of the class; a second time is no change. Raises Problem when it is too late or he
    may not be here."""
    with tenant.company(company_id):
        there = lesson_of(company_id, lesson_id)
        if person.status != "active":
            raise Problem("roster_person_frozen")
        signed = Attendance.objects.filter(company_id=company_id, lesson_id=lesson_id, person_id=person.id)
        if signed.exists():
            return
        if there.closed_at is not None:
            raise Problem("class_closed")
        if there.exam_at is not None:
            raise Problem("class_signing_over")
        with transaction.atomic():
            Attendance.objects.get_or_create(
                company_id=company_id,
                lesson_id=lesson_id,
                person_id=person.id,
                defaults={"signed_at": clock.now()},
            )


def attempts(company_id: UUID, lesson_id: UUID, person_id: UUID) -> list[Attempt]:
    """His papers of this class, the first first. Inside a tenant block."""
    found = Attempt.objects.filter(company_id=company_id, lesson_id=lesson_id, person_id=person_id)
    return list(found.order_by("number"))


def bank(company_id: UUID, name: str) -> list[Question]:
    """The questions of a course that may be drawn. Inside a tenant block."""
    return list(Question.objects.filter(company_id=company_id, course=name, retired_on=None).order_by("id"))


def begin(company_id: UUID, lesson_id: UUID, person_id: UUID) -> Attempt:
    """His open paper, or a new one drawn at random. Raises Problem where he may not sit now."""
    with tenant.company(company_id):
        there = lesson_of(company_id, lesson_id)
        mine = attempts(company_id, lesson_id, person_id)
        _may_sit(there, mine)
        if mine and mine[-1].answered_at is None:
            return mine[-1]
        needs = int(course(there.course)["questions"])
        found = bank(company_id, there.course)
        if len(found) < needs:
            raise Problem("class_no_questions", has=len(found), needs=needs)
        drawn = secrets.SystemRandom().sample(found, needs)
        try:
            with transaction.atomic():
                return Attempt.objects.create(
                    company_id=company_id,
                    lesson_id=lesson_id,
                    person_id=person_id,
                    number=len(mine) + 1,
                    questions=[one.id for one in drawn],
                    drawn_at=clock.now(),
                )
        except IntegrityError:  # pressed twice at once: the paper of the other press is his
            return attempts(company_id, lesson_id, person_id)[-1]


def hand_in(company_id: UUID, paper: Attempt, answers: Sequence[Sequence[int]]) -> Mapping[str, Any]:
    """Have the paper marked through the door. The door's answer. Raises DoorBusyError."""
    body = {"answers": [sorted(set(one)) for one in answers]}
    envelope = compose(company_id, f"exam/{paper.id}", "mark_exam", body, at=clock.now(), app="training/1")
    return execute(envelope, Sender("driver"))


def _may_sit(there: Lesson, mine: Sequence[Attempt]) -> None:
    if there.closed_at is not None:
        raise Problem("class_closed")
    if there.exam_at is None:
        raise Problem("class_not_yet_exam")
    if any(one.passed for one in mine):
        raise Problem("exam_passed_already")
    over = len(mine) >= int(course(there.course)["tries"])
    if over and all(one.answered_at is not None for one in mine):
        raise Problem("exam_no_try_left")
