"""In which state a certificate is on a day. Pure."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

__all__ = ["NOTICE", "Dated", "Standing", "standing"]

# An application is possible within 60 days before expiry (order 30 of 2010, article 22); a paper is called
# expiring from then on.
NOTICE = timedelta(days=60)


class Standing(StrEnum):
    """Only the first three entitle to work on that day."""

    VALID = "valid"
    EXPIRING = "expiring"
    REVIEW_DUE = "review_due"
    REVIEW_OVERDUE = "review_overdue"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    UNKNOWN = "unknown"


class Dated(Protocol):
    """What a certificate says of its time; each day named is the last (or first) day included."""

    @property
    def valid_from(self) -> date | None: ...
    @property
    def valid_to(self) -> date | None: ...
    @property
    def review_due(self) -> date | None: ...


def standing(paper: Dated, on: date) -> Standing:
    """The state of the certificate on that day; without an end of validity unknown, which entitles nobody.

    A review that was missed makes the certificate invalid (order 30 of 2010, article 26).
    """
    if paper.valid_to is None:
        return Standing.UNKNOWN
    if on > paper.valid_to:
        return Standing.EXPIRED
    if paper.valid_from is not None and on < paper.valid_from:
        return Standing.NOT_YET_VALID
    if paper.review_due is not None and on > paper.review_due:
        return Standing.REVIEW_OVERDUE
    if on > paper.valid_to - NOTICE:
        return Standing.EXPIRING
    if paper.review_due is not None and on > paper.review_due - NOTICE:
        return Standing.REVIEW_DUE
    return Standing.VALID
