"""The table of emergencies. `store` writes it with the events, `queries` reads."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

__all__ = ["EmergencyRow"]


class EmergencyRow(models.Model):
    """One emergency as its events fold (`doc`). One is open at a place: an area, else a site, else the
    plant. `told` are the persons whose phones it covers."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    number = models.TextField()
    state = models.TextField()
    site_id = models.UUIDField(null=True)
    area_id = models.UUIDField(null=True)
    opened_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    told = ArrayField(models.UUIDField())
    doc = models.JSONField()

    class Meta:
        db_table = "emergency_emergency"
        constraints = (
            models.UniqueConstraint(
                fields=["company_id", "site_id", "area_id"],
                condition=Q(state="open"),
                nulls_distinct=False,
                name="emergency_one_open",
            ),
            models.CheckConstraint(condition=Q(state__in=["open", "ended"]), name="emergency_state"),
        )
        indexes = (models.Index(fields=["company_id", "-opened_at", "id"], name="emergency_newest"),)
