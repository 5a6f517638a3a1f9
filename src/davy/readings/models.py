"""Tables of readings. They are written and read by SQL of `store` and `queries`; the models only describe
them.

`readings_reading` is partitioned by the day of `taken_at`; its days are made and dropped by two functions of
the owner, because the role that serves requests may not.
"""

from django.db import models

__all__ = ["Checkpoint", "Gap", "Latest", "Minute", "Reading", "SetAside"]


class Reading(models.Model):
    """One message of an instrument: its values as texts by channel, with where they came from. `taken_at` is
    the instrument's own time where it tells one, else the broker's; `received_at` always the broker's.
    `clock` is the quality of `taken_at` (S4), `doubts` codes of what in the same message could not be
    taken."""

    pk = models.CompositePrimaryKey("company_id", "instrument_id", "taken_at", "boot", "seq")
    company_id = models.UUIDField()
    instrument_id = models.UUIDField()
    taken_at = models.DateTimeField()
    boot = models.TextField()
    seq = models.BigIntegerField()
    received_at = models.DateTimeField()
    clock = models.TextField()
    gateway_id = models.UUIDField()
    binding_id = models.UUIDField(null=True)
    log_seq = models.BigIntegerField()
    channels = models.JSONField()
    doubts = models.JSONField(null=True)

    class Meta:
        db_table = "readings_reading"
        managed = False


class Latest(models.Model):
    """What is known of one instrument: its last reading, how far its numbers have come (`sequence`), how far
    its clock is off (`offset_ms`, measured at `measured_at`), and counts since it was enrolled."""

    pk = models.CompositePrimaryKey("company_id", "instrument_id")
    company_id = models.UUIDField()
    instrument_id = models.UUIDField()
    taken_at = models.DateTimeField()
    received_at = models.DateTimeField()
    clock = models.TextField()
    channels = models.JSONField()
    sequence = models.JSONField()
    offset_ms = models.BigIntegerField(null=True)
    measured_at = models.DateTimeField(null=True)
    readings = models.BigIntegerField(default=0)
    duplicates = models.BigIntegerField(default=0)
    missing = models.BigIntegerField(default=0)

    class Meta:
        db_table = "readings_latest"


class Gap(models.Model):
    """Numbers that an instrument skipped (both ends included), and between which readings. `missing` goes
    down as they come late."""

    pk = models.CompositePrimaryKey("company_id", "instrument_id", "boot", "from_seq")
    company_id = models.UUIDField()
    instrument_id = models.UUIDField()
    boot = models.TextField()
    from_seq = models.BigIntegerField()
    to_seq = models.BigIntegerField()
    after_at = models.DateTimeField()
    before_at = models.DateTimeField()
    missing = models.BigIntegerField()

    class Meta:
        db_table = "readings_gap"
        indexes = (models.Index(fields=["company_id", "instrument_id", "before_at"], name="readings_gaps"),)


class SetAside(models.Model):
    """A message that could not be taken, or not whole: why (`code`), where it came in, and its first
    bytes."""

    pk = models.CompositePrimaryKey("company_id", "partition", "log_seq", "code")
    company_id = models.UUIDField()
    partition = models.SmallIntegerField()
    log_seq = models.BigIntegerField()
    code = models.TextField()
    detail = models.TextField()
    topic = models.TextField()
    gateway_id = models.UUIDField(null=True)
    instrument_id = models.UUIDField(null=True)
    received_at = models.DateTimeField()
    size = models.IntegerField()
    head = models.BinaryField(max_length=512)

    class Meta:
        db_table = "readings_set_aside"
        indexes = (models.Index(fields=["company_id", "-received_at"], name="readings_set_aside_newest"),)


class Checkpoint(models.Model):
    """How far one partition of the log was taken for one company, and in which epoch of its lease."""

    pk = models.CompositePrimaryKey("company_id", "partition")
    company_id = models.UUIDField()
    partition = models.SmallIntegerField()
    log_seq = models.BigIntegerField()
    epoch = models.BigIntegerField()

    class Meta:
        db_table = "readings_checkpoint"


class Minute(models.Model):
    """Least and greatest value of one channel within one minute, and of how many readings."""

    pk = models.CompositePrimaryKey("company_id", "instrument_id", "channel", "minute")
    company_id = models.UUIDField()
    instrument_id = models.UUIDField()
    channel = models.TextField()
    minute = models.DateTimeField()
    least = models.DecimalField(max_digits=21, decimal_places=9)
    greatest = models.DecimalField(max_digits=21, decimal_places=9)
    readings = models.IntegerField()

    class Meta:
        db_table = "readings_minute"
