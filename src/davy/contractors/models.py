"""Tables of contractors. References are ids, held in SQL to rows of the same company."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from davy import clock
from davy.accounts.tenanted import Tenanted

__all__ = ["Admission", "Ban", "FirmPaper", "FirmViolation", "Submission", "Upload"]


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


class Submission(Tenanted):
    """What the login of a firm handed in: a paper of the firm, somebody new, a certificate of one of its
    people, or that somebody be let in. It counts for nothing by itself: whoever confirms it enters the row it
    asks for. `of_id`: the waiting person whose certificate it is."""

    firm_id = models.UUIDField()
    kind = models.CharField(max_length=12)
    person_id = models.UUIDField(null=True, blank=True)  # whose certificate or admission
    of_id = models.UUIDField(null=True, blank=True)
    body = models.JSONField(default=dict, blank=True)  # the fields of the row it asks for
    id_hash = models.CharField(max_length=64, default="", blank=True)  # of a person, while he waits
    sealed = models.BinaryField(default=b"", blank=True)  # his identity number, while he waits
    scan = models.CharField(max_length=64, default="", blank=True)  # SHA-256 of an attachment
    state = models.CharField(max_length=10, default="waiting")
    by_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    decided_by_id = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=200, default="", blank=True)  # of a refusal, for the firm to read
    made_id = models.UUIDField(null=True, blank=True)  # the row that the confirmation entered

    class Meta:
        db_table = "contractors_submission"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="paper", person_id=None, of_id=None)
                | Q(kind="person", of_id=None)
                | Q(kind="certificate", person_id__isnull=False)
                | Q(kind="certificate", of_id__isnull=False)
                | Q(kind="admission", person_id__isnull=False),
                name="contractors_submission_kind",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "taken_back"], made_id=None)
                | Q(state="confirmed", decided_by_id__isnull=False, made_id__isnull=False)
                | (Q(state="refused", decided_by_id__isnull=False, made_id=None) & ~Q(why="")),
                name="contractors_submission_state",
            ),
            models.UniqueConstraint(fields=["company_id", "id"], name="contractors_submission_key"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "state", "at"], name="contractors_submission_waits"),
            models.Index(fields=["company_id", "firm_id", "at"], name="contractors_submission_firm"),
            models.Index(fields=["company_id", "person_id"], name="contractors_submission_of"),
            models.Index(fields=["company_id", "of_id"], name="contractors_submission_with"),
        ]


class FirmViolation(Tenanted):
    """What a firm did wrong in the plant, what it costs, and what the firm says to it. Never changed: a wrong
    one is withdrawn with the reason."""

    firm_id = models.UUIDField()
    happened_on = models.DateField()
    what = models.CharField(max_length=400)
    clause = models.CharField(max_length=128)  # of the law or of the safety agreement
    amount = models.DecimalField(max_digits=10, decimal_places=2)  # yuan; 0: none
    permit_id = models.UUIDField(null=True, blank=True)
    photo = models.CharField(max_length=64, default="", blank=True)  # SHA-256 of an attachment
    by_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    answer = models.CharField(max_length=400, default="", blank=True)
    answered_by_id = models.UUIDField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by_id = models.UUIDField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "contractors_violation"
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(amount__gte=0), name="contractors_violation_amount"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by_id=None, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by_id__isnull=False) & ~Q(withdrawn_why="")),
                name="contractors_violation_withdrawn",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by_id=None, answered_at=None)
                | Q(answered_by_id__isnull=False, answered_at__isnull=False),
                name="contractors_violation_answered",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "firm_id", "-happened_on"], name="contractors_violation_firm")
        ]


class Upload(models.Model):
    """A firm has shown that it has the bytes of an attachment: only then may it hand in their hash and see
    them again. Knowing a hash gives nothing."""

    pk = models.CompositePrimaryKey("company_id", "firm_id", "sha256")
    company_id = models.UUIDField()
    firm_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "contractors_upload"
