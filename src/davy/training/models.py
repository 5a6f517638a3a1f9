"""Tables of training. References are ids, held in SQL to rows of the same company."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from davy.accounts.tenanted import Tenanted

__all__ = ["Attempt", "Attendance", "Lesson", "Presence", "Question"]


class Question(Tenanted):
    """A question of a company's own bank. Never changed, for papers were marked by it: it is retired."""

    course = models.CharField(max_length=24)  # an id of training/courses.yaml
    text = models.CharField(max_length=500)
    options = ArrayField(models.CharField(max_length=200))
    right = ArrayField(models.SmallIntegerField())  # which options, from 0
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "training_question"
        indexes: ClassVar = [models.Index(fields=["company_id", "course"], name="training_question_course")]


class Lesson(Tenanted):
    """One class (一期培训班) of one course: open for signing on, then for the examination, then closed."""

    course = models.CharField(max_length=24)
    site_id = models.UUIDField()
    trainer_id = models.UUIDField(null=True, blank=True)
    opened_at = models.DateTimeField()
    exam_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "training_lesson"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="training_lesson_key")
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "opened_at"], name="training_lesson_opened")]


class Attendance(Tenanted):
    """Somebody signed on to a class by its code."""

    lesson_id = models.UUIDField()
    person_id = models.UUIDField()
    signed_at = models.DateTimeField()

    class Meta:
        db_table = "training_attendance"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "lesson_id", "person_id"], name="training_attendance_once"
            )
        ]


class Attempt(Tenanted):
    """One paper drawn for somebody of a class, and what came of it. Its id is that of its stream."""

    lesson_id = models.UUIDField()
    person_id = models.UUIDField()
    number = models.SmallIntegerField()
    questions = ArrayField(models.UUIDField())
    drawn_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    right = models.SmallIntegerField(null=True, blank=True)
    passed = models.BooleanField(null=True, blank=True)

    class Meta:
        db_table = "training_attempt"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "lesson_id", "person_id", "number"], name="training_attempt_once"
            )
        ]


class Presence(Tenanted):
    """Somebody of a contractor signed on at the gate, and off again."""

    site_id = models.UUIDField()
    person_id = models.UUIDField()
    firm_id = models.UUIDField()
    day = models.DateField()
    on_at = models.DateTimeField()
    off_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "training_presence"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "person_id", "day"],
                condition=Q(off_at=None),
                name="training_presence_once",
            ),
            models.CheckConstraint(
                condition=Q(off_at=None) | Q(off_at__gte=F("on_at")), name="training_presence_order"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "day"], name="training_presence_day")]
