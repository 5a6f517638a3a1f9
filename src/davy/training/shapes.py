"""What the endpoints of training take and give."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from ninja import Field, Schema

from davy.accounts.reference import Input

__all__ = [
    "CourseOut",
    "LessonFile",
    "LessonIn",
    "LessonLine",
    "LessonStep",
    "QuestionIn",
    "QuestionLines",
    "QuestionOut",
    "RosterLine",
    "ShownCode",
    "Trainee",
]


class CourseOut(Schema):
    """A course, and how many questions the company has for it."""

    id: str
    zh: str
    en: str
    hours: int
    questions: int
    pass_percent: int
    tries: int
    works: list[str]
    clause: str
    bank: int


class QuestionIn(Input):
    """A question as entered; `right`: which options, from 0."""

    course: str = Field(max_length=24)
    text: str = Field(min_length=2, max_length=500)
    options: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(min_length=2, max_length=8)
    right: list[Annotated[int, Field(ge=0, le=7)]] = Field(min_length=1, max_length=8)


class QuestionOut(QuestionIn):
    """A question of the bank."""

    id: UUID


class QuestionLines(Input):
    """Questions, one a line: text|option|option|answer. Without lines the shipped sample of the course."""

    course: str = Field(max_length=24)
    lines: str | None = Field(None, max_length=100_000)


class LessonIn(Input):
    """A class to open."""

    course: str = Field(max_length=24)
    site_id: UUID


class LessonStep(Input):
    """Begin its examination, or close it."""

    to: Literal["exam", "close"]


class LessonLine(Schema):
    """A class in the list."""

    id: UUID
    course: str
    site_id: UUID
    opened_at: datetime
    exam_at: datetime | None
    closed_at: datetime | None
    trainer: str | None
    signed: int
    passed: int


class Trainee(Schema):
    """Somebody of a class with his tries and his last result."""

    person_id: UUID
    person: str
    hr_code: str
    firm: str | None
    signed_at: datetime
    tries: int
    right: int | None
    asked: int | None
    passed: bool | None


class LessonFile(LessonLine):
    """A class with its people."""

    people: list[Trainee]


class ShownCode(Schema):
    """A code that is shown now: its address, its QR as SVG, and for how many seconds it is shown."""

    link: str
    qr: str
    seconds: int


class RosterLine(Schema):
    """Somebody of a contractor who signed on on that day."""

    id: UUID
    day: date
    on_at: datetime
    off_at: datetime | None
    person_id: UUID
    person: str
    hr_code: str
    firm_id: UUID
    firm: str
    site: str
