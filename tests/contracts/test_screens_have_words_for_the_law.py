"""What the packs and contracts name by codes is said on the screens in both languages: no code is shown."""

import re
from importlib import resources
from pathlib import Path

import pytest
import yaml

from tests.contracts.decisions import WORKS, requirements

WEB = Path(__file__).parents[2] / "web" / "src" / "i18n"
LAW = resources.files("davy_law").joinpath("contracts", "lifecycle")
EVIDENCE = sorted({path.replace(".", "_") for w in WORKS for r in requirements(w) for path in r.evidence})
CAUSES = sorted(yaml.safe_load(LAW.joinpath("causes.yaml").read_text(encoding="utf-8")))


def _words(language: str, block: str) -> set[str]:
    text = (WEB / f"facts.{language}.ts").read_text(encoding="utf-8")
    found = re.search(rf"\n  {block}: {{\n(.*?)\n  }}", text, re.DOTALL)
    assert found is not None
    return set(re.findall(r"^\s*(\w+):", found[1], re.MULTILINE))


def test_there_is_something_to_say() -> None:
    assert len(EVIDENCE) > 100
    assert len(CAUSES) > 15


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_piece_of_evidence_has_its_word(language: str) -> None:
    assert sorted(set(EVIDENCE) - _words(language, "evidence")) == []


@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_cause_of_a_stop_has_its_word(language: str) -> None:
    assert sorted(set(CAUSES) - _words(language, "cause")) == []
