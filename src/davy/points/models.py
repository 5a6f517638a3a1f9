"""Tables of points. Entries and verdicts only grow: what changes is a new entry, never an edit."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from davy.accounts.tenanted import Tenanted

__all__ = ["Claim", "Entry", "Good", "Suspect", "Verdict"]


class Entry(Tenanted):
    """What one rule gave or took for one thing to one person; `number` 0 is the first word on it, every later
    one corrects it by the difference. `at` is when it was earned, `why` figures and codes alone."""

    rule = models.CharField(max_length=40)
    version = models.CharField(max_length=24)
    kind = models.CharField(max_length=12)
    about = models.UUIDField()
    person_id = models.UUIDField()
    number = models.SmallIntegerField()
    points = models.SmallIntegerField()
    at = models.DateTimeField()
    written_at = models.DateTimeField()
    why = models.JSONField(default=dict)

    class Meta:
        db_table = "points_entry"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "about", "rule", "person_id", "number"], name="points_entry_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["permit", "violation", "finding"]), name="points_entry_kind"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "at"], name="points_entry_at"),
            models.Index(fields=["company_id", "person_id", "at"], name="points_entry_person"),
        ]


class Suspect(Tenanted):
    """An anomaly. Its id comes from what it is about, so that the same is found once; what is added to it
    while its time runs is under the same judgement."""

    kind = models.CharField(max_length=12)
    people = ArrayField(models.UUIDField())
    permits = ArrayField(models.UUIDField())
    figures = models.JSONField(default=dict)
    found_at = models.DateTimeField()

    class Meta:
        db_table = "points_suspect"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="points_suspect_key"),
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "found_at"], name="points_suspect_found")]


class Verdict(Tenanted):
    """What a person judged of an anomaly, with the reason; the newest one counts."""

    suspect_id = models.UUIDField()
    person_id = models.UUIDField()
    outcome = models.CharField(max_length=8)
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()

    class Meta:
        db_table = "points_verdict"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(outcome__in=["stands", "void"]), name="points_verdict_outcome"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "suspect_id", "at"], name="points_verdict_newest")
        ]


class Good(Tenanted):
    """Something that points are exchanged for. `stock` is what nobody has asked for yet."""

    name = models.CharField(max_length=64)
    price = models.PositiveIntegerField()
    stock = models.PositiveIntegerField()
    retired_on = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "points_good"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="points_good_key"),
            models.UniqueConstraint(fields=["company_id", "name"], name="points_good_name"),
            models.CheckConstraint(condition=Q(price__gte=1), name="points_good_price"),
        ]


class Claim(Tenanted):
    """One piece that somebody wants for his points: asked, approved, handed over; or refused, or cancelled.
    `price` is that of the hour in which it was asked for."""

    good_id = models.UUIDField()
    person_id = models.UUIDField()
    price = models.PositiveIntegerField()
    state = models.CharField(max_length=10, default="asked")
    asked_at = models.DateTimeField()
    decided_by_id = models.UUIDField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    handed_by_id = models.UUIDField(null=True, blank=True)
    handed_at = models.DateTimeField(null=True, blank=True)
    why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "points_claim"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=["asked", "approved", "handed", "refused", "cancelled"]),
                name="points_claim_state",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by_id=models.F("person_id")) & ~Q(handed_by_id=models.F("person_id")),
                name="points_claim_not_his_own",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "asked_at"], name="points_claim_asked"),
            models.Index(fields=["company_id", "person_id", "asked_at"], name="points_claim_person"),
        ]
