"""Something outside that Davy needs does not answer."""

from __future__ import annotations

__all__ = ["AwayError"]


class AwayError(OSError):
    """Raised where it is asked; answered with the refusal `code`. Nothing was done, and the same request may
    be sent again."""

    code: str
