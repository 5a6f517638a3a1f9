"""The number on a sheet: six digits that run through the company and two that catch a slip of the finger.

The two are those of ISO/IEC 7064 MOD 97-10: every single wrong digit and every swap of neighbours gives
another rest. All digits, so that a glove types it on a keypad.
"""

from __future__ import annotations

import re

MOST = 999_999
_TOLD = re.compile(r"(?:TP)?(\d{6})(\d{2})", re.ASCII)


def serial(n: int) -> str:
    """The serial of the n-th sheet of a company, e.g. TP-000123-96. Raises ValueError beyond six digits."""
    if not 0 < n <= MOST:
        raise ValueError("serials run from 1 to 999999")
    return f"TP-{n:06d}-{_check(n):02d}"


def read_serial(told: str) -> str | None:
    """The serial as it is printed, of what somebody typed or scanned; None when its digits do not agree."""
    found = _TOLD.fullmatch(re.sub(r"[\s\-–—]", "", told.strip().upper()))
    if found is None:
        return None
    n = int(found[1])
    return serial(n) if n and _check(n) == int(found[2]) else None


def _check(n: int) -> int:
    return 98 - (n * 100) % 97
