"""The tables of the evidence; ``store`` writes and ``queries`` reads them in SQL."""

from django.db import models

from davy.ids import uuid7

__all__ = ["Event", "LogCheckpoint", "LogCosignature", "LogEntry", "LogStamp", "LogTile", "Private", "Stream"]


class Stream(models.Model):
    """The head of one chain, and the row a command locks before it decides."""

    pk = models.CompositePrimaryKey("company_id", "kind", "id")
    company_id = models.UUIDField()
    kind = models.TextField()
    id = models.UUIDField()
    seq = models.BigIntegerField(default=0)
    head = models.BinaryField(default=bytes(32))

    class Meta:
        db_table = "evidence_stream"


class Event(models.Model):
    """One link. ``body`` is the truth, byte for byte as hashed; the other columns repeat it for searching."""

    pk = models.CompositePrimaryKey("company_id", "kind", "stream_id", "seq")
    company_id = models.UUIDField()
    kind = models.TextField()
    stream_id = models.UUIDField()
    seq = models.BigIntegerField()
    id = models.UUIDField(default=uuid7)
    type = models.TextField()
    v = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    prev = models.BinaryField()
    hash = models.BinaryField()
    occurred_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    command_id = models.UUIDField()
    actor = models.TextField()

    class Meta:
        db_table = "evidence_event"
        constraints = (models.UniqueConstraint(fields=["company_id", "id"], name="evidence_event_id"),)
        indexes = (models.Index(fields=["company_id", "command_id"], name="evidence_event_command"),)


class Private(models.Model):
    """What an event only proves by its hash: names, free text, strokes, positions. Can be erased."""

    pk = models.CompositePrimaryKey("company_id", "event_id", "label")
    company_id = models.UUIDField()
    event_id = models.UUIDField()
    label = models.TextField()
    salt = models.BinaryField()
    bytes = models.BinaryField()
    sha256 = models.BinaryField()

    class Meta:
        db_table = "evidence_private"


class LogEntry(models.Model):
    """One leaf of the company's log, for ever. ``content`` is the truth; the columns repeat it."""

    pk = models.CompositePrimaryKey("company_id", "index")
    company_id = models.UUIDField()
    index = models.BigIntegerField()
    content = models.BinaryField()
    kind = models.TextField()
    stream_id = models.UUIDField()
    seq = models.BigIntegerField()
    integrated_at = models.DateTimeField()

    class Meta:
        db_table = "evidence_log_entry"
        constraints = (
            models.UniqueConstraint(
                fields=["company_id", "kind", "stream_id", "seq"], name="evidence_log_entry_once"
            ),
        )


class LogTile(models.Model):
    """Hashes of one level in order, 32 bytes each, up to 256. It only grows; it can be worked out anew."""

    pk = models.CompositePrimaryKey("company_id", "level", "index")
    company_id = models.UUIDField()
    level = models.PositiveSmallIntegerField()
    index = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        db_table = "evidence_log_tile"


class LogCheckpoint(models.Model):
    """What was signed of the log, for ever: its size, its root, and the note as it was published."""

    pk = models.CompositePrimaryKey("company_id", "size")
    company_id = models.UUIDField()
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    signed_at = models.DateTimeField()

    class Meta:
        db_table = "evidence_log_checkpoint"


class LogStamp(models.Model):
    """What an authority outside answered about a checkpoint (RFC 3161), as it came, and the time it tells.
    For ever."""

    pk = models.CompositePrimaryKey("company_id", "size", "authority")
    company_id = models.UUIDField()
    size = models.BigIntegerField()
    authority = models.TextField()
    answer = models.BinaryField()
    stamped_at = models.DateTimeField()
    kept_at = models.DateTimeField()

    class Meta:
        db_table = "evidence_log_stamp"


class LogCosignature(models.Model):
    """A witness's line below a checkpoint, as it came, and the time it tells. For ever."""

    pk = models.CompositePrimaryKey("company_id", "size", "witness")
    company_id = models.UUIDField()
    size = models.BigIntegerField()
    witness = models.TextField()
    line = models.TextField()
    cosigned_at = models.DateTimeField()

    class Meta:
        db_table = "evidence_log_cosignature"
