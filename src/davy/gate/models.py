"""Tables of gates: how one is reached, what is true of it, who was given leave to go in, and who went
through."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from davy import clock
from davy.accounts.tenanted import Tenanted

__all__ = ["Controller", "GateRow", "PassRow", "Passage"]


class Controller(Tenanted):
    """An access controller (`id` is that of its gate): where it stands, which areas it leads to (none = the
    whole site), how it is reached, and how it has answered. `secret` is sealed; `only_ours`: whoever goes in
    here needs a permit. The columns from `tried_at` on are written by visits, not by people."""

    site_id = models.UUIDField()
    area_ids = ArrayField(models.UUIDField(), default=list, blank=True)
    code = models.CharField(max_length=32)
    name = models.CharField(max_length=128)
    way = models.CharField(max_length=8)
    url = models.CharField(max_length=500, default="", blank=True)
    private_net = models.BooleanField(default=True)
    secret = models.BinaryField(default=b"", blank=True)
    only_ours = models.BooleanField(default=False)
    enabled = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=clock.now, editable=False)
    tried_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=32, default="", blank=True)  # why it is not right now, else empty
    failures = models.PositiveIntegerField(default=0)  # in a row
    next_visit_at = models.DateTimeField(null=True, blank=True)
    visiting_until = models.DateTimeField(null=True, blank=True)  # a visit is on its way, until then at most
    cursor = models.CharField(max_length=200, default="", blank=True)  # up to where its passages are known
    cards = models.PositiveIntegerField(null=True, blank=True)  # on its list, ours and others
    foreign_cards = models.PositiveIntegerField(null=True, blank=True)  # of them not ours

    class Meta:
        db_table = "gate_controller"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="gate_controller_key"),
            models.UniqueConstraint(fields=["company_id", "code"], name="gate_controller_code"),
            models.CheckConstraint(condition=Q(way__in=["http", "list"]), name="gate_controller_way"),
        ]


class GateRow(models.Model):
    """A gate as its events fold (`doc`)."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    version = models.BigIntegerField()
    silent_since = models.DateTimeField(null=True)
    doc = models.JSONField()

    class Meta:
        db_table = "gate_gate"


class PassRow(models.Model):
    """Every pass ever given, and what became of it: for the card of a permit, for passages, for the desk."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.TextField()
    gate_id = models.UUIDField()
    person_id = models.UUIDField()
    permits = ArrayField(models.UUIDField())
    start_at = models.DateTimeField()
    end_at = models.DateTimeField()
    granted_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    late_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    why = models.TextField(default="")
    gone_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "gate_pass"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "gate_id", "person_id", "granted_at"], name="gate_pass_of"),
            models.Index(
                fields=["company_id", "gate_id"], name="gate_pass_live", condition=Q(revoked_at__isnull=True)
            ),
        ]


class Passage(models.Model):
    """Somebody went through a gate. `ref` is what the gate calls it: the same told twice is once. `verdict`:
    what was so when he went (davy_core.gate.passing); `source`: the gate, or a person who read a list
    back."""

    pk = models.CompositePrimaryKey("company_id", "gate_id", "ref")
    company_id = models.UUIDField()
    gate_id = models.UUIDField()
    ref = models.TextField()
    at = models.DateTimeField()
    way = models.TextField()
    person_id = models.UUIDField(null=True)
    badge = models.TextField(default="")  # the last characters of one that nobody here has
    pass_id = models.TextField(default="")
    verdict = models.TextField()
    source = models.TextField(default="gate")
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField(null=True)

    class Meta:
        db_table = "gate_passage"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "person_id", "-at"], name="gate_passage_of"),
            models.Index(fields=["company_id", "gate_id", "-at"], name="gate_passage_newest"),
        ]
