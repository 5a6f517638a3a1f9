"""A signed record of a phone beside the same record sent alone: `python -m bench.sync`.

Both go through the door and are a guardian's round. The signed one is verified, placed in its chain, kept,
and answered with a signed receipt; it travels in batches of 50, as a phone sends after an hour without
signal.
"""

from __future__ import annotations

import sys
from itertools import count

from bench.ground import cluster

BATCH = 50
CALLS = 1
HEAD = ("way", "app ms", "db ms", "p50 ms", "p99 ms")


def main() -> int:
    """Build the ground, measure both ways in turn, print the cost of one record."""
    with cluster():
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from bench.cases import keep_beating, live_permit  # noqa: PLC0415 - needs Django
        from bench.measuring import compare  # noqa: PLC0415
        from davy.building.phones import Phone  # noqa: PLC0415

        hands = live_permit()
        phone = Phone(hands.plant, "wang")
        phone.enrol()
        numbers = count()

        def signed() -> None:
            for _ in range(BATCH):
                phone.give(hands.permit, "guard_round", {"notes": str(next(numbers))})
            results = phone.send()
            assert {r["verdict"] for r in results} == {"accepted"}

        def alone() -> None:
            for _ in range(BATCH):
                hands.must("wang", "guard_round", {"notes": str(next(numbers))})

        keep_beating()
        found = compare({"signed": signed, "alone": alone}, CALLS)
        print(f"one guardian's round of a queue of {BATCH}; the phone's own signing is in the figure")
        print("  ".join(f"{name:>8}" for name in HEAD))
        for name, cost in found.items():
            app, db = sorted(cost.app)[len(cost.app) // 2], sorted(cost.db)[len(cost.db) // 2]
            figures = (app, db, cost.percentile(0.5), cost.percentile(0.99))
            print("  ".join((f"{name:>8}", *(f"{figure / BATCH:8.2f}" for figure in figures))))
        print(f"ratio of CPU {found['signed'].cpu / found['alone'].cpu:.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
