"""The table of the inbox."""

from django.db import models

from davy.ids import uuid7

__all__ = ["InboxRow"]


class InboxRow(models.Model):
    """One thing a person was told. `key` names the change that told it: a job that runs twice tells once.

    `kind` is the notice of the contract, or `alarm.<kind>`. Not evidence: old rows are removed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    person_id = models.UUIDField()
    kind = models.TextField()
    severity = models.TextField()
    title_zh = models.TextField()
    title_en = models.TextField()
    permit_id = models.UUIDField(null=True)
    alarm_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    key = models.TextField()

    class Meta:
        db_table = "notify_inbox"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "person_id", "key"], name="notify_inbox_once"),
        )
        indexes = (
            models.Index(fields=["company_id", "person_id", "-id"], name="notify_inbox_newest"),
            models.Index(
                fields=["company_id", "person_id"],
                condition=models.Q(read_at__isnull=True),
                name="notify_inbox_unread",
            ),
        )
