"""One company after another, so that what is wrong with one leaves no other unwatched."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import UUID

from davy.accounts.models import Company

__all__ = ["each_company", "guarded"]

_log = logging.getLogger(__name__)


def each_company(do: Callable[[UUID], object]) -> None:
    """Do it for every company; an error of one is logged and ends nothing."""
    for company_id in Company.objects.values_list("id", flat=True):
        guarded(do, company_id)


def guarded(do: Callable[..., object], company_id: UUID, *more: object) -> bool:
    """Whether it was done for this company without an error; an error is logged."""
    try:
        do(company_id, *more)
    except Exception:  # noqa: BLE001 - whatever stands in these rows, the others' turn comes
        _log.exception("%s failed for company %s", getattr(do, "__name__", do), company_id)
        return False
    return True
