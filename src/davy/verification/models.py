"""Tables of verification; the first two are written by the stream of a person alone."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

__all__ = ["PersonRow", "StandingRow"]


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
