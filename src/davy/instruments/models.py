"""Tables of gateways, of instruments as their streams tell them, and of whom an instrument serves."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from davy import clock
from davy.accounts.tenanted import Tenanted

__all__ = ["BindingRow", "Gateway", "InstrumentRow"]


class Gateway(Tenanted):
    """One MQTT client of the plant. `key` is its part of the topic and of its user name; of its password
    only a bcrypt hash is kept. `adapter` names how its messages are read."""

    site_id = models.UUIDField()
    key = models.CharField(max_length=32)
    name = models.CharField(max_length=64)
    adapter = models.CharField(max_length=32, default="plain")
    password_hash = models.CharField(max_length=72, editable=False)
    password_at = models.DateTimeField(default=clock.now)
    made_by = models.UUIDField(null=True)
    retired_at = models.DateTimeField(null=True, blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "instruments_gateway"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="instruments_gateway_id"),
            models.UniqueConstraint(fields=["company_id", "key"], name="instruments_gateway_key"),
        ]


class InstrumentRow(models.Model):
    """One instrument as its events fold (`doc`); the other columns repeat what is looked for."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    kind = models.TextField()
    serial = models.TextField()
    site_id = models.UUIDField()
    gateway_id = models.UUIDField(null=True)
    name = models.TextField()
    token = models.TextField()
    enrolled_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
    doc = models.JSONField()

    class Meta:
        db_table = "instruments_instrument"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "serial"], name="instruments_serial"),
            models.UniqueConstraint(fields=["company_id", "token"], name="instruments_token"),
        )
        indexes = (models.Index(fields=["company_id", "gateway_id"], name="instruments_of_gateway"),)


class BindingRow(models.Model):
    """Whom an instrument serves from when until when: a permit at a point, or a person. One at a time."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    instrument_id = models.UUIDField()
    permit_id = models.UUIDField(null=True)
    point = models.TextField(null=True)  # noqa: DJ001 - a person has no point
    person_id = models.UUIDField(null=True)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "instruments_binding"
        constraints = (
            models.UniqueConstraint(
                fields=["company_id", "instrument_id"],
                condition=Q(until_at__isnull=True),
                name="instruments_bound_once",
            ),
        )
        indexes = (
            models.Index(fields=["company_id", "permit_id", "from_at"], name="instruments_of_permit"),
            models.Index(fields=["company_id", "instrument_id", "from_at"], name="instruments_bound"),
        )
