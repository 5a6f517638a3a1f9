"""After an upgrade, before anybody signs: the log is told of the passkeys that only the register knows.

The hourly job does the same (davy.sync.tasks); what was signed before it ran would look as if the key had
come later.
"""

from __future__ import annotations

from uuid import UUID

from davy.db import tenant
from davy.sync.account import told_all
from davy.watch.every import each_company

__all__ = ["tell"]


def tell() -> None:
    """Every company; an error of one is logged and ends nothing."""
    each_company(_told)


def _told(company_id: UUID) -> None:
    with tenant.company(company_id):
        told_all(company_id)
