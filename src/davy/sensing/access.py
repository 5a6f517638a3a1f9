"""How our own processes reach the broker: one file that `davy serve` writes, or that whoever runs a cluster
gives."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from davy.settings import env, places

__all__ = ["Access", "found"]

Login = tuple[str, str]
_CLUSTER = 3


@dataclass(frozen=True)
class Access:
    """Addresses, the three users (of the log, of the auth callout, of the system account), and the seed of
    the issuer in hexadecimal. `log` is the broker's log file where it is ours to read; `replicas` is how many
    brokers keep each message, `most` how many bytes the log may take; 0: as many as usual."""

    urls: tuple[str, ...]
    watch: Login
    auth: Login
    sys: Login
    issuer: str
    log: str | None = None
    replicas: int = 1
    most: int = 0

    def told(self) -> dict[str, Any]:
        """As the file holds it."""
        return asdict(self)


def found(data: Path) -> Access | None:
    """What the file says, None when there is none. NATS_URL overrides the addresses. Raises ValueError for a
    file that cannot be meant."""
    path = env.file("DAVY_NATS_ACCESS", needed=False) or places.broker_access(data)
    if not path.exists():
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        named = env.words("NATS_URL", told["urls"])
        watch, auth, sys = ((str(told[who][0]), str(told[who][1])) for who in ("watch", "auth", "sys"))
        # Of a cluster every message is kept by three: with fewer one broker that dies takes some along.
        kept = int(told.get("replicas") or (_CLUSTER if len(named) >= _CLUSTER else 1))
        most = int(told.get("most") or 0)
        return Access(tuple(named), watch, auth, sys, str(told["issuer"]), told.get("log"), kept, most)
    except (KeyError, IndexError, TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"{path} does not tell how to reach the broker: {error!r}") from error
