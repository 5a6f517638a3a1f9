"""Enters a company with its first administrator, all or nothing; people at the desk enter what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from davy.accounts import audit
from davy.accounts.models import Account, Company
from davy.db import tenant
from davy.people.models import Person

__all__ = ["CannotFoundError", "First", "found", "move"]

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")
_LOGIN = re.compile(r"[\w.@+-]{1,64}")


class CannotFoundError(ValueError):
    """The company cannot be entered; the message says why, in both languages."""


@dataclass(frozen=True)
class First:
    """A company and its first administrator. ``host`` may be empty where it is the only company of the
    installation: then it is opened under every name."""

    code: str
    name: str
    login: str
    person: str
    password: str
    host: str = ""


def found(given: First) -> Company:
    """The company, its first administrator and his account. Raises CannotFoundError."""
    code, host = given.code.strip().lower(), given.host.strip().lower()
    if not host and Company.objects.exists():
        raise CannotFoundError("已有公司，要用 --host 分开 / there is one already: each needs its own --host")
    first = replace(given, code=code, host=host or f"{code}.local", login=given.login.strip().lower())
    _check(first)
    try:
        with transaction.atomic():
            company = Company.objects.create(code=code, name=first.name.strip(), hostname=first.host)
            with tenant.company(company.id):
                _first(company, first)
    except IntegrityError as refused:
        raise CannotFoundError(
            f"编号 {code} 或网址 {first.host} 已经有了 / that code or host exists already"
        ) from refused
    return company


def move(code: str, host: str) -> Company:
    """Open this company under another name. Raises CannotFoundError."""
    host = host.strip().lower()
    company = Company.objects.filter(code=code.strip().lower()).first()
    if company is None:
        raise CannotFoundError(f"没有这家公司 / there is no such company: {code!r}")
    if not _HOST.fullmatch(host):
        raise CannotFoundError(f"网址不对 / this is no host name: {host!r}")
    company.hostname = host
    try:
        with transaction.atomic():
            company.save(update_fields=["hostname"])
    except IntegrityError as refused:
        raise CannotFoundError(f"网址 {host} 已经有了 / the host {host} is taken") from refused
    return company


def _first(company: Company, given: First) -> None:
    person = Person.objects.create(company_id=company.id, name=given.person.strip(), hr_code=given.login)
    account = Account.objects.create_account(
        company_id=company.id,
        username=given.login,
        password=given.password,
        person_id=person.id,
        roles=["admin"],
    )
    for resource, row in (("people", person.id), ("accounts", account.id)):
        audit.write(
            company_id=company.id,
            account_id=None,
            resource=resource,
            resource_id=row,
            before=None,
            after={"founded": True},
        )


def _check(given: First) -> None:
    for text, shape, what in (
        (given.code, _CODE, "编号只用小写字母、数字和 - / a code has letters, digits and -"),
        (given.host, _HOST, "网址不对 / this is no host name"),
        (given.login, _LOGIN, "账号只用字母、数字和 . @ + - _ / a login has letters, digits and . @ + - _"),
    ):
        if not shape.fullmatch(text):
            raise CannotFoundError(f"{what}: {text!r}")
    if not 1 <= len(given.name.strip()) <= 200 or not 1 <= len(given.person.strip()) <= 64:
        raise CannotFoundError("名称太长或没有填 / a name is missing or too long")
    try:
        validate_password(given.password)
    except ValidationError as weak:
        raise CannotFoundError(f"密码太弱 / the password is too weak: {' '.join(weak.messages)}") from weak
