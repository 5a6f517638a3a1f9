"""The agreement to sign electronically: the text in force, who agreed to it, and whether the company asks
for it before an approval. Inside a tenant block."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources
from uuid import UUID

from davy import clock
from davy.accounts import audit
from davy.signatures.models import Agreement, Terms
from davy_core.signatures.agreement import Text

__all__ = ["NEWEST", "Shown", "agreed", "ask", "asked", "in_force", "keep", "known", "shown"]

NEWEST = 1
_BETWEEN = "---\n"


@dataclass(frozen=True)
class Shown:
    """A version of the text in both languages; `content` are the bytes that its hash is over."""

    version: int
    content: bytes

    @property
    def sha256(self) -> str:
        """The hash of both languages, hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def languages(self) -> tuple[str, str]:
        """Chinese and English."""
        zh, _, en = self.content.decode().partition(_BETWEEN)
        return zh, en


@cache
def shown(version: int = NEWEST) -> Shown:
    """This version of the text. Raises FileNotFoundError for one that never was."""
    file = resources.files("davy_law").joinpath("contracts", "agreements", f"{version}.txt")
    return Shown(version, file.read_bytes())


def in_force() -> Text:
    """The text that is agreed to now."""
    return Text(NEWEST, shown().sha256)


def known() -> dict[str, Shown]:
    """Every version of the text by its hash."""
    return {shown(version).sha256: shown(version) for version in range(1, NEWEST + 1)}


def agreed(company_id: UUID, account_id: UUID) -> Agreement | None:
    """The newest agreement of the account."""
    found = Agreement.objects.filter(company_id=company_id, account_id=account_id)
    return found.order_by("-version").first()


def keep(company_id: UUID, account_id: UUID, version: int, text: str, at: datetime) -> None:
    """Keep what the account's stream tells."""
    Agreement.objects.create(
        company_id=company_id, account_id=account_id, version=version, text=text, agreed_at=at
    )


def asked(company_id: UUID) -> bool:
    """Whether an approval without it is refused."""
    found = Terms.objects.filter(company_id=company_id).first()
    return found is not None and found.asked


def ask(company_id: UUID, account_id: UUID, *, wanted: bool) -> None:
    """Ask for it from now on, or no more; who did is on record."""
    before = asked(company_id)
    said = {"asked": wanted, "set_at": clock.now(), "set_by": account_id}
    Terms.objects.update_or_create(company_id=company_id, defaults=said)
    audit.write(
        company_id=company_id,
        account_id=account_id,
        resource="signature_levels",
        resource_id=company_id,
        before={"agreement_asked": before},
        after={"agreement_asked": wanted},
    )
