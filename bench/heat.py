"""The heat map over 10,000 people beside plain SQL by hand: `python -m bench.heat`.

`counts` is a map by firm, `people` its page of 50 with papers, `ending` what the job of reminders reads.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from bench.ground import cluster, reference

PEOPLE = 10_000
CALLS = 4
HEAD = ("way", "app ms", "db ms", "p50 ms", "p95 ms")


def main(people: int) -> int:
    """Build the ground, measure in turn, print."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from bench.ground import NAME  # noqa: PLC0415 - needs Django
        from bench.measuring import compare  # noqa: PLC0415
        from davy import clock  # noqa: PLC0415
        from davy.building.plant import small_plant  # noqa: PLC0415
        from davy.db import rows, tenant  # noqa: PLC0415
        from davy.people.heat import queries as heat  # noqa: PLC0415
        from davy.reminding import queries as reminding  # noqa: PLC0415

        company, today = small_plant().company, clock.now().date()
        _fill(made.dsn(database=NAME), company, people)
        by_hand = reference("heat")[0]

        def within(ask: Callable[[], object]) -> None:
            with tenant.company(company):
                ask()

        ways: dict[str, Callable[[], object]] = {
            "by hand": lambda: within(lambda: rows.many(by_hand, {"company": company, "today": today})),
            "counts": lambda: within(lambda: heat.counts(company, "firm", today)),
            "people": lambda: within(
                lambda: heat.listed(company, "firm", today, key=None, state="expired", page=1, size=50)
            ),
            "forecast": lambda: within(lambda: heat.forecast(company, today)),
            "ending": lambda: within(
                lambda: reminding.ending(company, today + timedelta(days=90), "Asia/Shanghai")
            ),
        }
        print(f"{people:,} people; target of a map p95 ≤ 300 ms")
        _told(compare(ways, CALLS))
    return 0


def _fill(dsn: str, company: object, people: int) -> None:
    import psycopg  # noqa: PLC0415 - only where a cluster runs

    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(f"SET davy.company = '{company}'")
        for statement in reference("heat_fill"):
            connection.execute(statement.encode(), {"company": company, "people": people})
        connection.execute("VACUUM ANALYZE")


def _told(found: Mapping[str, Any]) -> None:
    print("  ".join(f"{name:>9}" for name in HEAD))
    for name, cost in found.items():
        figures = (
            sorted(cost.app)[len(cost.app) // 2], sorted(cost.db)[len(cost.db) // 2],
            cost.percentile(0.5), cost.percentile(0.95),
        )  # fmt: skip
        print("  ".join((f"{name:>9}", *(f"{figure:9.2f}" for figure in figures))))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
