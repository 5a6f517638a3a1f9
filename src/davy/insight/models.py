"""The tables of findings, which only grow: what was found, and what people said of it. And wall screens."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy import clock
from davy.accounts.tenanted import Tenanted
from davy.ids import uuid7

__all__ = ["FindingRow", "ReviewRow", "WallScreen"]


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


class WallScreen(Tenanted):
    """A screen on a wall that reads the board of one site without a login. Its token is kept as a hash."""

    site_id = models.UUIDField()
    name = models.CharField(max_length=64)
    names = models.CharField(max_length=16, default="family_post")
    token_hash = models.CharField(max_length=64, editable=False)
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.UUIDField(null=True)  # the person
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "insight_wall_screen"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "token_hash"], name="insight_wall_screen_token"),
            models.CheckConstraint(
                condition=models.Q(names__in=["none", "family_post", "full"]),
                name="insight_wall_screen_names",
            ),
        ]
