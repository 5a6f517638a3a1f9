"""The tables of outages, blocks and their sheets. `store` writes them with the events, `queries` reads."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

__all__ = ["BlockRow", "OutageRow", "SheetRow"]


class OutageRow(models.Model):
    """One outage as its events fold (`doc`). No areas: the whole site."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    number = models.TextField()
    state = models.TextField()
    site_id = models.UUIDField()
    areas = ArrayField(models.UUIDField())
    starts_at = models.DateTimeField()
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    doc = models.JSONField()

    class Meta:
        db_table = "outages_outage"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "number"], name="outages_number"),
            models.CheckConstraint(condition=Q(state__in=["open", "ended"]), name="outages_state"),
        )
        indexes = (
            models.Index(fields=["company_id", "site_id", "-starts_at"], name="outages_newest"),
            models.Index(fields=["company_id", "until"], condition=Q(state="open"), name="outages_open"),
        )


class BlockRow(models.Model):
    """One block of sheets as its events fold (`doc`)."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    number = models.TextField()
    template = models.TextField()
    site_id = models.UUIDField()
    areas = ArrayField(models.UUIDField())
    holder_id = models.UUIDField()
    offered_id = models.UUIDField(null=True)
    printed_at = models.DateTimeField()
    last_serial = models.PositiveIntegerField()
    open_sheets = models.PositiveIntegerField()
    doc = models.JSONField()

    class Meta:
        db_table = "outages_block"
        constraints = (models.UniqueConstraint(fields=["company_id", "number"], name="outages_block_number"),)
        indexes = (
            models.Index(fields=["company_id", "-printed_at", "id"], name="outages_block_newest"),
            models.Index(fields=["company_id", "last_serial"], name="outages_block_serial"),
        )


class SheetRow(models.Model):
    """One sheet: where it is and what its account says. `open`: nobody said what became of it. The place is
    that of the work, while there is or was any."""

    pk = models.CompositePrimaryKey("company_id", "serial")
    company_id = models.UUIDField()
    serial = models.TextField()
    block_id = models.UUIDField()
    type = models.TextField()
    state = models.TextField()
    unused_at = models.DateTimeField(null=True)
    site_id = models.UUIDField(null=True)
    area_id = models.UUIDField(null=True)
    point_id = models.UUIDField(null=True)
    registered_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "outages_sheet"
        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["blank", "doubted", "lost", "void", "returned", "live", "closed"]),
                name="outages_sheet_state",
            ),
        )
        indexes = (
            models.Index(fields=["company_id", "block_id", "serial"], name="outages_sheet_block"),
            models.Index(fields=["company_id", "site_id"], condition=Q(state="live"), name="outages_live"),
        )
