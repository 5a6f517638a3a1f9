"""What the seal of one hour costs, and what a bundle pays for an hour's readings.

`python -m bench.seals [readings a second] [instruments]`: by default the 2,000 a second of the design, 7.2
million leaves. Beside it the same readings read out of the same table and thrown away.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg

from bench.ground import NAME, cluster

RATE, INSTRUMENTS = 2_000, 1_000
HOUR = datetime(2026, 11, 20, 8, tzinfo=UTC)
FILL = """
INSERT INTO readings_reading (company_id, instrument_id, taken_at, boot, seq, received_at, clock, gateway_id,
  binding_id, log_seq, channels, doubts)
SELECT %(company)s, md5('i' || n %% %(instruments)s)::uuid, at, 'b7', n, at + interval '80 milliseconds',
  'device_synced', md5('g')::uuid, NULL, n,
  jsonb_build_object('lel', (n %% 7)::text || '.5', 'o2', '20.9', 'co', '0', 'h2s', '0', 'battery', '87'),
  NULL
FROM (SELECT n, %(begin)s::timestamptz + n * (interval '1 hour' / %(count)s) AS at
  FROM generate_series(%(first)s::bigint, %(last)s::bigint) n) AS told
"""
PLAIN = """
SELECT * FROM readings_reading WHERE company_id = %s AND taken_at >= %s AND taken_at < %s
ORDER BY instrument_id, log_seq
"""
CHUNK = 500_000


def main(rate: int, instruments: int) -> int:
    """Build the ground, measure, print."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from davy.ids import uuid7  # noqa: PLC0415 - needs Django
        from davy.readings import store  # noqa: PLC0415

        company, count = uuid7(), rate * 3600
        store.make_days([HOUR.date()])
        with psycopg.connect(made.dsn(database=NAME), autocommit=True) as connection:
            connection.execute("SET session_replication_role = replica")
            for first in range(0, count, CHUNK):
                last = min(first + CHUNK, count) - 1
                asked = {"company": company, "begin": HOUR, "count": count, "first": first, "last": last}
                connection.execute(FILL.encode(), {**asked, "instruments": instruments})
            connection.execute("VACUUM ANALYZE readings_reading")
        print(f"{count:,} readings of one hour by {instruments:,} instruments", flush=True)
        _measured(company, made.dsn(database=NAME))
    return 0


def _measured(company: UUID, dsn: str) -> None:
    from davy.readings import sealed  # noqa: PLC0415 - needs Django
    from davy.watch.sealing import stream  # noqa: PLC0415

    plain = _timed(lambda: _read(company, dsn))
    print(f"read     {plain[0]:7.1f} s  CPU {plain[1]:7.1f} s   the rows alone, thrown away", flush=True)
    before = _memory()
    asked = (company, HOUR, HOUR + timedelta(hours=1))

    def roots() -> int:
        from davy.db import tenant  # noqa: PLC0415 - needs Django

        with tenant.company(company):
            newest = sealed.newest(*asked)[HOUR]
            return sum(stream.line(company, one, HOUR, -1, upto).count for one, upto in newest.items())

    took, spent, count = _timed(roots)
    print(f"seal     {took:7.1f} s  CPU {spent:7.1f} s   {took / count * 1e6:.0f} µs a reading, ", end="")
    print(
        f"{_memory() - before} MB more, {took / plain[0]:.1f} × the rows alone, {took / 36:.0f} % of an hour"
    )
    _bundled(company)


def _bundled(company: UUID) -> None:
    """The readings of the first instruments as a bundle has them: so many that the bundle takes all."""
    from davy.archive.readings import MOST  # noqa: PLC0415 - needs Django
    from davy.db import tenant  # noqa: PLC0415
    from davy.readings import sealed  # noqa: PLC0415

    def written() -> int:
        found = 0
        with tenant.company(company):
            for one, upto in sealed.newest(company, HOUR, HOUR + timedelta(hours=1))[HOUR].items():
                found += sum(1 for leaf in sealed.leaves(company, one, HOUR, -1, upto) if leaf.content())
                if found >= MOST:
                    break
        return found

    took, spent, count = _timed(written)
    print(f"bundle   {took:7.1f} s  CPU {spent:7.1f} s   {count:,} readings, the most of several permits")


def _read(company: UUID, dsn: str) -> int:
    found = 0
    with psycopg.connect(dsn) as connection, connection.cursor(name="rows") as cursor:
        cursor.itersize = 10_000
        cursor.execute(PLAIN.encode(), (company, HOUR, HOUR + timedelta(hours=1)))
        for _ in cursor:
            found += 1
    return found


def _timed(do: Callable[[], int]) -> tuple[float, float, int]:
    """Seconds, seconds of CPU of this process, and what it gave."""
    begin, cpu = time.perf_counter(), time.process_time()
    found = do()
    return time.perf_counter() - begin, time.process_time() - cpu, found


def _memory() -> int:
    """The most that this process ever held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [RATE, INSTRUMENTS][len(given) :])))
