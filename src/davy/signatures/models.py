"""Tables of signatures: passkeys, what is kept of each proof for ever, and the bytes that were signed."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from davy import clock
from davy.accounts.tenanted import Tenanted

__all__ = ["Agreement", "Badge", "Evidence", "Passkey", "Pin", "SignedText", "Terms", "Visit"]


class Passkey(Tenanted):
    """A passkey of one account (WebAuthn). A revoked one stays: what it signed must remain checkable."""

    account_id = models.UUIDField(editable=False)
    name = models.CharField(max_length=60)
    rp_id = models.CharField(max_length=253)  # the host name it was made for; it signs nowhere else
    credential = models.CharField(max_length=1400)  # its id, base64url
    public_key = models.BinaryField()  # COSE
    counter = models.BigIntegerField(default=0)  # as the authenticator counts; 0 = it does not
    synced = models.BooleanField(default=False)  # lives in an account of its owner, not in one device
    transports = ArrayField(models.CharField(max_length=16), default=list)
    created_at = models.DateTimeField(default=clock.now)
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.UUIDField(null=True)  # account

    class Meta:
        db_table = "signatures_passkey"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "credential"], name="signatures_passkey_credential")
        ]
        indexes: ClassVar = [
            models.Index(fields=["company_id", "account_id"], name="signatures_passkey_whose")
        ]


class Evidence(models.Model):
    """What is kept of one proof, byte for byte; an event names it by its SHA-256. Append-only."""

    pk = models.CompositePrimaryKey("company_id", "sha256")
    company_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    way = models.CharField(max_length=16)
    account_id = models.UUIDField()
    command = models.CharField(max_length=64)  # SHA-256 of the command's bytes
    body = models.BinaryField()
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "signatures_evidence"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "command"], name="signatures_evidence_command")
        ]


class SignedText(models.Model):
    """The exact bytes of a signed command. They hold handwriting and words of people, so they can be erased;
    the evidence holds their SHA-256 and stays."""

    pk = models.CompositePrimaryKey("company_id", "sha256")
    company_id = models.UUIDField()
    sha256 = models.CharField(max_length=64)
    bytes = models.BinaryField()

    class Meta:
        db_table = "signatures_text"


class Pin(models.Model):
    """The PIN of one account, as a slow hash of what cannot be guessed without the installation's key."""

    pk = models.CompositePrimaryKey("company_id", "account_id")
    company_id = models.UUIDField()
    account_id = models.UUIDField()
    hash = models.CharField(max_length=200)
    set_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "signatures_pin"


class Badge(Tenanted):
    """A badge of one account: what a reader at a shared terminal tells of it, kept as a keyed hash. A revoked
    one stays, for what was signed with it."""

    account_id = models.UUIDField(editable=False)
    number_hash = models.CharField(max_length=64)
    ends_in = models.CharField(max_length=3)  # to tell two badges of one person apart
    made_at = models.DateTimeField(default=clock.now)
    made_by = models.UUIDField()  # account
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.UUIDField(null=True)  # account

    class Meta:
        db_table = "signatures_badge"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "number_hash"],
                condition=models.Q(revoked_at=None),
                name="signatures_badge_once",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "account_id"], name="signatures_badge_whose")]


class Visit(models.Model):
    """Somebody at a shared terminal, from badge and PIN until he is forgotten. `command` is the one that was
    given; a second one finds it taken."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField()
    kiosk_id = models.UUIDField()
    badge_id = models.UUIDField()
    account_id = models.UUIDField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    command = models.UUIDField(null=True)

    class Meta:
        db_table = "signatures_visit"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "badge_id", "begun_at"], name="signatures_visit_badge")
        ]


class Agreement(models.Model):
    """That an account agreed to sign electronically, by version of the text; its stream tells so. `text`: the
    hash of what was shown."""

    pk = models.CompositePrimaryKey("company_id", "account_id", "version")
    company_id = models.UUIDField()
    account_id = models.UUIDField()
    version = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=64)
    agreed_at = models.DateTimeField()

    class Meta:
        db_table = "signatures_agreement"


class Terms(models.Model):
    """Whether the company asks for the agreement before an approval; no row: it does not."""

    company_id = models.UUIDField(primary_key=True)
    asked = models.BooleanField()
    set_at = models.DateTimeField(default=clock.now)
    set_by = models.UUIDField()  # account

    class Meta:
        db_table = "signatures_terms"
