"""Identity numbers: checked when entered, told apart by their last four characters, found by a hash.

The number itself is sealed (davy.people.protected). Entries of before that have a salted, slow hash instead
of the keyed one, and no number; they are still found.
"""

import hashlib
import re

from davy_core.papers import resident

__all__ = ["InvalidIdNumberError", "hashed", "last4", "normal"]

_RESIDENT = re.compile(r"\d{17}[\dX]")
_OTHER = re.compile(r"[A-Z0-9]{5,20}")  # passport and other papers
# Slow enough that trying the few million numbers of a known birthday takes days; quick enough for one entry.
_ROUNDS = 100_000


class InvalidIdNumberError(ValueError):
    """The number cannot be one: a wrong check digit or characters no paper has."""


def normal(number: str) -> str:
    """The number without blanks, in capitals. Raises InvalidIdNumberError."""
    text = re.sub(r"\s", "", number).upper()
    if _RESIDENT.fullmatch(text):
        if not resident.fits(text):
            raise InvalidIdNumberError("check digit")
        return text
    if len(text) == 18 or not _OTHER.fullmatch(text):
        raise InvalidIdNumberError("characters")
    return text


def last4(number: str) -> str:
    """The last four characters of a normal number, shown to tell two people of one name apart."""
    return number[-4:]


def hashed(number: str, salt: bytes) -> str:
    """The hash of before, hex, 64 characters: equal for the same number and company salt only."""
    return hashlib.pbkdf2_hmac("sha256", number.encode(), salt, _ROUNDS).hex()
