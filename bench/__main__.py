"""Measure every case and print one table: CPU of application and database, ratio to the reference, times."""

from __future__ import annotations

import sys
import time

from bench.ground import cluster, fill

PERMITS = 200_000
HEAD = ("case", "app ms", "db ms", "ref app", "ref db", "ratio", "p50 ms", "p99 ms", "ref p50", "target")


def main(permits: int) -> int:
    """Build the ground, measure, print."""
    begin = time.monotonic()
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from bench.archive import archive_cases, fill_words  # noqa: PLC0415 - needs Django
        from bench.cases import cases, live_permit  # noqa: PLC0415 - needs Django

        hands = live_permit()
        fill(made, permits)
        fill_words(made)
        print(f"one live permit among {permits:,}, ready after {time.monotonic() - begin:.0f} s; fsync on")
        print("  ".join(f"{name:>8}" for name in HEAD))
        for case in [*cases(hands), *archive_cases(hands)]:
            print(row(case), flush=True)
    return 0


def row(case: object) -> str:
    """One case measured, as a line of the table."""
    from bench.cases import Case, keep_beating  # noqa: PLC0415 - needs Django
    from bench.measuring import compare  # noqa: PLC0415

    assert isinstance(case, Case)
    keep_beating()
    found = compare({"davy": case.davy, "reference": case.reference}, case.calls)
    ours, theirs = found["davy"], found["reference"]
    figures = (
        *(f"{median_of(values):8.2f}" for values in (ours.app, ours.db, theirs.app, theirs.db)),
        f"{ours.cpu / theirs.cpu:8.1f}",
        f"{ours.percentile(0.5):8.2f}", f"{ours.percentile(0.99):8.2f}", f"{theirs.percentile(0.5):8.2f}",
    )  # fmt: skip
    return "  ".join((f"{case.name:>16}"[-16:], *figures, case.target))


def median_of(values: list[float]) -> float:
    """The middle one."""
    return sorted(values)[len(values) // 2]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PERMITS))
