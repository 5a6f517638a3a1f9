"""The outbox table."""

from django.db import models

from davy.ids import uuid7

__all__ = ["Message"]


class Message(models.Model):
    """One message for an outside system; only ``delivered_at`` may ever change, once."""

    id = models.UUIDField(primary_key=True, default=uuid7)
    company_id = models.UUIDField()
    kind = models.TextField()
    key = models.TextField()
    body = models.JSONField()
    created_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "outbox_message"
        constraints = (
            # A message is named by what it tells, so a repeated command cannot send it twice.
            models.UniqueConstraint(fields=["company_id", "kind", "key"], name="outbox_message_key"),
        )
        indexes = (
            models.Index(
                fields=["company_id", "created_at", "id"],
                condition=models.Q(delivered_at__isnull=True),
                name="outbox_message_waiting",
            ),
        )
