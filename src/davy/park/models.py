"""Tables of sharing with the companies of a park. Keys stand in `Partner.sealed` alone, closed by a key that
is not in the database (davy.outside.sealed); of people there are masks, and ids of our own."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from davy import clock, ids
from davy.accounts.tenanted import Tenanted

__all__ = ["Entry", "Hit", "Line", "Masked", "Partner"]


class Partner(Tenanted):
    """One partnership with another company of the park, and our consent to it.

    `state`: invited (our code was made, theirs did not come back), active, ended. `shares` is what we tell;
    `seq` counts the lists that we gave, `heard_seq` is that of the last one we took. `hears`: whether the
    partner ever answered us, or asked."""

    pair = models.UUIDField()
    name = models.CharField(max_length=200, default="", blank=True)
    url = models.CharField(max_length=500, default="", blank=True)
    private_net = models.BooleanField(default=False)
    state = models.CharField(max_length=8, default="invited")
    purpose = models.CharField(max_length=200)
    shares = ArrayField(models.CharField(max_length=8))
    until = models.DateField()  # the last day of our consent
    consented_by_id = models.UUIDField(null=True, blank=True)
    consented_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=8, default="", blank=True)  # us, them, period
    ended_by_id = models.UUIDField(null=True, blank=True)
    ended_why = models.CharField(max_length=200, default="", blank=True)
    sealed = models.BinaryField(default=b"", blank=True)
    seq = models.BigIntegerField(default=0)
    asked_at = models.DateTimeField(null=True, blank=True)  # the partner's last question, by its own clock
    heard_seq = models.BigIntegerField(default=0)
    heard_at = models.DateTimeField(null=True, blank=True)  # when its last list was made, by its clock
    took_at = models.DateTimeField(null=True, blank=True)  # when we took it
    tried_at = models.DateTimeField(null=True, blank=True)
    trouble = models.CharField(max_length=24, default="", blank=True)  # why the last try brought nothing

    class Meta:
        db_table = "park_partner"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="park_partner_key"),
            models.UniqueConstraint(fields=["company_id", "pair"], name="park_partner_pair"),
            models.CheckConstraint(
                condition=Q(state__in=["invited", "active"], ended_at=None)
                | Q(state="ended", ended_at__isnull=False),
                name="park_partner_state",
            ),
        ]


class Entry(models.Model):
    """One masked person of a partner's last list; the whole list is replaced by the next."""

    pk = models.CompositePrimaryKey("company_id", "partner_id", "masked")
    company_id = models.UUIDField()
    partner_id = models.UUIDField()
    masked = models.CharField(max_length=64)
    state = models.CharField(max_length=8)
    kind = models.CharField(max_length=12)
    since = models.DateTimeField(null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        db_table = "park_entry"


class Masked(models.Model):
    """The mask of one of our own people for one partner, made anew when his sealed number changed."""

    pk = models.CompositePrimaryKey("company_id", "partner_id", "person_id")
    company_id = models.UUIDField()
    partner_id = models.UUIDField()
    person_id = models.UUIDField()
    masked = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        db_table = "park_masked"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "partner_id", "masked"], name="park_masked_once")
        ]


class Hit(Tenanted):
    """A partner keeps one of our people from work. Somebody who answers for safety may judge that it is a
    mistake (`resolved_at`), with a reason; it is over (`ended_at`) when the partner lifts it."""

    partner_id = models.UUIDField()
    person_id = models.UUIDField()
    masked = models.CharField(max_length=64)
    state = models.CharField(max_length=8)
    kind = models.CharField(max_length=12)
    since = models.DateTimeField(null=True)
    found_at = models.DateTimeField()
    told_at = models.DateTimeField(null=True)  # when the partner was told that its list was of use here
    ended_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by_id = models.UUIDField(null=True)
    why = models.CharField(max_length=200, default="", blank=True)

    class Meta:
        db_table = "park_hit"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "partner_id", "person_id"],
                condition=Q(ended_at=None),
                name="park_hit_once",
            )
        ]


class Line(models.Model):
    """One line of the log: who looked up whom (masked), when, why and what came of it. Never changed; the
    mask goes when the person is erased."""

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    company_id = models.UUIDField()
    partner_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    what = models.CharField(max_length=12)
    masked = models.CharField(max_length=64, default="", blank=True)
    why = models.CharField(max_length=16, default="", blank=True)  # a code
    account_id = models.UUIDField(null=True)  # null: by itself, or the partner
    count = models.IntegerField(null=True)

    class Meta:
        db_table = "park_line"
        indexes: ClassVar = [models.Index(fields=["company_id", "at"], name="park_line_at")]
