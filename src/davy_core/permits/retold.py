"""What a pause that was told while the work stood still already says: the stop is one, its reasons may be
many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

Retold = Literal["worse", "again", "another"]


def retold(events: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Retold | None]:
    """For each event of a permit in order (type and data): None, but for a pause of work that was paused
    already: its reading got worse, the same reason was told again, or another reason came."""
    open_causes: set[str] = set()
    stands, before = False, ""
    for kind, data in events:
        said: Retold | None = None
        if kind == "WorkPaused":
            cause = str(data["cause"])
            if stands:
                known: Retold = "worse" if before == "EpisodeWorsened" else "again"
                said = known if cause in open_causes else "another"
            stands = True
            open_causes.add(cause)
        elif kind == "CauseResolved":
            open_causes.discard(str(data["cause"]))
        elif kind == "WorkResumed":
            stands = False
            open_causes.clear()
        before = kind
        yield said
