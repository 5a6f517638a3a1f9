"""Tables of the actuation of work points, and of every order ever given."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

__all__ = ["OrderRow", "PointRow"]


class PointRow(models.Model):
    """The actuation of a work point (`id`) as its events fold (`doc`). `positions`: what stands in the tables
    about where fans are, by version and row. `looks_at`: when the next proof is late; None: none is due."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    versions = models.IntegerField()
    in_force = models.BooleanField(default=False)
    positions = models.JSONField(default=dict)
    looks_at = models.DateTimeField(null=True)
    doc = models.JSONField()

    class Meta:
        db_table = "actuation_point"
        indexes = (
            models.Index(
                fields=["company_id", "looks_at"],
                name="actuation_looks",
                condition=Q(looks_at__isnull=False),
            ),
        )


class OrderRow(models.Model):
    """One order, as it is shown, and as it lies ready to be sent until the device has it (`waits`), which is
    tried again at `next_try_at`. `sent_at` is when it was first handed to the broker."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.TextField()
    point_id = models.UUIDField()
    instrument_id = models.UUIDField()
    effect = models.TextField()
    table_version = models.IntegerField()
    causes = ArrayField(models.TextField())
    permits = ArrayField(models.UUIDField())
    requested_at = models.DateTimeField()
    requested_by = models.TextField()
    reason = models.TextField(null=True)  # noqa: DJ001 - a cause gives none
    restores = models.TextField(null=True)  # noqa: DJ001 - most take nothing back
    due_at = models.DateTimeField()
    until_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    timed_out_at = models.DateTimeField(null=True)
    refused = models.TextField(null=True)  # noqa: DJ001 - most are not
    contradicted_at = models.DateTimeField(null=True)
    contradictions = models.IntegerField(default=0)
    superseded = models.BooleanField(default=False)
    waits = models.BooleanField(default=True)
    tries = models.IntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField()

    class Meta:
        db_table = "actuation_order"
        indexes = (
            models.Index(
                fields=["company_id", "next_try_at"], name="actuation_waiting", condition=Q(waits=True)
            ),
            models.Index(
                fields=["company_id", "instrument_id"], name="actuation_holds", condition=Q(superseded=False)
            ),
            models.Index(fields=["company_id", "point_id", "requested_at"], name="actuation_of_point"),
        )
