"""A call for help to the screens of others: `python -m bench.sos [presses]`.

From the press on a phone, or a helmet's message over MQTT, until the guardian's phone and the wall, each told
by its own stream of changes, have read it; and until the emergency covers the phone. Beside it in one run: a
bare notification of the database through the same streams, and a bare message that the broker acknowledges.
AQ 3064.2-2025 asks for 5 s (docs/reference/sensing-figures.md).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bench.ground import NAME, cluster

PRESSES = 10
TARGET_S = 5.0
HEAD = ("case", "presses", "p50 ms", "p99 ms", "worst ms", "target")


def main(presses: int) -> int:
    """Build the ground, press, print; 1 when one press took longer than 5 s."""
    with cluster() as made:
        import django  # noqa: PLC0415 - its settings are known only now

        django.setup()
        from bench.sos_plant import Tank  # noqa: PLC0415 - needs Django

        tank = Tank(Path(os.environ["DAVY_DATA"]), made.dsn(database=NAME))
        try:
            print(f"one tank with somebody in it, fsync on; load {os.getloadavg()[0]:.1f}", flush=True)
            print("  ".join(f"{name:>10}" for name in HEAD))
            worst = _run(tank, presses)
        finally:
            tank.stop()
    return int(worst > TARGET_S)


def _run(tank: object, presses: int) -> float:
    from bench.sos_plant import Tank  # noqa: PLC0415 - needs Django

    assert isinstance(tank, Tank)
    worst = 0.0
    tank.notify(3)
    _row({"notify, two streams": tank.notify(presses)})
    _row({"MQTT, acknowledged": tank.publish(presses)})
    for name, press in (("phone", tank.by_phone), ("helmet", tank.by_helmet)):
        found: dict[str, list[float]] = {}
        for _ in range(presses):
            for where, took in press().items():
                found.setdefault(f"{name} -> {where}", []).append(took)
            tank.over()
        _row(found, f"{TARGET_S * 1000:.0f}")
        worst = max(worst, *(max(one) for one in found.values()))
    return worst


def _row(found: dict[str, list[float]], target: str = "") -> None:
    for name, seconds in found.items():
        ms = sorted(1000 * one for one in seconds)
        figures = (ms[len(ms) // 2], ms[min(len(ms) - 1, int(0.99 * len(ms)))], ms[-1])
        cells = (f"{len(ms):>10}", *(f"{figure:10.0f}" for figure in figures), f"{target:>10}")
        print("  ".join((f"{name:>22}", *cells)), flush=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else PRESSES))
