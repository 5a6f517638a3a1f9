"""A condition that is not met names its remedy by a code; the phone has a button or words for each code."""

import re
from pathlib import Path

import pytest

from tests.contracts.decisions import WORKS, requirements

WEB = Path(__file__).parents[2] / "web" / "src"
REMEDIES = sorted({r.needs for work in WORKS for r in requirements(work) if r.needs})


def _block(path: str, name: str) -> set[str]:
    """The keys of one block of the words, or of one table of the code."""
    text = (WEB / path).read_text(encoding="utf-8")
    found = re.search(rf"{name}[^\n]*[{{\[]\n(.*?)\n\s*[}}\]]", text, re.DOTALL)
    assert found is not None, (path, name)
    return set(re.findall(r"^\s*'?(\w+)'?[:,]", found[1], re.MULTILINE))


def test_there_are_remedies() -> None:
    assert len(REMEDIES) > 25


@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("remedy", REMEDIES)
def test_it_is_said_in_both_languages(language: str, remedy: str) -> None:
    folder = f"ui/m/words/{language}"
    assert remedy in _block(f"{folder}/shell.ts", "remedy: ")
    step = remedy in _block("core/steps.ts", "const REMEDY")
    words = _block(f"{folder}/closing.ts", "whose: ") if step else _block(f"{folder}/shell.ts", "waiting: ")
    assert remedy in words
