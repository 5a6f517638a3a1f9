"""The table of alarms. `store` writes it with the events of the chain, `queries` reads it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

__all__ = ["AlarmRow"]


class AlarmRow(models.Model):
    """One alarm as its events fold; what people wrote about it is in the evidence, where it can be erased.

    `number`, `code` and `subject` are empty rather than null, so that one open alarm per permit, kind,
    code and subject is a plain unique index. `permit_id` is null for an alarm about the plant.
    `next_ring_at` is when the clock looks at it again; empty also where an older release left one waiting.
    """

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    permit_id = models.UUIDField(null=True)
    number = models.TextField()
    kind = models.TextField()
    code = models.TextField()
    subject = models.TextField()
    severity = models.TextField()
    owner = models.TextField()
    episode = models.PositiveIntegerField()
    state = models.TextField()
    count = models.PositiveIntegerField()
    raised_at = models.DateTimeField()
    last_at = models.DateTimeField()
    told = ArrayField(models.UUIDField())
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.UUIDField(null=True)
    handled_at = models.DateTimeField(null=True)
    handled_by = models.UUIDField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.UUIDField(null=True)
    called_at = models.DateTimeField(null=True)
    rings = models.PositiveIntegerField(db_default=0)
    rung_at = models.DateTimeField(null=True)
    next_ring_at = models.DateTimeField(null=True)
    shelved_at = models.DateTimeField(null=True)
    shelved_by = models.UUIDField(null=True)
    shelved_until = models.DateTimeField(null=True)

    class Meta:
        db_table = "alarms_alarm"
        constraints = (
            models.UniqueConstraint(
                fields=["company_id", "permit_id", "kind", "code", "subject"],
                condition=~Q(state="closed"),
                nulls_distinct=False,
                name="alarms_one_open",
            ),
            models.UniqueConstraint(
                fields=["company_id", "permit_id", "kind", "code", "subject", "episode"],
                nulls_distinct=False,
                name="alarms_episode",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["raised", "acknowledged", "handled", "closed"]), name="alarms_state"
            ),
            models.CheckConstraint(condition=Q(severity__in=["red", "task"]), name="alarms_severity"),
        )
        indexes = (
            models.Index(
                fields=["company_id", "-last_at"], condition=~Q(state="closed"), name="alarms_open_newest"
            ),
            models.Index(fields=["company_id", "-last_at", "id"], name="alarms_newest"),
            models.Index(
                fields=["company_id", "next_ring_at"], condition=~Q(state="closed"), name="alarms_next_ring"
            ),
        )
