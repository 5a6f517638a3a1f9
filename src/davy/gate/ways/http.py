"""An access controller over HTTP, by the interface of docs/howto/gate.md: passes by name, passages by
cursor."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urlencode

from davy.gate.ways.told import GateError, Listing, Step, read_listing, read_steps
from davy.outside.ask import ask
from davy.outside.reach import OutsideError
from davy_core.instants import iso

__all__ = ["Line", "RefusedError"]

MOST_BYTES = 4 * 1024 * 1024
_GONE = frozenset({404, 410})


class RefusedError(GateError):
    """The gate does not take this one pass; others it may."""


@dataclass(frozen=True)
class Line:
    """One controller. Every call may be repeated: a reply that was lost is asked for again. All raise
    GateError."""

    url: str
    token: str
    private_net: bool

    def listing(self) -> Listing:
        """What the controller has on its list."""
        return read_listing(self._ask("GET", "/passes"))

    def put(self, name: str, person: str, start: datetime, end: datetime) -> None:
        """Let this person (his number in the company's records) in from–until. Raises RefusedError for this
        pass alone."""
        told = {"person": person, "from": iso(start), "until": iso(end)}
        self._ask("PUT", f"/passes/{quote(name)}", told)

    def take(self, name: str) -> None:
        """Take this pass away; one that is not there is taken away already."""
        try:
            self._ask("DELETE", f"/passes/{quote(name)}")
        except RefusedError as error:
            if error.code not in {f"status_{code}" for code in _GONE}:
                raise

    def steps(self, cursor: str) -> tuple[list[Step], str]:
        """The passages behind the cursor (empty: from the beginning), the oldest first, and the next
        cursor."""
        return read_steps(self._ask("GET", "/passages?" + urlencode({"after": cursor, "limit": 200})))

    def _ask(self, method: str, path: str, told: object = None) -> bytes:
        headers = {"Content-Type": "application/json"} if told is not None else {}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        body = json.dumps(told).encode() if told is not None else None
        url = self.url.rstrip("/") + path
        try:
            return ask(
                url, private_net=self.private_net, body=body, headers=headers, method=method, most=MOST_BYTES
            )
        except OutsideError as error:
            raise _gate_error(error) from None


def _gate_error(error: OutsideError) -> GateError:
    """A no to one request is about what was asked; anything else is about the gate."""
    status = error.status or 0
    if status in {401, 403}:
        return GateError("denied")
    if 400 <= status < 500 and status != 429:
        return RefusedError(f"status_{status}")
    return GateError(error.code)
