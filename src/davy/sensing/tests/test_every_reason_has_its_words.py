"""Every code by which a message is set aside or a gateway refused has words on the screen, and no word is
left over."""

import re
from pathlib import Path

from davy.sensing.wording import reasons

SENSING = Path(__file__).parents[1]
RAISED = re.compile(r'(?:UnreadableError|dropped\.append)\(\(?\s*"([a-z_]+)"')
PLAIN = re.compile(r'return "([a-z_]+)"')
KEPT = re.compile(r'_(?:set_)?aside\(message, "([a-z_]+)"')
NOTED = re.compile(r'refusals\.note\([a-z]+, "([a-z_]+)"')


def codes(pattern: re.Pattern[str], *files: str) -> set[str]:
    return {code for name in files for code in pattern.findall((SENSING / name).read_text("utf-8"))}


def test_every_way_to_set_a_message_aside() -> None:
    sources = ["messages.py", *(f"adapters/{f.name}" for f in (SENSING / "adapters").glob("*.py"))]
    clocks = Path(__file__).parents[3] / "davy_core" / "instruments" / "clocks.py"
    found = codes(RAISED, *sources) | codes(KEPT, *sources) | codes(PLAIN, "adapters/plain.py")
    found |= set(PLAIN.findall(clocks.read_text("utf-8")))
    assert {"not_json", "checksum_wrong", "unit_unknown", "from_future", "reader_broken"} <= found
    assert set(reasons()["aside"]) == found


def test_every_way_to_refuse_a_gateway() -> None:
    found = codes(PLAIN, "admission.py") | codes(NOTED, "admission.py", "violations.py")
    assert {"password_wrong", "connected_twice", "topic_forbidden"} <= found
    assert set(reasons()["refusals"]) == found


def test_each_says_what_happened_and_what_to_do_in_both_languages() -> None:
    for told in (*reasons()["aside"].values(), *reasons()["refusals"].values()):
        assert set(told) == {"says", "way"}
        for text in told.values():
            assert set(text) == {"zh", "en"}
            assert all(text.values())
