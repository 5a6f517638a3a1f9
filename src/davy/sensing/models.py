"""Tables of the workers that read the log. Leases and workers stand outside row security, for a partition
holds many companies' messages; they hold ids and counts only."""

from django.db import models

__all__ = ["Dropped", "Lease", "Refusal", "SpaceTracks", "Watched", "Worker"]


class Lease(models.Model):
    """Who reads one partition. `epoch` grows with each holder, so that one who slept past its lease writes
    nothing; `position` only says where to begin reading, what was taken the checkpoints tell. `behind`:
    so many messages wait, the oldest since `oldest_at`. `passed`: all up to this number that was of the
    partition is written, None until it was once read to the end."""

    partition = models.SmallIntegerField(primary_key=True)
    holder = models.UUIDField(null=True)
    epoch = models.BigIntegerField(default=0)
    until = models.DateTimeField(null=True)
    position = models.BigIntegerField(default=0)
    behind = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField(null=True)
    oldest_at = models.DateTimeField(null=True)
    passed = models.BigIntegerField(null=True)

    class Meta:
        db_table = "sensing_lease"


class Dropped(models.Model):
    """Numbers of the log that went before one partition was read up to them; `since`: when it was last
    written."""

    pk = models.CompositePrimaryKey("partition", "first")
    partition = models.SmallIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    since = models.DateTimeField()
    noticed_at = models.DateTimeField()

    class Meta:
        db_table = "sensing_dropped"


class Worker(models.Model):
    """A process that reads; seen every few seconds while it lives. `fault`: why nobody is let in."""

    id = models.UUIDField(primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    fault = models.TextField(null=True)  # noqa: DJ001 - none is not an empty fault

    class Meta:
        db_table = "sensing_worker"


class Refusal(models.Model):
    """A gateway that was not let in, or wrote where it may not: counted by the hour, so that a flood costs
    one row."""

    pk = models.CompositePrimaryKey("company_id", "gateway_id", "code", "hour")
    company_id = models.UUIDField()
    gateway_id = models.UUIDField()
    code = models.TextField()
    hour = models.DateTimeField()
    last_at = models.DateTimeField()
    count = models.IntegerField()
    detail = models.TextField()

    class Meta:
        db_table = "sensing_refusal"


class Watched(models.Model):
    """What is known of one instrument by the rules of watching (`davy_core.watch.state.State` in plain form),
    moved on in the transaction of its readings; None: nothing was ever judged. `told`: by episode the
    permits that were told of it; `binding_id`, `permit_id`: whom it served then. `lost_at`: since when nobody
    judges it. `looks_at`: when the passing of time tells something if
    nothing is heard until then; None: never."""

    pk = models.CompositePrimaryKey("company_id", "instrument_id")
    company_id = models.UUIDField()
    instrument_id = models.UUIDField()
    partition = models.SmallIntegerField()
    state = models.JSONField(null=True)
    told = models.JSONField(default=dict)
    binding_id = models.UUIDField(null=True)
    permit_id = models.UUIDField(null=True)
    lost_at = models.DateTimeField(null=True)
    looks_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "sensing_watched"
        indexes = (models.Index(fields=["company_id", "partition", "looks_at"], name="sensing_watched_due"),)


class SpaceTracks(models.Model):
    """How the rules about several instruments together stand in one space (`davy_core.watch.space`): of the
    detectors of a permit (`vote/<permit>`), of the persons at a site (`crowd/<site>`)."""

    pk = models.CompositePrimaryKey("company_id", "space")
    company_id = models.UUIDField()
    space = models.TextField()
    tracks = models.JSONField()

    class Meta:
        db_table = "sensing_space"
