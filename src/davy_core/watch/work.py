"""One step under way: the tracks that change, and what happened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from davy_core.watch.happening import Happening
from davy_core.watch.state import Track


@dataclass(slots=True)
class Work:
    """What changes beside the tracks that were `kept`; those that do not change are not written anew."""

    kept: Mapping[str, Track]
    happened: list[Happening] = field(default_factory=list)
    changed: dict[str, Track | None] = field(default_factory=dict)

    def track(self, key: str) -> Track | None:
        """The track as it stands by now."""
        return self.changed[key] if key in self.changed else self.kept.get(key)

    def put(self, key: str, found: tuple[Track | None, Happening | None]) -> None:
        """Take over a track, and what happened to it."""
        track, happened = found
        if track is not self.kept.get(key):
            self.changed[key] = track
        if happened is not None:
            self.happened.append(happened)

    def tracks(self) -> Mapping[str, Track]:
        """All tracks by now."""
        if not self.changed:
            return self.kept
        merged = {**self.kept, **self.changed}
        return {key: track for key, track in merged.items() if track is not None}
