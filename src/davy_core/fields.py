"""Read one parsed mapping field by field, collecting every fault, so that an author sees all at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

DECIMAL = re.compile(r"-?\d{1,12}(\.\d{1,9})?", re.ASCII)


@dataclass
class Fields:
    """The keys of one mapping at `place`. A wrong or missing key adds to `faults` and yields an empty value;
    the caller raises once at the end. `finish` reports the keys that nobody read."""

    source: object
    place: str
    faults: list[str]
    _mapping: Mapping[str, object] = field(default_factory=dict)
    _read: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Report a source that is no mapping; it then reads as empty."""
        if isinstance(self.source, Mapping):
            self._mapping = self.source
        else:
            self.fault("is not a mapping")

    def fault(self, what: str) -> None:
        """Add one fault, told with its place."""
        self.faults.append(f"{self.place}: {what}")

    def raw(self, key: str) -> object:
        """The value as it stands, None when absent."""
        self._read.add(key)
        return self._mapping.get(key)

    def has(self, key: str) -> bool:
        """Whether the key stands in the mapping, even with an empty value."""
        return key in self._mapping

    def text(self, key: str) -> str:
        """A required, non-empty text."""
        found = self.maybe_text(key)
        if found is None:
            if not self.has(key) or self.raw(key) is None:
                self.fault(f"{key} is missing")
            return ""
        return found

    def maybe_text(self, key: str) -> str | None:
        """A text or None; an empty text or another type is a fault."""
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, str) and found.strip():
            return found
        self.fault(f"{key} is not a text")
        return None

    def choice(self, key: str, allowed: Collection[str]) -> str | None:
        """One of the allowed words, or None when absent."""
        found = self.maybe_text(key)
        if found is None or found in allowed:
            return found
        self.fault(f"{key} is {found!r}, not one of {', '.join(sorted(allowed))}")
        return None

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts without repetition; absent means empty."""
        found = self.items(key)
        wrong = [w for w in found if not isinstance(w, str) or not w]
        if wrong:
            self.fault(f"{key} holds something other than texts")
        words = tuple(w for w in found if isinstance(w, str) and w)
        if len(set(words)) != len(words):
            self.fault(f"{key} says something twice")
        return words

    def items(self, key: str) -> Sequence[object]:
        """A list; absent means empty."""
        found = self.raw(key)
        if found is None:
            return ()
        if isinstance(found, Sequence) and not isinstance(found, str | bytes):
            return found
        self.fault(f"{key} is not a list")
        return ()

    def entries(self, key: str) -> Mapping[str, object]:
        """A mapping with text keys; absent means empty."""
        found = self.raw(key)
        if found is None:
            return {}
        if isinstance(found, Mapping) and all(isinstance(k, str) for k in found):
            return found
        self.fault(f"{key} is not a mapping")
        return {}

    def flag(self, key: str, default: bool = False) -> bool:
        """true or false."""
        found = self.raw(key)
        if found is None:
            return default
        if isinstance(found, bool):
            return found
        self.fault(f"{key} is neither true nor false")
        return default

    def decimal(self, key: str) -> Decimal | None:
        """A decimal number written as a text (a float of the parser would not be the written number)."""
        found = self.raw(key)
        if found is None:
            return None
        if isinstance(found, str) and DECIMAL.fullmatch(found):
            return Decimal(found)
        self.fault(f"{key} is not a decimal number in quotes")
        return None

    def finish(self) -> None:
        """Report every key that was never asked for: an unknown key is a rule nobody applies."""
        for key in self._mapping:
            if key not in self._read:
                self.fault(f"unknown key {key!r}")
