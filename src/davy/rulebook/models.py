"""Overlays of a company, every basis a permit ever stood on, what was recalled of them, and the company's own
part of the hazard analysis."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy.accounts.tenanted import Tenanted
from davy.ids import uuid7

__all__ = ["Basis", "JsaRow", "RiskScale", "StoredOverlay", "StoredRecall"]


class StoredOverlay(models.Model):
    """A company's own rules for one pack; only the newest of a pack counts for new permits."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    pack = models.TextField()
    body = models.JSONField()
    created_at = models.DateTimeField()
    created_by = models.UUIDField()

    class Meta:
        db_table = "rulebook_overlay"
        indexes = (models.Index(fields=["company_id", "pack", "id"], name="rulebook_overlay_pack"),)


class Basis(models.Model):
    """The resolved rules of a work type, byte for byte; a permit names it by its SHA-256 for ever."""

    pk = models.CompositePrimaryKey("company_id", "sha256")
    company_id = models.UUIDField()
    sha256 = models.TextField()
    type = models.TextField()
    content = models.BinaryField()
    pinned_at = models.DateTimeField()

    class Meta:
        db_table = "rulebook_basis"


class StoredRecall(models.Model):
    """The recall of one basis as its stream tells it; `id` is the stream's, the first half of the SHA-256."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    sha256 = models.TextField()
    state = models.TextField()  # requested | recalled | lifting | lifted
    reason = models.TextField(default="")  # the newest one; the words can be erased, the chain stays whole
    requested_by = models.UUIDField()
    requested_at = models.DateTimeField()
    confirmed_by = models.UUIDField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    lift_by = models.UUIDField(null=True)
    lift_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "rulebook_recall"


class JsaRow(Tenanted):
    """A hazard that the company always asks about, beside template and library. It is withdrawn, never
    removed; a permit keeps the rows of its basis."""

    kind = models.CharField(max_length=40)  # the kind of consequence, which proposes the factors
    about = models.CharField(max_length=16)  # environment | equipment | people
    types = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # empty: every work
    equipment = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # empty: whatever it is
    zh = models.CharField(max_length=200)
    en = models.CharField(max_length=200)
    controls = models.JSONField()  # [{zh, en}, ...]
    withdrawn = models.BooleanField(default=False)

    class Meta:
        db_table = "rulebook_jsa_row"
        indexes = (models.Index(fields=["company_id", "withdrawn"], name="rulebook_jsa_row_standing"),)


class RiskScale(Tenanted):
    """Which scale of the law the company grades by, and its lower scores by colour."""

    scale = models.CharField(max_length=16)
    bands = models.JSONField(default=dict, blank=True)

    class Meta:
        db_table = "rulebook_risk_scale"
        constraints = (models.UniqueConstraint(fields=["company_id"], name="rulebook_risk_scale_one"),)
