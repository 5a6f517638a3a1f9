"""Tables of holds, erasures and removals; written by their streams, tasks by the job too."""

from typing import ClassVar

from django.db import models

__all__ = ["Batch", "ErasedRecord", "Erasure", "Hold", "Period", "RemovedRecord", "Standing", "Task"]


class Hold(models.Model):
    """A legal hold: on a permit, on a person, or on all that happened in a span of time."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    about = models.TextField()
    permit_id = models.UUIDField(null=True)
    person_id = models.UUIDField(null=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    reason = models.TextField()
    placed_by = models.UUIDField()
    placed_at = models.DateTimeField()
    lifted_by = models.UUIDField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_why = models.TextField(default="")

    class Meta:
        db_table = "keeping_hold"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(about__in=["permit", "person", "span"]), name="keeping_hold_about"
            )
        ]


class Erasure(models.Model):
    """One request to erase a person, and what came of it when it was carried out last."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    person_id = models.UUIDField()
    state = models.TextField()
    reason = models.TextField()
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField()
    carried_by = models.UUIDField(null=True)
    carried_at = models.DateTimeField(null=True)
    times = models.PositiveIntegerField(default=0)
    words = models.PositiveIntegerField(default=0)
    files = models.PositiveIntegerField(default=0)
    kept = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "keeping_erasure"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state__in=["requested", "part", "done", "withdrawn"]),
                name="keeping_erasure_state",
            ),
            models.UniqueConstraint(
                fields=["company_id", "person_id"],
                condition=models.Q(state__in=["requested", "part"]),
                name="keeping_erasure_one",
            ),
        ]


class ErasedRecord(models.Model):
    """A record that lost something in an erasure, so that whoever takes it away takes the reason too."""

    pk = models.CompositePrimaryKey("company_id", "erasure_id", "kind", "stream_id")
    company_id = models.UUIDField()
    erasure_id = models.UUIDField()
    kind = models.TextField()
    stream_id = models.UUIDField()

    class Meta:
        db_table = "keeping_erased_record"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "kind", "stream_id"], name="keeping_erased_stream")
        ]


class Period(models.Model):
    """How long a company keeps something beyond the law, in days, and what shorter period follows when."""

    pk = models.CompositePrimaryKey("company_id", "what")
    company_id = models.UUIDField()
    what = models.TextField()
    days = models.PositiveIntegerField()
    reason = models.TextField()
    set_by = models.UUIDField()
    set_at = models.DateTimeField()
    shorter_days = models.PositiveIntegerField(null=True)
    shorter_from = models.DateTimeField(null=True)
    shorter_by = models.UUIDField(null=True)
    shorter_at = models.DateTimeField(null=True)
    shorter_why = models.TextField(default="")

    class Meta:
        db_table = "keeping_period"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(shorter_days__isnull=True, shorter_from__isnull=True)
                | models.Q(
                    shorter_days__isnull=False,
                    shorter_from__isnull=False,
                    shorter_by__isnull=False,
                    shorter_at__isnull=False,
                ),
                name="keeping_period_shorter",
            )
        ]


class Standing(models.Model):
    """Whether each night takes away what is past its period, so many records at the most."""

    company_id = models.UUIDField(primary_key=True)
    on = models.BooleanField()
    most = models.PositiveIntegerField(default=0)
    reason = models.TextField()
    switched_by = models.UUIDField()
    switched_at = models.DateTimeField()

    class Meta:
        db_table = "keeping_standing"


class Batch(models.Model):
    """Records that are to be removed: those a person confirmed, or those of one night."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    standing = models.BooleanField()
    ordered_by = models.UUIDField()
    ordered_at = models.DateTimeField()
    reason = models.TextField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "keeping_batch"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id"],
                condition=models.Q(standing=True, ended_at__isnull=True),
                name="keeping_batch_one_night",
            )
        ]


class Task(models.Model):
    """One record of a batch: waiting, removed, or kept with the reason."""

    pk = models.CompositePrimaryKey("company_id", "batch_id", "kind", "stream_id")
    company_id = models.UUIDField()
    batch_id = models.UUIDField()
    kind = models.TextField()
    stream_id = models.UUIDField()
    state = models.TextField(default="waiting")
    why = models.TextField(default="")

    class Meta:
        db_table = "keeping_task"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "removed", "kept"]), name="keeping_task_state"
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "kind", "stream_id"], name="keeping_task_record"),
        ]


class RemovedRecord(models.Model):
    """A record that was removed when its period was over; its events stay."""

    pk = models.CompositePrimaryKey("company_id", "kind", "stream_id")
    company_id = models.UUIDField()
    kind = models.TextField()
    stream_id = models.UUIDField()
    removed_at = models.DateTimeField()
    batch_id = models.UUIDField()
    words = models.PositiveIntegerField()
    files = models.PositiveIntegerField()

    class Meta:
        db_table = "keeping_removed"
