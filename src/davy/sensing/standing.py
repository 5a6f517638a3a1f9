"""Whether readings come in at all: workers seen, partitions read, messages that wait."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from davy.db import rows
from davy.sensing import backlog, dropping
from davy.sensing.lease import BROKER_FULL, BROKER_GONE, SEEN

__all__ = ["link"]


def link(now: datetime) -> dict[str, Any]:
    """For everybody: it tells nothing of any company."""
    workers = rows.many("SELECT fault FROM sensing_worker WHERE seen_at > %s", (now - SEEN,))
    faults = [row["fault"] for row in workers if row["fault"] is not None]
    found = rows.one(
        "SELECT coalesce(sum(behind), 0)::bigint AS behind, count(*) FILTER (WHERE until > %s) AS partitions,"
        " max(moved_at) AS moved_at FROM sensing_lease",
        (now,),
    ) or {"behind": 0, "partitions": 0, "moved_at": None}
    doubts = {BROKER_GONE, BROKER_FULL}
    return {
        "watching": bool(workers) and not faults,
        "broker_gone": BROKER_GONE in faults,
        "broker_full": BROKER_FULL in faults,
        "fault": next((fault for fault in faults if fault not in doubts), None),
        "moved_at": found["moved_at"],
        "behind": found["behind"],
        "lag_s": int(backlog.lag(now).total_seconds()),
        "partitions": found["partitions"],
        **dropping.told(now),
    }
