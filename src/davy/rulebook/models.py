"""Overlays of a company, and every basis a permit ever stood on."""

from django.db import models

from davy.ids import uuid7

__all__ = ["Basis", "StoredOverlay"]


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
