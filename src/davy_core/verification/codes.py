"""What the code on a certificate says, as a claim of whoever made it. Nothing of it is believed: it only
tells which certificate to look for, and whether it says something else than the ledger."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from davy_core.verification.answer import Answer, Record, normal

__all__ = ["Code", "answer_of", "read_code"]

MOST = 2000
"""Characters that a code may hold: more than the largest QR of bytes."""
_NAMES: Mapping[str, frozenset[str]] = {
    "number": frozenset(
        {"number", "certnum", "certno", "证书编号", "证件编号", "证号", "证书号", "操作证号", "编号"}
    ),
    "name": frozenset({"name", "xm", "姓名", "持证人"}),
    "item": frozenset({"item", "operitemname", "操作项目", "准操项目", "作业项目"}),
    "valid_to": frozenset({"valid_to", "validto", "validenddate", "有效期至", "有效期止", "有效期限"}),
    "review_due": frozenset({"review_due", "shouldreviewdate", "应复审日期", "复审日期"}),
}
_PAIR = re.compile(r"\s*([^:：=\n;；]{1,16})\s*[:：=]\s*([^\n;；]{1,128})")
_ADDRESS = re.compile(r"https?://[^/?#\s]+", re.IGNORECASE)
_QUERY = re.compile(r"[?&]([^=&#]{1,16})=([^&#%]{1,128})(?=[&#]|$)")
_BARE = re.compile(r"[A-Za-z0-9-]{3,64}", re.ASCII)
_DAY = re.compile(r"(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?", re.ASCII)


@dataclass(frozen=True)
class Code:
    """`kind`: link (an address, which a person may open), claim (fields), bare (a number and nothing else) or
    nothing. Days that are none are left out."""

    kind: str
    number: str = ""
    name: str = ""
    item: str = ""
    valid_to: date | None = None
    review_due: date | None = None
    link: str = ""


def read_code(text: str) -> Code:
    """The code read; of an address only what stands in it, for it is never opened from here."""
    trimmed = text.strip()
    if not trimmed or len(trimmed) > MOST:
        return Code("nothing")
    if re.match(r"https?://", trimmed, re.IGNORECASE):
        return _linked(trimmed)
    if _BARE.fullmatch(trimmed):
        return Code("bare", number=trimmed)
    found = _fields(_pairs(trimmed))
    return Code("claim", **found) if found.get("number") else Code("nothing")  # type: ignore[arg-type]  # by name


def answer_of(code: Code) -> Answer:
    """What the code says in the form of an answer, to be held against the ledger like one."""
    record = Record(item=code.item, valid_to=code.valid_to, review_due=code.review_due)
    told = code.item or code.valid_to or code.review_due
    return (
        Answer(True, code.number, code.name, (record,) if code.item else (), "", None)
        if told
        else Answer(True, code.number, code.name)
    )


def _linked(text: str) -> Code:
    if not _ADDRESS.match(text):
        return Code("nothing")
    found = _fields(dict(_QUERY.findall(text)))
    return Code("link", link=text, **found)  # type: ignore[arg-type]  # by name


def _pairs(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return dict(_PAIR.findall(text))
    if not isinstance(found, dict):
        return {}
    return {str(key): str(value) for key, value in found.items() if isinstance(value, (str, int))}


def _fields(pairs: Mapping[str, str]) -> dict[str, str | date | None]:
    known = {normal(key).lower().replace(" ", ""): value.strip() for key, value in pairs.items()}
    found: dict[str, str | date | None] = {}
    for field, names in _NAMES.items():
        said = next((known[name] for name in sorted(names) if name in known), "")
        found[field] = _day(said) if field in {"valid_to", "review_due"} else said[:128]
    return found


def _day(text: str) -> date | None:
    parts = _DAY.search(text)
    try:
        return date(*(int(one) for one in parts.groups())) if parts else None
    except ValueError:
        return None
