"""Keeps how the query service of a company is reached, each change with its audit row, and tries it."""

from __future__ import annotations

from typing import Any

from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.outside.reach import OutsideError, check
from davy.problems.response import Problem
from davy.verification.connector import FIELDS, SourceError, line, sealed
from davy.verification.models import Source
from davy.verification.shapes import ConnectorIn
from davy_core.verification.answer import Claim

__all__ = ["connector", "keep", "tried"]

_LAST_HOUR = 23
_LONGEST_PATH = 64


def _check(row: Source) -> None:
    """Raises Problem ``verification_source_invalid`` naming what cannot be used."""
    wrong = []
    try:
        check(row.url)
    except OutsideError:
        wrong.append({"at": "url"})
    if not 0 <= row.hour <= _LAST_HOUR:
        wrong.append({"at": "hour"})
    if any(name not in FIELDS or not path or len(path) > _LONGEST_PATH for name, path in row.names.items()):
        wrong.append({"at": "names"})
    if wrong:
        raise Problem("verification_source_invalid", missing=wrong)


sources = Register(Source, "verification_source", check=_check, private=frozenset({"url", "secret"}))


def connector(request: TenantRequest) -> Source | None:
    """The service of the company, if one is entered."""
    return sources.all(request).first()


def keep(request: TenantRequest, body: ConnectorIn) -> Source:
    """Enter or change it. Raises Problem ``verification_source_invalid``, and ``verification_key_again`` when
    a key kept before would be shown to another address."""
    there = connector(request)
    values: dict[str, Any] = {
        **{name: getattr(body, name) for name in ("url", "private_net", "enabled", "hour")},
        "names": {name: path for name, path in body.names.items() if path},
        "secret": _secret(request, there, body),
    }
    return sources.add(request, values) if there is None else sources.change(request, there.id, values)


def _secret(request: TenantRequest, there: Source | None, body: ConnectorIn) -> bytes:
    if body.token is not None:
        return sealed(body.token, request.company.id)
    kept = bytes(there.secret) if there else b""
    if there is not None and kept and there.url != body.url:
        raise Problem("verification_key_again")
    return kept


def tried(request: TenantRequest, claim: Claim) -> tuple[dict[str, Any] | None, str]:
    """What the service answers about this claim, or why it does not. Nothing is recorded. Raises Problem
    ``not_found`` where none is entered."""
    there = connector(request)
    if there is None:
        raise Problem("not_found")
    try:
        return line(request.company.id, there).ask(claim), ""
    except SourceError as error:
        return None, error.code
