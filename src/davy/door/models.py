"""The table of commands that came through the door, each with the outcome it will always have."""

from django.db import models

__all__ = ["StoredCommand"]


class StoredCommand(models.Model):
    """One command: the hash of its bytes, and its verdict. The same id asked again gives the same answer."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    sha256 = models.BinaryField()
    stream_kind = models.TextField()
    stream_id = models.UUIDField()
    kind = models.TextField()
    account_id = models.UUIDField(null=True)
    app = models.TextField(default="", db_default="")  # the program that sent it, as it calls itself
    recorded_at = models.DateTimeField()
    occurred_at = models.DateTimeField()
    verdict = models.TextField()
    answer = models.JSONField()

    class Meta:
        db_table = "door_command"
        indexes = (
            models.Index(fields=["company_id", "stream_kind", "stream_id"], name="door_command_stream"),
        )
