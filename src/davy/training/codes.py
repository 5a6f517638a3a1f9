"""The short-lived code behind a QR of a class or a gate: it changes each minute, so a picture of it that was
passed on is of no use a few minutes later (S21)."""

from __future__ import annotations

import hmac
from uuid import UUID

from django.conf import settings
from django.core import signing

from davy import clock

__all__ = ["EVERY_S", "code", "is_fresh", "read_ticket", "ticket"]

EVERY_S = 60
STANDS = 3  # windows: the one that runs, and those before, for whoever types slowly (j)
_HOLDS_S = 12 * 3600
_SALT = "davy.training"


def code(company_id: UUID, about: str, row_id: UUID) -> str:
    """The code that is shown now."""
    return _code(company_id, about, row_id, _window())


def is_fresh(given: str, company_id: UUID, about: str, row_id: UUID) -> bool:
    """Whether this code was shown within the last minutes."""
    shown = (_code(company_id, about, row_id, _window() - back) for back in range(STANDS))
    return any(hmac.compare_digest(given.encode(), one.encode()) for one in shown)


def ticket(company_id: UUID, lesson_id: UUID, person_id: UUID) -> str:
    """What the phone of somebody who signed on keeps, signed by the server, for the hours of the class."""
    told = [str(company_id), str(lesson_id), str(person_id)]
    return signing.dumps([*told, int(clock.now().timestamp())], salt=_SALT)


def read_ticket(text: str, company_id: UUID, lesson_id: UUID) -> UUID | None:
    """The person whose ticket of this class it is; None for any other text."""
    try:
        company, lesson, person, at = signing.loads(text, salt=_SALT)
    except (signing.BadSignature, ValueError):
        return None
    fits = (company, lesson) == (str(company_id), str(lesson_id))
    return UUID(person) if fits and clock.now().timestamp() - at < _HOLDS_S else None


def _window() -> int:
    return int(clock.now().timestamp()) // EVERY_S


def _code(company_id: UUID, about: str, row_id: UUID, window: int) -> str:
    told = f"{_SALT}|{company_id}|{about}|{row_id}|{window}"
    return hmac.new(settings.SECRET_KEY.encode(), told.encode(), "sha256").hexdigest()[:20]
