"""The heartbeat of the clock that watches permits, and what went wrong with it."""

from django.db import models

__all__ = ["Beat", "Incident"]


class Beat(models.Model):
    """One row: when the watching clock last ran, and since when wall and monotonic time agree again.

    `gap_from` is set while permits are judged for a time in which nobody watched them: the last beat
    before it.
    """

    id = models.PositiveSmallIntegerField(primary_key=True)
    at = models.DateTimeField()
    steady_since = models.DateTimeField()
    gap_from = models.DateTimeField(null=True)

    class Meta:
        db_table = "clock_beat"


class Incident(models.Model):
    """A time without watch (`gap`) or a jump of the machine's clock (`jump`, seconds forward or back). For
    ever."""

    id = models.UUIDField(primary_key=True)
    at = models.DateTimeField()
    kind = models.TextField()
    seconds = models.FloatField()

    class Meta:
        db_table = "clock_incident"
        constraints = (
            models.CheckConstraint(condition=models.Q(kind__in=["gap", "jump"]), name="clock_incident_kind"),
        )
        indexes = (models.Index(fields=["-at"], name="clock_incident_at"),)
