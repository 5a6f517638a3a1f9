"""What a site offers, as the core asks for it."""

from __future__ import annotations

from functools import lru_cache

from davy.rulebook import law
from davy.sites.queries import PlaceFacts
from davy_core.permits.offer import EVERYTHING, Offer

__all__ = ["offer_of"]


def offer_of(place: PlaceFacts | None) -> Offer:
    """The choice of the site a place belongs to; without a place nothing is off."""
    return EVERYTHING if place is None else _offer(place.works_off, place.approval_levels)


@lru_cache(maxsize=64)
def _offer(off: tuple[str, ...], levels: str | None) -> Offer:
    on = {kind for name, kind in law.kinds().items() if name not in off}
    return Offer(frozenset(off), frozenset(law.kinds().values()) - on, levels)
