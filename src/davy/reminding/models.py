"""The tables of reminders. They hold ids, days and numbers; whose paper it is stands in the ledger."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from davy.accounts.tenanted import Tenanted

__all__ = ["Booking", "Morning", "Reminder", "Steps"]


class Reminder(Tenanted):
    """One step of one end of one paper is over with: told, or passed because a later one was told instead.

    Unique while it counts, which is what keeps any step from being told twice. It is withdrawn when the
    paper has another end, or none any more: should the old end come back, its steps begin anew.
    """

    paper_id = models.UUIDField()
    person_id = models.UUIDField()
    what = models.CharField(max_length=16)  # certificate, review, checkup, training
    day = models.DateField()  # the last day on which the paper counts
    step = models.SmallIntegerField()  # days before; -1: it has ended, -2: the eve of an appointment
    at = models.DateTimeField()
    told = models.BooleanField()  # false: passed over
    missed = models.BooleanField(default=False)  # passed over although the paper was known in time
    told_to = ArrayField(models.UUIDField(), default=list, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "reminding_reminder"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "paper_id", "day", "step"],
                condition=Q(withdrawn_at=None),
                name="reminding_reminder_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id", "-at"], name="reminding_reminder_person")
        ]


class Booking(Tenanted):
    """An appointment for renewing a paper, noted by its person or the desk. It quiets reminders and gives no
    right: those follow the paper alone."""

    paper_id = models.UUIDField()
    person_id = models.UUIDField()
    what = models.CharField(max_length=16)
    day = models.DateField()  # the end of the paper that it is about
    on = models.DateField()
    place = models.CharField(max_length=128)
    note = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "reminding_booking"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "paper_id", "day"], name="reminding_booking_one"),
        ]


class Steps(Tenanted):
    """The steps that a company set for a kind of paper, in place of those of the contract."""

    what = models.CharField(max_length=16)
    days = ArrayField(models.PositiveSmallIntegerField())

    class Meta:
        db_table = "reminding_steps"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "what"], name="reminding_steps_one"),
        ]


class Morning(Tenanted):
    """The morning list of that day has been told."""

    on = models.DateField()

    class Meta:
        db_table = "reminding_morning"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "on"], name="reminding_morning_once"),
        ]
