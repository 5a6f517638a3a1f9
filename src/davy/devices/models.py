"""Tables of devices and of the invitations that let them in."""

from typing import ClassVar

from django.db import models

from davy.accounts.tenanted import Tenanted

__all__ = ["DeviceRow", "Invitation"]


class DeviceRow(models.Model):
    """One device as its stream tells it, with the end of the chain of what it sent: `seq` and `head` (32
    bytes) are those of the last envelope without a gap before it, `last_occurred_at` when that one
    occurred. `kind`: phone, or kiosk, a shared terminal at a site."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    account_id = models.UUIDField()
    person_id = models.UUIDField(null=True)
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=8, default="phone")
    site_id = models.UUIDField(null=True)
    key = models.CharField(max_length=87)
    ex = models.CharField(max_length=60, null=True)  # noqa: DJ001 - none is not an empty mark
    enrolled_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    seq = models.BigIntegerField(default=0)
    head = models.BinaryField(max_length=32)
    last_occurred_at = models.DateTimeField(null=True)
    last_sent_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "devices_device"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "key"], name="devices_key_once")
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "account_id"], name="devices_of_account")]


class Invitation(Tenanted):
    """An invitation for the phone of one account, or for a shared terminal at a site; shown once as a code.
    Its token is kept only as a hash."""

    token_sha256 = models.BinaryField(max_length=32)
    account_id = models.UUIDField()
    made_by = models.UUIDField()
    kind = models.CharField(max_length=8, default="phone")
    site_id = models.UUIDField(null=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "devices_invitation"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "token_sha256"], name="devices_invitation_token")
        ]
