"""The tables of isolations. `store` writes them with the events of the chain, `queries` reads them."""

from django.db import models
from django.db.models import Q

__all__ = ["IsolationRow", "PointRow", "RelianceRow"]


class IsolationRow(models.Model):
    """One isolation as its events fold (`doc`), with the counts that permits are judged by. `title` is what
    people call it; it can be erased with them."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    number = models.TextField()
    title = models.TextField()
    state = models.TextField()
    site_id = models.UUIDField()
    area_id = models.UUIDField()
    point_id = models.UUIDField(null=True)
    points = models.PositiveIntegerField()
    applied = models.PositiveIntegerField()
    verified = models.PositiveIntegerField()
    blinds = models.PositiveIntegerField()
    blinds_verified = models.PositiveIntegerField()
    valve_only = models.PositiveIntegerField()
    locks = models.PositiveIntegerField()
    changed_at = models.DateTimeField()
    doc = models.JSONField()

    class Meta:
        db_table = "isolations_isolation"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "number"], name="isolations_number"),
            models.CheckConstraint(
                condition=Q(state__in=["open", "testing", "restored", "cancelled"]), name="isolations_state"
            ),
        )
        indexes = (
            models.Index(fields=["company_id", "-changed_at", "id"], name="isolations_newest"),
            models.Index(
                fields=["company_id", "area_id"],
                condition=Q(state__in=["open", "testing"]),
                name="isolations_open_in_area",
            ),
        )


class PointRow(models.Model):
    """One point for the registers of numbers and of pipes; its name is what people call it."""

    pk = models.CompositePrimaryKey("company_id", "isolation_id", "point")
    company_id = models.UUIDField()
    isolation_id = models.UUIDField()
    point = models.TextField()
    kind = models.TextField()
    name = models.TextField()
    number = models.TextField()
    line = models.TextField()
    state = models.TextField()
    fitted_under = models.UUIDField(null=True)
    taken_out_under = models.UUIDField(null=True)

    class Meta:
        db_table = "isolations_point"
        indexes = (
            models.Index(
                fields=["company_id", "number"], condition=~Q(number=""), name="isolations_pt_number"
            ),
            models.Index(fields=["company_id", "line"], condition=~Q(line=""), name="isolations_pt_line"),
        )


class RelianceRow(models.Model):
    """That a permit relies on an isolation, or has released it."""

    pk = models.CompositePrimaryKey("company_id", "isolation_id", "permit_id")
    company_id = models.UUIDField()
    isolation_id = models.UUIDField()
    permit_id = models.UUIDField()
    released_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "isolations_reliance"
        indexes = (models.Index(fields=["company_id", "permit_id"], name="isolations_of_permit"),)
