"""Tables of verification: verdicts and freezes, written by the stream of a person alone; the query service
of a company, and its nights."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy.accounts.tenanted import Tenanted

__all__ = ["Asked", "Night", "PersonRow", "Source", "StandingRow"]


class PersonRow(models.Model):
    """A person's papers and freeze as his events fold (`doc`). The columns beside it are for lists and for
    the guard on his status; the words are those of who froze and who asked for the thaw."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.TextField(default="")
    frozen_for = models.UUIDField(null=True)
    cause = models.TextField(default="")
    reason = models.TextField(default="")
    thaw_by = models.UUIDField(null=True)
    thaw_at = models.DateTimeField(null=True)
    thaw_reason = models.TextField(default="")
    doc = models.JSONField()

    class Meta:
        db_table = "verification_person"
        indexes: ClassVar = [
            models.Index(
                fields=["company_id", "frozen_at"],
                condition=models.Q(frozen_at__isnull=False),
                name="verification_frozen",
            )
        ]


class StandingRow(models.Model):
    """The verdict that stands on one certificate. `answered_at`: when a source last gave it or repeated it;
    `claim`: keyed hash of what the ledger said then."""

    pk = models.CompositePrimaryKey("company_id", "certificate_id")
    company_id = models.UUIDField()
    certificate_id = models.UUIDField()
    person_id = models.UUIDField()
    verdict = models.TextField()
    source = models.TextField()
    at = models.DateTimeField()
    by = models.TextField()
    claim = models.TextField()
    differs = ArrayField(models.TextField())
    lacks = ArrayField(models.TextField())
    newer = ArrayField(models.TextField())
    evidence = models.TextField(default="")
    answered_at = models.DateTimeField()

    class Meta:
        db_table = "verification_standing"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(verdict__in=["confirmed", "differs", "not_found", "revoked", "unknown"]),
                name="verification_standing_verdict",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "person_id"], name="verification_of_person")]


class Source(Tenanted):
    """The query service of a company: its address, its key (sealed), the hour of the plant's clock at which
    it is asked each night, and what it calls the fields of an answer."""

    url = models.CharField(max_length=500)
    secret = models.BinaryField(default=b"", blank=True)
    private_net = models.BooleanField(default=False)
    enabled = models.BooleanField(default=True)
    hour = models.PositiveSmallIntegerField(default=2)
    names = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "verification_source"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id"], name="verification_source_one"),
            models.CheckConstraint(condition=models.Q(hour__lte=23), name="verification_source_hour"),
        ]


class Night(models.Model):
    """One run over all certificates that have a source. `state`: going, done, doubted (the source said no too
    often) or failed (it did not answer); `rests_until`: when it goes on after nobody answered."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    day = models.DateField()
    by = models.TextField()
    state = models.TextField(default="going")
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    rests_until = models.DateTimeField(null=True)
    rests = models.PositiveSmallIntegerField(default=0)
    trouble = models.TextField(default="")
    total = models.PositiveIntegerField(default=0)
    confirmed = models.PositiveIntegerField(default=0)
    against = models.PositiveIntegerField(default=0)
    unknown = models.PositiveIntegerField(default=0)
    silent = models.PositiveIntegerField(default=0)
    fresh = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "verification_night"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id"], condition=models.Q(state="going"), name="verification_night_one"
            )
        ]


class Asked(models.Model):
    """What became of one certificate in the last night that asked for it; a night that was killed goes on
    with those that it has not done."""

    pk = models.CompositePrimaryKey("company_id", "certificate_id")
    company_id = models.UUIDField()
    certificate_id = models.UUIDField()
    night_id = models.UUIDField()
    tries = models.PositiveSmallIntegerField()
    next_at = models.DateTimeField()
    done = models.BooleanField()
    verdict = models.TextField(default="")
    trouble = models.TextField(default="")

    class Meta:
        db_table = "verification_asked"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "night_id", "done"], name="verification_asked_night")
        ]
