"""Tables of attachments: what was handed in, and what refers to it."""

from typing import ClassVar

from django.db import models

from davy import clock

__all__ = ["Attachment", "Awaited", "Reference"]


class Attachment(models.Model):
    """A file of a company, named by the SHA-256 of its bytes. Width and height are null for a recording."""

    pk = models.CompositePrimaryKey("company_id", "sha256")
    company_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    media_type = models.CharField(max_length=32)
    size = models.PositiveIntegerField()  # bytes
    width = models.PositiveIntegerField(null=True)  # pixels of the original, as it is to be seen
    height = models.PositiveIntegerField(null=True)
    taken_at = models.DateTimeField(null=True)  # by the camera's own clock; null where it does not say
    camera = models.CharField(max_length=80, default="")
    uploaded_at = models.DateTimeField(default=clock.now)
    uploaded_by = models.UUIDField(null=True)
    checked_at = models.DateTimeField(null=True)  # when its bytes were last held against its name

    class Meta:
        db_table = "attachments_attachment"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "uploaded_at"], name="attachment_uploaded"),
            models.Index(fields=["company_id", "checked_at"], name="attachment_checked"),
        ]


class Reference(models.Model):
    """A stream (or a row of reference data) that holds on to an attachment; while there is one it is kept."""

    pk = models.CompositePrimaryKey("company_id", "sha256", "stream_kind", "stream_id")
    company_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    stream_kind = models.CharField(max_length=32)
    stream_id = models.UUIDField()

    class Meta:
        db_table = "attachments_reference"
        indexes: ClassVar = [
            models.Index(
                fields=["company_id", "stream_kind", "stream_id", "sha256"], name="reference_by_stream"
            ),
        ]


class Awaited(models.Model):
    """An attachment that a stream named before it came: bad news waits for no photo, and its photo is held as
    soon as it is there."""

    pk = models.CompositePrimaryKey("company_id", "sha256", "stream_kind", "stream_id")
    company_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    stream_kind = models.CharField(max_length=32)
    stream_id = models.UUIDField()
    since = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "attachments_awaited"
