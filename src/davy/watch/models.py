"""Tables of the watch: when the evidence was looked through, what did not hold, what outsiders owe, and
what we witness of the logs of others."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from davy.ids import uuid7

__all__ = ["Effort", "Look", "Mismatch", "Refusal", "Succession", "Witnessed"]


class Look(models.Model):
    """One look through all evidence of a company. `ended_at` is null while it runs, and stays so when it was
    cut off: only an ended one tells anything. Counts are of what it came to."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    streams = models.BigIntegerField(default=0)
    events = models.BigIntegerField(default=0)
    entries = models.BigIntegerField(default=0)
    files = models.BigIntegerField(default=0)
    faults = models.BigIntegerField(default=0)

    class Meta:
        db_table = "watch_look"
        indexes: ClassVar = [models.Index(fields=["company_id", "-began_at"], name="watch_look_newest")]


class Mismatch(models.Model):
    """Something that did not hold: since when, when it was last seen so, and when it held again. `part` is
    chain, row, log, file or reading; `subject` what it is about (``permit/<id>``, ``entry 7``, a hash, an
    hour with its instrument)."""

    pk = models.CompositePrimaryKey("company_id", "id")
    company_id = models.UUIDField()
    id = models.UUIDField(default=uuid7)
    part = models.TextField()
    subject = models.TextField()
    why = models.TextField()
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "watch_mismatch"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "part", "subject", "why"],
                condition=Q(mended_at__isnull=True),
                name="watch_mismatch_open_once",
            )
        ]


class Effort(models.Model):
    """Something wanted from outside that did not come yet: since when, how often asking was in vain, when it
    is asked for again, and what was said last. No evidence: it goes when it came."""

    pk = models.CompositePrimaryKey("company_id", "name")
    company_id = models.UUIDField()
    name = models.TextField()
    wanted_since = models.DateTimeField()
    failures = models.PositiveIntegerField()
    again_at = models.DateTimeField()
    why = models.TextField()

    class Meta:
        db_table = "watch_effort"


class Witnessed(models.Model):
    """What we, as witness of others, co-signed last of a log; replaced in the transaction that judged."""

    pk = models.CompositePrimaryKey("company_id", "origin")
    company_id = models.UUIDField()
    origin = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "watch_witnessed"


class Refusal(models.Model):
    """A checkpoint that its log had signed and that we did not co-sign, with what we knew then. `fork`: both
    are of one size, so that the two notes prove that the log signed two histories. For ever."""

    pk = models.CompositePrimaryKey("company_id", "origin", "size", "root")
    company_id = models.UUIDField()
    origin = models.TextField()
    size = models.BigIntegerField()
    root = models.BinaryField()
    note = models.TextField()
    known = models.TextField()
    fork = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        db_table = "watch_refusal"


class Succession(models.Model):
    """A note by which a key of a log that we witness signed over to the next; both keys signed it. What was
    not followed is kept with the reason. `digest` is the SHA-256 of the note. For ever."""

    pk = models.CompositePrimaryKey("company_id", "digest")
    company_id = models.UUIDField()
    digest = models.BinaryField()
    origin = models.TextField()
    note = models.TextField()
    followed = models.BooleanField()
    why = models.TextField()
    at = models.DateTimeField()

    class Meta:
        db_table = "watch_succession"
