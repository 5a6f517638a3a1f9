"""CPU of this process and of its database backend per call, and how long a call takes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from django.db import connection

__all__ = ["Cost", "compare"]

BATCHES = 12


@dataclass
class Cost:
    """What a way of doing it costs: milliseconds of CPU a call in each batch, and of time each call."""

    app: list[float] = field(default_factory=list)
    db: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        """Milliseconds of CPU a call, application and database together; of the median batch."""
        return median(self.app) + median(self.db)

    def percentile(self, share: float) -> float:
        """The time below which this share of the calls stayed, in milliseconds."""
        return sorted(self.wall)[min(len(self.wall) - 1, int(share * len(self.wall)))]


def compare(ways: dict[str, Callable[[], object]], calls: int) -> dict[str, Cost]:
    """The cost of each way, batch by batch in turn, so that the machine treats all alike."""
    costs = {name: Cost() for name in ways}
    for way in ways.values():
        for _ in range(10):
            way()  # caches and prepared statements
    for _ in range(BATCHES):
        for name, way in ways.items():
            _batch(way, costs[name], calls)
    return costs


def _batch(way: Callable[[], object], cost: Cost, calls: int) -> None:
    backend = _backend()
    app, db = time.process_time(), _spent(backend)
    for _ in range(calls):
        begin = time.perf_counter()
        way()
        cost.wall.append((time.perf_counter() - begin) * 1000)
    cost.app.append((time.process_time() - app) * 1000 / calls)
    cost.db.append((_spent(backend) - db) * 1000 / calls)


def _backend() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        found: int = cursor.fetchone()[0]
    return found


def _spent(pid: int) -> float:
    """Seconds of CPU of a process, from the scheduler's nanoseconds."""
    return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
