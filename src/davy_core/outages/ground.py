"""Where an outage or a block of sheets counts: some areas of a site, or with none named the whole of it.

This is the one place that says whether two of them are the same place. The gate asks the same in SQL
(`davy.permits.outages`), and a property test holds it to this.
"""

from __future__ import annotations

from collections.abc import Sequence

Areas = Sequence[str]


def meet(one: Areas, other: Areas) -> bool:
    """Whether they have ground in common; of one site."""
    return not one or not other or not set(one).isdisjoint(other)


def common(one: Areas, other: Areas) -> tuple[str, ...]:
    """The areas that they have in common, none where both are the whole site. Raises ValueError for two that
    do not meet, for nothing in common is not the whole site."""
    if not meet(one, other):
        raise ValueError("nothing in common")
    if not one or not other:
        return tuple(sorted(one or other))
    return tuple(sorted(set(one) & set(other)))
