"""The tables of the inbox, and of what of it goes out of the app."""

from django.db import models

from davy.accounts.tenanted import Tenanted
from davy.ids import uuid7

__all__ = ["Address", "InboxRow", "Message", "Messenger"]


class InboxRow(models.Model):
    """One thing a person was told. `key` names the change that told it: a job that runs twice tells once.

    `kind` is the notice of the contract, or `alarm.<kind>`. Not evidence: old rows are removed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    person_id = models.UUIDField()
    kind = models.TextField()
    severity = models.TextField()
    title_zh = models.TextField()
    title_en = models.TextField()
    permit_id = models.UUIDField(null=True)
    alarm_id = models.UUIDField(null=True)
    emergency_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    key = models.TextField()

    class Meta:
        db_table = "notify_inbox"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "person_id", "key"], name="notify_inbox_once"),
        )
        indexes = (
            models.Index(fields=["company_id", "person_id", "-id"], name="notify_inbox_newest"),
            models.Index(
                fields=["company_id", "person_id"],
                condition=models.Q(read_at__isnull=True),
                name="notify_inbox_unread",
            ),
        )


class Messenger(Tenanted):
    """A way out of the app that the company has set up, and how it has answered. Its secrets are sealed."""

    kind = models.CharField(max_length=16)
    enabled = models.BooleanField(default=True)
    private_net = models.BooleanField(default=False)  # it stands in the plant's own network
    settings = models.JSONField(default=dict, blank=True)
    secret = models.BinaryField(default=b"", blank=True)
    tried_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)  # when it last took a message
    problem = models.CharField(max_length=32, blank=True, default="")  # why not now, else empty
    failures = models.PositiveIntegerField(default=0)  # in a row

    class Meta:
        db_table = "notify_messenger"
        constraints = (models.UniqueConstraint(fields=["company_id", "kind"], name="notify_messenger_kind"),)


class Address(Tenanted):
    """Where a messenger finds a person. Without a row, SMS goes to his phone number."""

    person_id = models.UUIDField()
    kind = models.CharField(max_length=16)
    address = models.CharField(max_length=254)

    class Meta:
        db_table = "notify_address"
        constraints = (
            models.UniqueConstraint(fields=["company_id", "person_id", "kind"], name="notify_address_one"),
        )


class Message(models.Model):
    """One notice on its way out to one person by one messenger. Not evidence: old rows are removed.

    waiting → sending (somebody has it in hand until `next_at`) → sent | given_up | read (he looked into the
    app before it was sent).
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    person_id = models.UUIDField()
    messenger = models.CharField(max_length=16)
    inbox_id = models.UUIDField()
    severity = models.TextField()
    title = models.TextField()
    at = models.DateTimeField()
    until = models.DateTimeField()
    state = models.CharField(max_length=8, default="waiting")
    tries = models.PositiveIntegerField(default=0)
    next_at = models.DateTimeField()
    problem = models.CharField(max_length=32, default="")
    sent_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notify_message"
        constraints = (
            models.UniqueConstraint(
                fields=["company_id", "inbox_id", "messenger"], name="notify_message_once"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "sending", "sent", "given_up", "read"]),
                name="notify_message_state",
            ),
        )
        indexes = (
            models.Index(
                fields=["company_id", "next_at"],
                condition=models.Q(state__in=["waiting", "sending"]),
                name="notify_message_due",
            ),
            models.Index(
                fields=["company_id", "person_id", "messenger", "-sent_at"], name="notify_message_last"
            ),
        )
