"""What is past its period, and the page of the evidence watch, among all the permits there are.

`python -m bench.keeping [permits]` prints both beside the same questions asked by hand.
"""

from __future__ import annotations

import sys
from datetime import timedelta

import psycopg

from bench.ground import NAME, cluster, fill, reference

PERMITS = 200_000
YEAR = timedelta(days=365)


def main(permits: int) -> int:
    """Build the ground, measure, print."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from bench.__main__ import HEAD, row  # noqa: PLC0415 - needs Django
        from bench.cases import live_permit  # noqa: PLC0415

        hands = live_permit()
        fill(made, permits)
        with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in reference("fill_kept"):
                connection.execute(statement.encode(), {})
            connection.execute("VACUUM ANALYZE")
        print(f"{permits:,} permits, each with words and a photo; 100 mismatches", flush=True)
        print("  ".join(f"{name:>8}" for name in HEAD))
        for case in _cases(hands.plant.company):
            print(row(case), flush=True)
    return 0


def _cases(company: object) -> list[object]:
    from uuid import UUID  # noqa: PLC0415 - for the check below only

    from bench.cases import Case, scripted  # noqa: PLC0415 - needs Django
    from davy import clock  # noqa: PLC0415
    from davy.db import tenant  # noqa: PLC0415
    from davy.keeping import due  # noqa: PLC0415
    from davy.watch.night import queries  # noqa: PLC0415

    assert isinstance(company, UUID)
    now = clock.now()
    asked = {"company": str(company), "before": now - YEAR}

    def listed() -> None:
        with tenant.company(company):
            found = due.listed(company, now, "", "", 1)
        assert found["total"] > len(found["items"]) > 0, found["total"]

    def watched() -> None:
        with tenant.company(company):
            found = queries.standing(company, now, now)
        assert len(found["mismatches"]) > 0

    return [
        Case("due list", 1, listed, scripted("due", asked), "≤ 3 ×"),
        Case("watch page", 4, watched, scripted("watch", asked), "≤ 3 ×"),
    ]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PERMITS))
