"""Readings from MQTT to the database, and bad air to a paused permit: `python -m bench.sensing [seconds]`.

Beside raw MQTT ingest (nobody reads meanwhile) and a bare staged COPY of the same rows into a table of the
same shape without row security. Publishers, broker, readers and the database share the cores of this machine.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from bench.ground import NAME, cluster

if TYPE_CHECKING:
    from bench.sensing_plant import Field

SECONDS = 6.0
BREACHES = 3
BACKLOG = 10_000
BATCH = 1000
RATES: tuple[float | None, ...] = (500.0, 2000.0, None)
_SHAPE = "CREATE TABLE bench_rows (LIKE readings_reading INCLUDING ALL)"
_STAGE = "CREATE UNLOGGED TABLE bench_stage (LIKE readings_reading)"
_COLUMNS = "company_id, instrument_id, taken_at, boot, seq, received_at, clock, gateway_id, log_seq, channels"


@dataclass
class Spent:
    """CPU seconds and resident memory of some processes."""

    cpu: float
    rss_mb: float


def main(seconds: float) -> int:
    """Build the ground, measure, print."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from bench.sensing_plant import Field  # noqa: PLC0415 - needs Django

        dsn = made.dsn(database=NAME)
        began = time.monotonic()
        field = Field(Path(os.environ["DAVY_DATA"]), dsn, BREACHES * (len(RATES) + 1))
        try:
            said = f"{field.registered:,} instruments, {len(field.work)} live permits, fsync on"
            print(
                f"{said}; ready after {time.monotonic() - began:.0f} s; load {os.getloadavg()[0]:.1f}",
                flush=True,
            )
            measure(field, dsn, seconds)
        finally:
            field.stop()
    return 0


def measure(field: Field, dsn: str, seconds: float) -> None:
    """One reader at each rate, a backlog with one and with two readers, and the references."""
    watch = field.watch()
    field.connect()
    heads = ("asked/s", "stored/s", "p50 ms", "worst ms")
    print("  ".join((f"{'case':>22}", *(f"{head:>8}" for head in heads), " CPU s", "RSS MB")))
    field.fill(2000)  # settings are prepared, caches are warm
    until(lambda: field.stored() >= 2000, 60)
    for rate in RATES:
        steady(field, [watch], rate, seconds)
    raw = backlog(field, [watch])
    second = field.watch()
    until(lambda: field.holders() == 2, 30)
    steady(field, [watch, second], None, seconds)
    backlog(field, [watch, second])
    copied, unnested = references(dsn)
    print(f"raw MQTT ingest, nobody reading: {raw:,.0f}/s (one publisher in Python, 20 in flight a gateway)")
    print(
        f"staged COPY of {BATCH} rows: {copied:,.0f} rows/s; INSERT … unnest: {unnested:,.0f} rows/s",
        flush=True,
    )


def steady(field: Field, readers: list[subprocess.Popen[bytes]], rate: float | None, seconds: float) -> None:
    """Publish at that rate (None: as fast as it goes) and breach now and then."""
    before, spent, begin = field.stored(), used(readers), time.monotonic()
    latencies = field.publish(rate, seconds, BREACHES)
    until(lambda: field.stored() >= before + field.sent, 60)
    took, after = time.monotonic() - begin, used(readers)
    sorted_ms = sorted(1000 * one for one in latencies)
    middle = (
        f"{sorted_ms[len(sorted_ms) // 2]:8.0f}  {sorted_ms[-1]:8.0f}"
        if sorted_ms
        else f"{'none':>8}  {'':8}"
    )
    name = f"{len(readers)} reader{'s' if len(readers) > 1 else ''}, steady"
    asked = f"{rate:8,.0f}" if rate else f"{'max':>8}"
    figures = f"{field.sent / took:8,.0f}  {middle}  {after.cpu - spent.cpu:6.1f}  {after.rss_mb:6.0f}"
    print(f"{name:>22}  {asked}  {figures}", flush=True)
    if len(latencies) < BREACHES:
        print(f"{'':>22}  {BREACHES - len(latencies)} of {BREACHES} breaches were not pushed within 30 s")


def backlog(field: Field, readers: list[subprocess.Popen[bytes]]) -> float:
    """Let messages pile up, then read them; how many a second the broker took."""
    for reader in readers:
        reader.send_signal(signal.SIGSTOP)
    before, begin = field.stored(), time.monotonic()
    field.fill(BACKLOG)
    raw = BACKLOG / (time.monotonic() - begin)
    spent, begin = used(readers), time.monotonic()
    for reader in readers:
        reader.send_signal(signal.SIGCONT)
    until(lambda: field.stored() >= before + BACKLOG, 120)
    took, after = time.monotonic() - begin, used(readers)
    name = f"{len(readers)} reader{'s' if len(readers) > 1 else ''}, backlog"
    cpu = after.cpu - spent.cpu
    figures = f"{BACKLOG / took:8,.0f}  {'':8}  {'':8}  {cpu:6.1f}  {after.rss_mb:6.0f}"
    print(f"{name:>22}  {BACKLOG:8,}  {figures}  {BACKLOG / cpu:,.0f} a CPU second", flush=True)
    return raw


def references(dsn: str) -> tuple[float, float]:
    """Rows a second by staged COPY, and by unnest, of what was stored just now."""
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute(_SHAPE)
        connection.execute(_STAGE)
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM readings_reading LIMIT {BACKLOG}"  # noqa: S608 - names of our own
        ).fetchall()
        texts = [(*row[:-1], psycopg.types.json.Jsonb(row[-1])) for row in rows]
        copied = _timed(connection, texts, _copy)
        unnested = _timed(connection, texts, _unnest)
    return copied, unnested


Way = Callable[["psycopg.Cursor[Any]", list[Any]], None]


def _timed(connection: psycopg.Connection[Any], rows: list[Any], way: Way) -> float:
    connection.execute("TRUNCATE bench_rows")
    begin = time.monotonic()
    for at in range(0, len(rows), BATCH):
        with connection.transaction(), connection.cursor() as cursor:
            way(cursor, rows[at : at + BATCH])
    return len(rows) / (time.monotonic() - begin)


def _copy(cursor: psycopg.Cursor[Any], rows: list[Any]) -> None:
    with cursor.copy(f"COPY bench_stage ({_COLUMNS}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
    cursor.execute("INSERT INTO bench_rows SELECT * FROM bench_stage ON CONFLICT DO NOTHING")
    cursor.execute("TRUNCATE bench_stage")


def _unnest(cursor: psycopg.Cursor[Any], rows: list[Any]) -> None:
    kinds = (
        "uuid",
        "uuid",
        "timestamptz",
        "text",
        "bigint",
        "timestamptz",
        "text",
        "uuid",
        "bigint",
        "jsonb",
    )
    marks = ", ".join(f"%s::{kind}[]" for kind in kinds)
    columns = [list(column) for column in zip(*rows, strict=True)]
    cursor.execute(
        f"INSERT INTO bench_rows ({_COLUMNS}) SELECT * FROM unnest({marks}) ON CONFLICT DO NOTHING",  # noqa: S608
        columns,
    )


def until(true: Callable[[], bool], patience: float) -> None:
    """Wait for it; gives up without a word, the figures tell."""
    end = time.monotonic() + patience
    while not true() and time.monotonic() < end:
        time.sleep(0.02)


def used(processes: list[subprocess.Popen[bytes]]) -> Spent:
    """What these processes have used until now."""
    cpu = rss = 0.0
    for process in processes:
        fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
        cpu += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        rss += int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return Spent(cpu, rss)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
