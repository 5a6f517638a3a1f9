"""A query service over HTTP, by the interface of docs/howto/verification.md, read so strictly that nothing
half understood is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from davy.outside.ask import ask
from davy.outside.reach import OutsideError
from davy.outside.sealed import LostKeyError, seal, unseal
from davy.verification.contract import book
from davy_core.verification.answer import Claim

__all__ = ["FIELDS", "Line", "SourceError", "line", "sealed"]

FIELDS = (
    "found", "number", "name", "as_of", "records", "item", "category", "valid_from", "valid_to", "review_due",
    "status",
)  # fmt: skip
"""What of an answer a company may have under other names; those of a record are looked for in each record."""
MOST_BYTES = 64 * 1024
MOST_RECORDS = 50
_PURPOSE = "verification"
_YES_NO: Mapping[Any, bool] = {"true": True, "1": True, "false": False, "0": False}
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?", re.ASCII | re.DOTALL)
_LONGEST = 128


class SourceError(Exception):
    """No answer came; `code` says why: unreachable, slow, denied, status_…, wrong, too_large, address …"""

    def __init__(self, code: str) -> None:
        """Keep the code."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Line:
    """One service. Asking changes nothing there, so it may be asked again."""

    url: str
    token: str
    private_net: bool
    fields: Mapping[str, str] = field(default_factory=dict)

    def ask(self, claim: Claim) -> dict[str, Any]:
        """The answer about this certificate, as the command `record_answer` takes it. Raises SourceError: an
        error of the service, whatever it says, is never an answer."""
        told = {"kind": claim.kind, "number": claim.number, "name": claim.name, "item": claim.item}
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps(told, ensure_ascii=False).encode()
        try:
            found = ask(self.url, private_net=self.private_net, body=body, headers=headers, most=MOST_BYTES)
        except OutsideError as error:
            denied = error.status in {401, 403}
            status = f"status_{error.status}" if error.status else error.code
            raise SourceError("denied" if denied else status) from None
        return self._read(found)

    def _read(self, body: bytes) -> dict[str, Any]:
        try:
            found = json.loads(body)
        except (ValueError, RecursionError):
            raise SourceError("wrong") from None
        if not isinstance(found, dict):
            raise SourceError("wrong")
        told: dict[str, Any] = {"found": _yes_no(self._of(found, "found"))}
        told |= {name: _text(self._of(found, name)) for name in ("number", "name")}
        as_of = self._of(found, "as_of")
        if as_of is not None:
            told["as_of"] = _text(as_of)
        rows = self._of(found, "records")
        if rows is not None and (not isinstance(rows, list) or len(rows) > MOST_RECORDS):
            raise SourceError("wrong")
        told["records"] = [self._record(row) for row in rows or ()]
        return told

    def _record(self, row: Any) -> dict[str, Any]:
        if not isinstance(row, dict):
            raise SourceError("wrong")
        texts = {name: _text(self._of(row, name)) for name in ("item", "category", "status")}
        days = {name: _day(self._of(row, name)) for name in ("valid_from", "valid_to", "review_due")}
        return {**texts, **days, "status": book().status(texts["status"])[:32]}

    def _of(self, found: Any, name: str) -> Any:
        """The value at the company's path (parts separated by dots) for this field."""
        for part in str(self.fields.get(name) or name).split("."):
            found = found.get(part) if isinstance(found, dict) else None
        return found


def line(company_id: UUID, row: Any) -> Line:
    """The line to the service of this row. Raises SourceError lost_key."""
    try:
        told = unseal(bytes(row.secret), company_id, _PURPOSE) if row.secret else {}
    except LostKeyError:
        raise SourceError("lost_key") from None
    return Line(row.url, str(told.get("token", "")), row.private_net, dict(row.names))


def sealed(token: str, company_id: UUID) -> bytes:
    """The key of a service as it is kept."""
    return seal({"token": token}, company_id, _PURPOSE) if token else b""


def _yes_no(value: Any) -> bool | None:
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, (int, str)):
        return _YES_NO.get(str(value).strip().lower())
    raise SourceError("wrong")


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or len(str(value)) > _LONGEST:
        raise SourceError("wrong")
    return str(value).strip()


def _day(value: Any) -> str | None:
    """A day however it is written. Raises SourceError for what is none: half a date is no date."""
    text = _text(value)
    if not text:
        return None
    parts = _DAY.fullmatch(text)
    try:
        return date(*(int(one) for one in parts.groups())).isoformat() if parts else _wrong()
    except ValueError:
        return _wrong()


def _wrong() -> str:
    raise SourceError("wrong")
