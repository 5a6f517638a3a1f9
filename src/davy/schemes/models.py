"""The table of schemes. `store` writes it with the events of the chain, `queries` reads it."""

from django.db import models
from django.db.models import Q

__all__ = ["SchemeRow"]


class SchemeRow(models.Model):
    """One scheme as its events fold (`doc`). `title` is what people call it; the words of its sections lie
    beside the chain alone, where they can be erased. `lasts_to` is when the approval of the
    standing version ends."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    number = models.TextField()
    title = models.TextField()
    type = models.TextField()
    level = models.TextField()
    state = models.TextField()
    site_id = models.UUIDField()
    area_id = models.UUIDField()
    point_id = models.UUIDField(null=True)
    author_id = models.UUIDField()
    standing = models.PositiveIntegerField(null=True)
    lasts_to = models.DateTimeField(null=True)
    annotations_open = models.PositiveIntegerField()
    changed_at = models.DateTimeField()
    doc = models.JSONField()

    class Meta:
        db_table = "schemes_scheme"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "number"], name="schemes_number"),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "review", "approved", "withdrawn"]), name="schemes_state"
            ),
        )
        indexes = (
            models.Index(fields=["company_id", "-changed_at", "id"], name="schemes_newest"),
            models.Index(
                fields=["company_id", "type", "area_id"],
                condition=Q(standing__isnull=False),
                name="schemes_standing",
            ),
        )
