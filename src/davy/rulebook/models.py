"""Overlays of a company, every basis a permit ever stood on, and what was recalled of them."""

from django.db import models

from davy.ids import uuid7

__all__ = ["Basis", "StoredOverlay", "StoredRecall"]


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
