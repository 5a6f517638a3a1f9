"""Tables of contractors. References are ids, held in SQL to rows of the same company."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from davy.accounts.tenanted import Tenanted

__all__ = ["Admission", "Ban", "FirmPaper"]


class FirmPaper(Tenanted):
    """A paper of a contractor firm: licence, qualification, insurance, safety agreement."""

    firm_id = models.UUIDField()
    kind = models.CharField(max_length=24)  # an id of contractors/papers.yaml
    number = models.CharField(max_length=64, default="", blank=True)
    issuer = models.CharField(max_length=128, default="", blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)  # the last day on which it counts; null: not told
    unlimited = models.BooleanField(default=False)  # printed on it: 长期
    scan = models.CharField(max_length=64, default="", blank=True)  # SHA-256 of an attachment

    class Meta:
        db_table = "contractors_paper"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="contractors_paper_days",
            ),
            models.CheckConstraint(
                condition=Q(unlimited=False) | Q(valid_to=None), name="contractors_paper_one_end"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "firm_id", "kind"], name="contractors_paper_firm")
        ]


class Ban(Tenanted):
    """A firm that is shut out of the plant from a day on, until somebody lets it in again with a reason."""

    firm_id = models.UUIDField()
    since = models.DateField()
    why = models.CharField(max_length=200)
    banned_by_id = models.UUIDField(null=True, blank=True)
    lifted_on = models.DateField(null=True, blank=True)
    lifted_by_id = models.UUIDField(null=True, blank=True)
    lifted_why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "contractors_ban"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "firm_id"], condition=Q(lifted_on=None), name="contractors_ban_once"
            ),
        ]


class Admission(Tenanted):
    """Somebody of a contractor is let in for types of work and areas, from a day to a day.

    With a companion it is a temporary one: it counts only while somebody of the plant is with him."""

    person_id = models.UUIDField()
    works = ArrayField(models.CharField(max_length=32), blank=True, default=list)  # types of work; empty: all
    areas = ArrayField(models.UUIDField(), blank=True, default=list)  # empty: the whole plant
    since = models.DateField()
    until = models.DateField()  # the last day
    companion_id = models.UUIDField(null=True, blank=True)
    granted_by_id = models.UUIDField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)
    withdrawn_by_id = models.UUIDField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "contractors_admission"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="contractors_admission_days"),
            models.CheckConstraint(
                condition=Q(companion_id=None) | ~Q(companion_id=F("person_id")),
                name="contractors_admission_companion",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id"], name="contractors_admission_of")
        ]
