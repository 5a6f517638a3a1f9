"""Tables of holds and erasures; written by their streams only."""

from typing import ClassVar

from django.db import models

__all__ = ["ErasedRecord", "Erasure", "Hold"]


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
