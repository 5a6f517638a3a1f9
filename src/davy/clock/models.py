"""The heartbeat of the clock that watches permits."""

from django.db import models

__all__ = ["Beat"]


class Beat(models.Model):
    """One row: when the watching clock last ran, and since when wall and monotonic time agree again."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    at = models.DateTimeField()
    steady_since = models.DateTimeField()

    class Meta:
        db_table = "clock_beat"
