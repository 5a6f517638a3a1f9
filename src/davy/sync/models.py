"""Tables of what devices sent: one row an envelope, never changed, and its text beside it, which can be
erased."""

from django.db import models

__all__ = ["SentLink", "SentText"]


class SentLink(models.Model):
    """One envelope in the chain of its device: hashes as 32 bytes, the signature as it came (base64url)."""

    pk = models.CompositePrimaryKey("company_id", "device_id", "seq")
    company_id = models.UUIDField()
    device_id = models.UUIDField()
    seq = models.BigIntegerField()
    sha256 = models.BinaryField(max_length=32)
    prev = models.BinaryField(max_length=32)
    signature = models.CharField(max_length=86)
    command_id = models.UUIDField()
    verdict = models.TextField()
    code = models.TextField(null=True)  # noqa: DJ001 - an accepted one has none
    version = models.BigIntegerField()
    received_at = models.DateTimeField()

    class Meta:
        db_table = "sync_link"


class SentText(models.Model):
    """The exact bytes that were signed."""

    pk = models.CompositePrimaryKey("company_id", "device_id", "seq")
    company_id = models.UUIDField()
    device_id = models.UUIDField()
    seq = models.BigIntegerField()
    text = models.BinaryField()

    class Meta:
        db_table = "sync_text"
