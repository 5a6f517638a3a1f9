"""Bundles for every kind of doubt, with what davy-verify says; the browser's page says the same (Vitest)."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from davy.archive.tests.doubted import FILE
from davy.archive.tests.doubting import judged, verdict
from davy.archive.tests.vouching import trusted
from davy_verify.finding import PROVEN, Finding
from davy_verify.words import said
from tools.checker_words import told

VECTORS: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
WORDS = Path(__file__).parents[2] / "web/src/verify/words.json"


def test_the_words_are_the_same() -> None:
    assert WORDS.read_text(encoding="utf-8") == told(), "run: python -m tools.checker_words"


def test_a_kind_is_told_by_its_word() -> None:
    found = Finding(PROVEN, "private_whole", {"kind": "permit", "stream": "x", "count": 2})
    assert said(found, "zh").startswith("作业票 x ")
    assert said(Finding(PROVEN, "private_whole", {**found.about, "kind": "nobody"}), "en").startswith(
        "nobody x"
    )


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_a_bundle_and_its_doubt(case: dict[str, Any]) -> None:
    files = {**VECTORS["files"], **case["files"]}
    content = {name: base64.b64decode(told) for name, told in files.items() if told is not None}
    seen = base64.b64decode(case["seen"]) if "seen" in case else None
    key = case.get("key", VECTORS["key"])
    raw = base64.b64decode(case["zip"]) if "zip" in case else None
    trust = trusted(case.get("trust", {}))
    assert (verdict(content, key, seen, trust) if raw is None else judged(raw, key)) == case["expected"]
