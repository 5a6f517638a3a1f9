"""Twenty people for a permit beside plain SQL by hand, and a file of people beside COPY:
`python -m bench.people [people]`.

`read` is what a command reads of twenty people of so many, `judged` that with what bars them and their
health. The file is checked and entered as the desk does it: every cell judged, numbers sealed, an
audit row each; COPY writes the same people and judges nothing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from bench.ground import NAME, cluster, reference

if TYPE_CHECKING:
    from davy.building.plant import Plant
    from davy.serve.cluster import Cluster

PEOPLE, CREW, CALLS = 10_000, 20, 10
HEAD = "工号,姓名,身份证号,手机,工种,承包商\n"


def main(people: int) -> int:
    """Build the ground, measure in turn, print."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from davy.building.plant import small_plant  # noqa: PLC0415 - needs Django

        plant = small_plant()
        _copied(made, plant, people)
        _entered(plant, people)
        _crew(made, plant)
    return 0


def _entered(plant: Plant, people: int) -> None:
    """One file through the import, as the worker takes it."""
    from davy.db import tenant  # noqa: PLC0415 - needs Django
    from davy.people import tasks  # noqa: PLC0415
    from davy.people.importing import store  # noqa: PLC0415
    from davy.people.models import Import, Person  # noqa: PLC0415

    company = plant.company
    lines = "".join(f"K{n:05},人{n:05},,1390000{n:04},焊工,\n" for n in range(people))
    with tenant.company(company):
        one = Import.objects.create(
            company_id=company, account_id=plant.people["zheng"].account, name="人员.csv"
        )
    store.where(company, one.id, "sheet").write_bytes((HEAD + lines).encode("utf-8-sig"))
    for state in ("checking", "applying"):
        with tenant.company(company):
            Import.objects.filter(id=one.id).update(state=state)
        _line(state, people, lambda: tasks.carry_on(company, one.id))
    with tenant.company(company):
        there = Person.objects.filter(hr_code__startswith="K").count()
    assert there == people, there


def _copied(made: Cluster, plant: Plant, people: int) -> None:
    """The same rows by COPY, one transaction, no judgement; other codes, so that both are there."""
    import psycopg  # noqa: PLC0415 - only where a cluster runs

    from davy.ids import uuid7  # noqa: PLC0415

    def copy() -> None:
        with psycopg.connect(made.dsn(database=NAME)) as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(f"SET davy.company = '{plant.company}'")
            asked = (
                "COPY people_person (id, company_id, name, name_pinyin, hr_code, id_last4, id_hash, phone,"
                " photo, trade, team, status) FROM STDIN"
            )
            with connection.cursor() as cursor, cursor.copy(asked) as into:
                for n in range(people):
                    name, phone = f"人{n:05}", f"1390000{n:04}"
                    into.write_row(
                        (
                            uuid7(),
                            plant.company,
                            name,
                            "",
                            f"C{n:05}",
                            "",
                            "",
                            phone,
                            "",
                            "焊工",
                            "",
                            "active",
                        )
                    )

    _line("copy", people, copy)


def _crew(made: Cluster, plant: Plant) -> None:
    from bench.measuring import compare  # noqa: PLC0415 - needs Django
    from davy import clock  # noqa: PLC0415
    from davy.db import rows, tenant  # noqa: PLC0415
    from davy.permits import facts  # noqa: PLC0415
    from davy_core.permits.fitness import barred, medical  # noqa: PLC0415

    company, now = plant.company, clock.now()
    crew = _papers(made, plant.company)
    asked = {"company": company, "people": crew, "today": now.date()}
    by_hand = reference("eligible")

    def within(ask: Callable[[], object]) -> None:
        with tenant.company(company):
            ask()

    def judged() -> None:
        found = facts.persons(company, crew, now)
        assert len(found) == CREW
        for person in found.values():
            assert person.fitness is not None
            barred(person.fitness, "hot")
            medical(person.fitness, now)

    ways: dict[str, Callable[[], object]] = {
        "by hand": lambda: within(lambda: [rows.many(statement, asked) for statement in by_hand]),
        "read": lambda: within(lambda: facts.persons(company, crew, now)),
        "judged": lambda: within(judged),
    }
    print(f"{'way':>9}  {'app ms':>8}  {'db ms':>8}  {'p50 ms':>8}  {'p99 ms':>8}   ({CREW} people)")
    for name, cost in compare(ways, CALLS).items():
        app, db = (sorted(found)[len(found) // 2] for found in (cost.app, cost.db))
        p50, p99 = cost.percentile(0.5), cost.percentile(0.99)
        print(f"{name:>9}  {app:8.2f}  {db:8.2f}  {p50:8.2f}  {p99:8.2f}")


def _papers(made: Cluster, company: UUID) -> list[str]:
    """Everybody who was copied has two certificates, an examination and a training; twenty of them."""
    import psycopg  # noqa: PLC0415 - only where a cluster runs

    with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute(f"SET davy.company = '{company}'")
        for statement in reference("eligible_fill"):
            connection.execute(statement.encode(), {"company": company})
        connection.execute("VACUUM ANALYZE")
        found = connection.execute(
            "SELECT id::text FROM people_person WHERE company_id = %s AND hr_code LIKE 'C%%'"
            " ORDER BY hr_code LIMIT %s",
            (company, CREW),
        )
        return [one for (one,) in found]


def _line(name: str, people: int, do: Callable[[], None]) -> None:
    begin = time.monotonic()
    do()
    took = time.monotonic() - begin
    print(f"{name:>9}  {took:7.2f} s  {people / took:10,.0f} rows a second", flush=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
