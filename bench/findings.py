"""How often the detectors of stamping are right, on seeded honest and stamped histories: writes
docs/findings.md. `PYTHONPATH=src python -m bench.findings`."""

from __future__ import annotations

import sys
from pathlib import Path

from davy_core.findings.history import Limits
from davy_core.findings.tests.seeded import EACH, SEED, measure

WRITTEN = Path(__file__).resolve().parent.parent / "docs" / "findings.md"
SEEDS = (SEED, SEED + 1, SEED + 2, SEED + 3, SEED + 4)

HEAD = f"""# How often the detectors of stamping are right

Written by `PYTHONPATH=src python -m bench.findings`; never by hand. A finding is something a person should
look at: it names its events and proposes something, and nothing follows by itself.

Drawn were {len(SEEDS)} sets with the seeds {SEEDS[0]} to {SEEDS[-1]}, each with {EACH} stamped cases of every
kind among {EACH * 10} honest ones (`src/davy_core/findings/tests/seeded.py`). The stamped cases lie around
the limits on purpose, so some stay below them; the honest ones come as near as honest work comes. **These are
figures of drawn histories, not of a plant**: what people really do is drawn by nobody, and the reviews of the
findings are the only measure of that.

Precision: of what was found, how much was stamped. Recall: of what was stamped, how much was found.

| finding | stamped and found | stamped and missed | honest and found | precision | recall |
|---|---|---|---|---|---|
"""


def text() -> str:
    """The document as it is to be kept."""
    draws = [measure(seed) for seed in SEEDS]
    lines = []
    for kind in draws[0]:
        found, missed, wrong = (
            sum(getattr(draw[kind], what) for draw in draws) for what in ("found", "missed", "wrong")
        )
        precision, recall = found / (found + wrong), found / (found + missed)
        figures = f"{found} | {missed} | {wrong} | {precision:.3f} | {recall:.3f}"
        lines.append(f"| `{kind}` | {figures} |")
    limits = [f"| `{name}` | {value} |" for name, value in vars(Limits()).items()]
    tail = [
        "",
        "## Where the detectors begin to speak (j)",
        "",
        "| limit | value |",
        "|---|---|",
        *limits,
        "",
    ]
    return HEAD + "\n".join([*lines, *tail])


if __name__ == "__main__":
    WRITTEN.write_text(text(), encoding="utf-8")
    print(text())
    sys.exit(0)
