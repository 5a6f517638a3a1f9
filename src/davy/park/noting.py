"""The log of a partnership: every question, every list, every hit, by whom and why."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from davy.park.models import Line, Partner

__all__ = ["note"]


def note(partner: Partner, what: str, **told: Any) -> UUID:
    """Add a line: consented, ended, answered (we gave our list), refused (we did not), took (we took theirs),
    lost (none came), looked (somebody of ours looked somebody up), told (the partner says that it looked
    somebody up whom we keep from work), hit, lifted, resolved. Inside a tenant block."""
    line = Line.objects.create(company_id=partner.company_id, partner_id=partner.id, what=what, **told)
    return line.id
