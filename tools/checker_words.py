"""Writes the words of davy-verify for the page in the browser, and what it holds of signed commands: one text
for one finding and one table, wherever read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from davy_verify.commands import SIGNING
from davy_verify.finding import BROKEN, OPEN, PROVEN, TOLD
from davy_verify.words import MARKS, SAYS, verdict
from davy_verify.words_kinds import KINDS

FILE = Path(__file__).parents[1] / "web/src/verify/words.json"
NAMES = {PROVEN: "proven", OPEN: "open", BROKEN: "broken", TOLD: "told"}


def told() -> str:
    """The content of the file."""
    levels = (PROVEN, OPEN, BROKEN)
    found: dict[str, Any] = {
        "says": {code: list(words) for code, words in sorted(SAYS.items())},
        "kinds": {kind: list(words) for kind, words in sorted(KINDS.items())},
        "signing": SIGNING,
        "marks": {NAMES[level]: [words["zh"], words["en"]] for level, words in MARKS.items()},
        "verdicts": {NAMES[level]: [verdict(level, "zh"), verdict(level, "en")] for level in levels},
    }
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(told(), encoding="utf-8")
