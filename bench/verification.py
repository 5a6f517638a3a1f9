"""A night of verification: `python -m bench.verification [people]` asks a real query service about every
certificate, twice, beside the bare requests to the same service by as many threads.

The first night gives every certificate its first verdict through the door; the second repeats them.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from bench.ground import cluster

if TYPE_CHECKING:
    from davy.simulator.registry import Registry

PEOPLE = 10_000
ITEM = "低压电工作业"


def main(people: int) -> int:
    """Build, ask, print seconds and requests a second."""
    with cluster():
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from davy.simulator.registry import Registry  # noqa: PLC0415 - needs Django

        office = Registry()
        try:
            company = _fill(office, people)
            print(f"{'case':>14}  seconds  asked a second   ({people:,} certificates)")
            _line("bare requests", people, lambda: _bare(office))
            for name in ("first night", "second night"):
                _line(name, people, lambda: _night(company))
        finally:
            office.close()
    return 0


def _line(name: str, people: int, do: Callable[[], None]) -> None:
    begin = time.monotonic()
    do()
    took = time.monotonic() - begin
    print(f"{name:>14}  {took:7.1f}  {people / took:14,.0f}", flush=True)


def _fill(office: Registry, people: int) -> UUID:
    """A company of so many people with one certificate each, all known to the office."""
    from davy.building.plant import small_plant  # noqa: PLC0415 - needs Django
    from davy.db import tenant  # noqa: PLC0415
    from davy.people.models import Certificate, Person  # noqa: PLC0415
    from davy.verification.models import Source  # noqa: PLC0415

    company = small_plant().company
    with tenant.company(company):
        Certificate.objects.all().delete()
        made = [Person(company_id=company, name=f"测试{n:05}", hr_code=f"B{n:05}") for n in range(people)]
        Person.objects.bulk_create(made, batch_size=2000)
        Certificate.objects.bulk_create(
            (
                Certificate(
                    company_id=company,
                    person_id=one.id,
                    kind="special_operation",
                    number=f"T-{one.hr_code}",
                    item=ITEM,
                    holder_name=one.name,
                    valid_to="2029-02-28",
                )
                for one in made
            ),
            batch_size=2000,
        )
        Source.objects.create(company_id=company, url=office.url, private_net=True)
    for one in made:
        record = {"item": ITEM, "valid_to": "2029-02-28", "status": "valid"}
        office.papers[f"T-{one.hr_code}"] = {"name": one.name, "records": [record]}
    return company


def _bare(office: Registry) -> None:
    from davy.verification.connector import Line  # noqa: PLC0415 - needs Django
    from davy.verification.nights import AT_ONCE  # noqa: PLC0415
    from davy_core.verification.answer import Claim  # noqa: PLC0415

    line = Line(office.url, "", private_net=True)
    claims = [Claim(number, "special_operation", ITEM, "") for number in office.papers]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(line.ask, claims))


def _night(company: UUID) -> None:
    from davy import clock  # noqa: PLC0415 - needs Django
    from davy.db import tenant  # noqa: PLC0415
    from davy.verification import asking, tasks  # noqa: PLC0415

    with tenant.company(company):
        night = asking.begin(company, clock.now().date(), "bench")
    assert night is not None
    state = tasks.go_on_with(company, night, clock.now() + timedelta(hours=2))
    with tenant.company(company):
        done = asking.night(company, night)
    assert done is not None
    assert (state, done.confirmed) == ("done", done.total), (state, done.confirmed, done.silent)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
