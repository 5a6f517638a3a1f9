"""Tables of companies and accounts, and the two records nobody can change: security events and audit rows.

Company and Account stand outside of row security: they are read before a company is known. They hold no
more than a login needs; names and papers of people are in ``davy.people``.
"""

import hashlib
import secrets
from datetime import date
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower

from davy import clock, ids
from davy.accounts.tenanted import Tenanted

__all__ = ["FIRM_OFFICER", "Account", "AuditRow", "Company", "Kept", "SecurityEvent"]

FIRM_OFFICER = "firm_officer"
"""The role of a contractor's own login: outside of the plant, and alone."""


def new_salt() -> bytes:
    """Thirty-two fresh random bytes."""
    return secrets.token_bytes(32)


class Company(models.Model):
    """A plant with its own data. ``simulated`` marks a demonstration: set at birth, never changed."""

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=200)
    hostname = models.CharField(max_length=253, unique=True)
    simulated = models.BooleanField(default=False, editable=False)
    timezone = models.CharField(max_length=64, default="Asia/Shanghai")
    # Makes the stored hash of an identity number useless outside of this company.
    salt = models.BinaryField(default=new_salt, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        db_table = "accounts_company"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(hostname=Lower("hostname")), name="company_hostname_lower"
            )
        ]

    def today(self) -> date:
        """The day at the company, by which a paper is valid or not."""
        return clock.now().astimezone(ZoneInfo(self.timezone)).date()


class AccountManager(models.Manager["Account"]):
    """Finds and makes accounts; a user name means something only within its company."""

    def get_by_natural_key(self, username: str) -> "Account":
        """What Django asks by default. Raises Account.DoesNotExist: without the company nobody is found."""
        raise Account.DoesNotExist(f"{username}: which company?")

    def of(self, company_id: Any, username: str) -> "Account | None":
        """The account of this company with this user name, upper and lower case being the same."""
        return self.filter(company_id=company_id, username=username.strip().lower()).first()

    def create_account(
        self, *, company_id: Any, username: str, password: str | None, **fields: Any
    ) -> "Account":
        """A new account with its password hashed; without a password nobody can log in to it."""
        account = self.model(company_id=company_id, username=username.strip().lower(), **fields)
        account.set_password(password)
        account.save(force_insert=True)
        return account


class Account(AbstractBaseUser):
    """A login of one company, usually of one person. What it may do is the union of its roles.

    With a firm it is the login of that contractor: its only role is ``firm_officer``, nobody else's."""

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    company_id = models.UUIDField(editable=False)
    person_id = models.UUIDField(null=True, blank=True)
    firm_id = models.UUIDField(null=True, blank=True, editable=False)
    username = models.CharField(max_length=64)
    roles = ArrayField(models.CharField(max_length=32), default=list)
    language = models.CharField(max_length=2, default="zh", choices=[("zh", "中文"), ("en", "English")])
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        db_table = "accounts_account"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "username"], name="account_company_username"),
            models.CheckConstraint(
                condition=models.Q(username=Lower("username")), name="account_username_lower"
            ),
            models.CheckConstraint(
                condition=models.Q(firm_id=None) & ~models.Q(roles__contains=[FIRM_OFFICER])
                | models.Q(firm_id__isnull=False, person_id__isnull=False, roles=[FIRM_OFFICER]),
                name="account_of_firm",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["company_id", "person_id"], name="account_company_person")]


class SecurityEvent(models.Model):
    """One fact about logins and rights: login, logout, failed or blocked attempt, denial. Append-only.

    ``login`` is a hash of what was typed as user name: people type their password there by mistake.
    """

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    company_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    kind = models.CharField(max_length=32)
    account_id = models.UUIDField(null=True)
    login = models.CharField(max_length=64, default="")
    address = models.CharField(max_length=45, default="")
    path = models.CharField(max_length=200, default="")

    class Meta:
        db_table = "accounts_security_event"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "at"], name="security_company_at"),
            models.Index(fields=["company_id", "account_id", "kind", "at"], name="security_account_kind_at"),
            models.Index(fields=["company_id", "login", "kind", "at"], name="security_login_kind_at"),
        ]


class AuditRow(models.Model):
    """One change of reference data: who, when, what it was before and after. Append-only."""

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    company_id = models.UUIDField()
    at = models.DateTimeField(default=clock.now)
    account_id = models.UUIDField(null=True)  # null: the command line or the builder of a company
    resource = models.CharField(max_length=32)
    resource_id = models.UUIDField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        db_table = "accounts_audit"
        indexes: ClassVar = [
            models.Index(fields=["company_id", "resource", "resource_id", "at"], name="audit_resource_at"),
            models.Index(fields=["company_id", "at"], name="audit_company_at"),
        ]


class Kept(Tenanted):
    """What an account keeps for a room of the console: a list under a name, or how the list is laid out."""

    account_id = models.UUIDField()
    room = models.CharField(max_length=32)
    kind = models.CharField(max_length=16)  # view | layout
    name = models.CharField(max_length=40, blank=True, default="")  # empty: a layout, of which there is one
    body = models.JSONField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "accounts_kept"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["company_id", "account_id", "room", "kind", "name"], name="accounts_kept_name"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["view", "layout"]), name="accounts_kept_kind"
            ),
        ]


def hashed_login(typed: str) -> str:
    """What of a typed user name is kept: enough to see that it is the same one again."""
    return hashlib.sha256(typed.strip().lower().encode()).hexdigest()[:32]
