"""The tables of findings: what was found, and what people said of it. Both only grow."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy.ids import uuid7

__all__ = ["FindingRow", "ReviewRow"]


class FindingRow(models.Model):
    """One finding. `id` comes from its evidence, so the same is found once; `figures` are its numbers."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    kind = models.TextField()
    person_id = models.UUIDField(null=True)
    permits = ArrayField(models.UUIDField())
    events = ArrayField(models.UUIDField())
    figures = models.JSONField()
    found_at = models.DateTimeField()

    class Meta:
        db_table = "insight_finding"
        indexes = (models.Index(fields=["company_id", "-found_at", "id"], name="insight_finding_newest"),)


class ReviewRow(models.Model):
    """What somebody said came of a finding; the newest one counts."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    finding_id = models.UUIDField()
    person_id = models.UUIDField()
    outcome = models.TextField()
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "insight_review"
        indexes = (models.Index(fields=["company_id", "finding_id", "-at"], name="insight_review_newest"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(outcome__in=["confirmed", "explained", "mistaken"]),
                name="insight_review_outcome",
            ),
        )
