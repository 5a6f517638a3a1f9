"""The tables of permits. Private to this app: others read through `queries` and write through the door."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy.ids import uuid7

__all__ = ["Contact", "Counter", "GasReading", "PermitRow", "Weather", "WordsRow"]


class PermitRow(models.Model):
    """One permit: `doc` is its folded state, the other columns repeat it for boards, neighbours and the
    clock."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    number = models.TextField(null=True)  # noqa: DJ001 - absent is not empty
    type = models.TextField()
    level = models.TextField()
    state = models.TextField()
    clearance = models.TextField()
    site_id = models.UUIDField()
    area_id = models.UUIDField()
    point_id = models.UUIDField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    drafted_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    applicant_id = models.UUIDField()
    responsible_id = models.UUIDField(null=True)
    guardian_id = models.UUIDField(null=True)
    people = ArrayField(models.UUIDField())
    waiting_posts = ArrayField(models.TextField())
    causes = ArrayField(models.TextField())
    not_confirmed = models.BooleanField()
    lapses_at = models.DateTimeField(null=True)
    next_check_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    token = models.TextField()
    content = models.TextField(default="")
    remark = models.TextField(default="")
    urgent_reason = models.TextField(default="")
    basis = models.TextField(null=True)  # noqa: DJ001 - absent is not empty
    doc = models.JSONField()

    class Meta:
        db_table = "permits_permit"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "number"], name="permits_number"),
            models.UniqueConstraint(fields=["token"], name="permits_token"),
        )
        indexes = (
            models.Index(fields=["company_id", "state", "-changed_at"], name="permits_board"),
            models.Index(fields=["company_id", "-changed_at"], name="permits_newest"),
            models.Index(
                fields=["next_check_at"], name="permits_due", condition=models.Q(next_check_at__isnull=False)
            ),
            models.Index(
                fields=["company_id", "point_id"],
                name="permits_live_at_point",
                condition=models.Q(state__in=["submitted", "issued", "active", "paused", "finished"])
                | models.Q(clearance="open"),
            ),
        )


class WordsRow(models.Model):
    """What was written on a permit and who and what it names, in lower case, and its pairs of characters:
    what the archive looks in. Worked out of the permit's row; not evidence."""

    pk = models.CompositePrimaryKey("company_id", "permit_id")
    company_id = models.UUIDField()
    permit_id = models.UUIDField()
    words = models.TextField()
    terms = ArrayField(models.TextField())

    class Meta:
        db_table = "permits_words"


class GasReading(models.Model):
    """Every gas reading as it was judged, append-only; the truth is in the chain, this is for curves and
    reports."""

    pk = models.CompositePrimaryKey("company_id", "permit_id", "round_id", "number")
    company_id = models.UUIDField()
    permit_id = models.UUIDField()
    round_id = models.UUIDField()
    number = models.PositiveSmallIntegerField()
    point = models.TextField()
    substance = models.TextField()
    value = models.DecimalField(max_digits=20, decimal_places=6)
    unit = models.TextField()
    sampled_at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    verdict = models.TextField()
    reason = models.TextField(null=True)  # noqa: DJ001 - absent is not empty
    by = models.UUIDField()

    class Meta:
        db_table = "permits_gas_reading"


class Contact(models.Model):
    """The last sign of life of a person's phone on a live permit. Not evidence: only the newest is kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    permit_id = models.UUIDField()
    person_id = models.UUIDField()
    at = models.DateTimeField()
    on_site = models.TextField()
    proven_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "permits_contact"
        constraints = (
            models.UniqueConstraint(
                fields=["company_id", "permit_id", "person_id"], name="permits_contact_one"
            ),
        )


class Counter(models.Model):
    """The last ticket number given out per type and day."""

    pk = models.CompositePrimaryKey("company_id", "prefix")
    company_id = models.UUIDField()
    prefix = models.TextField()
    last = models.PositiveIntegerField()

    class Meta:
        db_table = "permits_counter"


class Weather(models.Model):
    """What somebody or a station observed at a site; what is older than two hours is not known. Wind and gust
    in Beaufort, null what was not observed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    site_id = models.UUIDField()
    source = models.TextField(default="person")
    wind_force = models.PositiveSmallIntegerField(null=True)
    gust = models.PositiveSmallIntegerField(null=True)
    rain = models.TextField(null=True)  # noqa: DJ001 - absent is not "none"
    snow = models.TextField(null=True)  # noqa: DJ001
    fog = models.TextField(null=True)  # noqa: DJ001
    temperature_c = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    observed_at = models.DateTimeField()
    observed_by = models.UUIDField(null=True)

    class Meta:
        db_table = "permits_weather"
        indexes = (
            models.Index(fields=["company_id", "site_id", "-observed_at"], name="permits_weather_newest"),
        )
