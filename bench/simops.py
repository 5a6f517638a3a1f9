"""The conflict check against 1,000 live permits, beside a naive pass over them: `python -m bench.simops`.

Each call is what a gate pays for one permit: the works around read from the database, and the matrix asked of
each. The naive pass reads every live permit of the site and asks the matrix of all.
"""

from __future__ import annotations

import json
import sys
from itertools import cycle
from typing import Any

from bench.ground import cluster, reference

LIVE = 1_000
POINTS = 1_000
CALLS = 20
HEAD = ("way", "app ms", "db ms", "p50 ms", "p95 ms", "p99 ms", "asked", "conflicts")


def main(live: int) -> int:
    """Build the ground, measure both ways in turn, print."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now
        import psycopg  # noqa: PLC0415

        django.setup()
        from bench.cases import live_permit  # noqa: PLC0415 - needs Django
        from bench.ground import NAME  # noqa: PLC0415
        from bench.measuring import compare  # noqa: PLC0415

        hands = live_permit()
        with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for statement in reference("simops"):
                connection.execute(statement.encode(), {"live": live, "points": POINTS})
            connection.execute("VACUUM ANALYZE")
        look = _Look(hands)
        found = compare({"davy": look.davy, "naive": look.naive}, CALLS)
        print(f"one permit against {live:,} live ones at {POINTS:,} points 10 m apart; target p95 ≤ 50 ms")
        print("  ".join(f"{name:>9}" for name in HEAD))
        for name, cost in found.items():
            figures = (
                sorted(cost.app)[len(cost.app) // 2], sorted(cost.db)[len(cost.db) // 2],
                cost.percentile(0.5), cost.percentile(0.95), cost.percentile(0.99),
            )  # fmt: skip
            told = look.told[name]
            print("  ".join((f"{name:>9}", *(f"{f:9.2f}" for f in figures), *(f"{n:9d}" for n in told))))
    return 0


class _Look:
    """Judges one live permit after the other, in both ways."""

    def __init__(self, hands: Any) -> None:
        from davy.db import rows, tenant  # noqa: PLC0415 - needs Django

        self.company = hands.plant.company
        self.told = {"davy": (0, 0), "naive": (0, 0)}
        with tenant.company(self.company):
            found = rows.many(
                "SELECT id, point_id FROM permits_permit WHERE company_id = %s AND state = 'active'"
                " ORDER BY id LIMIT 200",
                (self.company,),
            )
        self.turns = {name: cycle([(row["id"], row["point_id"]) for row in found]) for name in self.told}

    def davy(self) -> None:
        self._judge("davy", boxed=True)

    def naive(self) -> None:
        self._judge("naive", boxed=False)

    def _judge(self, name: str, *, boxed: bool) -> None:
        from davy import clock  # noqa: PLC0415 - needs Django
        from davy.db import rows, tenant  # noqa: PLC0415
        from davy.permits import facts, nearby  # noqa: PLC0415
        from davy.sites import queries as sites  # noqa: PLC0415
        from davy_core.conflicts.judge import between  # noqa: PLC0415
        from davy_core.permits.crossing import job_of  # noqa: PLC0415
        from davy_core.permits.facts import Actor, Facts  # noqa: PLC0415

        permit_id, point = next(self.turns[name])
        now = clock.now()
        with tenant.company(self.company):
            loaded = facts.load(self.company, permit_id)
            place = sites.place(self.company, point_id=point)
            assert loaded is not None
            assert place is not None
            permit, spot = loaded[0], nearby.spot_of(place)
            asked = nearby.params(spot, permit, now)
            if not boxed:
                asked |= dict.fromkeys(("south", "north", "west", "east"))
            ids = {"company": self.company, "site": place.site_id, "permit": permit_id, "point": point}
            answer = rows.many(f"SELECT row_to_json(n)::text AS n FROM ({nearby.NEARBY}) n", asked | ids)  # noqa: S608
        others = nearby.nearby_of([json.loads(row["n"]) for row in answer], now)
        known = Facts(now, now, Actor("clock"), None, spot=spot, matrix=nearby.matrix())  # type: ignore[arg-type]
        own = job_of(permit, known)
        assert own is not None
        self.told[name] = (len(others), sum(len(between(nearby.matrix(), own, o.job)) for o in others))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else LIVE))
