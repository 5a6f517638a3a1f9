"""A compulsory section that is missing, empty or says nothing keeps a scheme from review and approval."""

import pytest

from davy_core.schemes.state import Section
from davy_core.schemes.tests.desk import MORNING, PHOTO, TEXTS, Desk, book
from davy_core.streams import Mark


@pytest.mark.parametrize(
    "text",
    ["", "   \n", "无", "无。", "同上", "同上，同上；同上。", "无 无 无 无 无 无 无 无", "详见附件",
     "N/A", "none", "Same as above.", "略……",
     "。。。。。。。。。。。。。。", "啊啊啊啊啊啊啊啊啊啊啊啊啊啊", "撤离，打电话"],
)  # fmt: skip
@pytest.mark.parametrize("section", ["measures", "emergency"])
def test_what_says_nothing_is_not_written(section: str, text: str) -> None:
    desk = Desk().whole().write(section, text)
    assert desk.refused("li", "submit_scheme") == ["scheme_section_missing"]
    (reason,) = desk.give("li", "submit_scheme").reasons  # type: ignore[union-attr]
    assert reason.values == {"sections": [section]}


@pytest.mark.parametrize(
    ("text", "met"), [("往上风向撤到集合点打八一一", False), ("往上风向撤到集合点打八一一九", True)]
)
def test_twelve_letters_are_the_least(text: str, met: bool) -> None:
    text = text[: 11 if not met else 12]
    assert book().is_met(Section("emergency", 1, book().size(text), Mark(MORNING, "li"))) is met


@pytest.mark.parametrize("section", TEXTS)
def test_every_compulsory_section_is_asked_for(section: str) -> None:
    desk = Desk().draft()
    for other in TEXTS:
        if other != section:
            desk.write(other)
    assert desk.refused("li", "submit_scheme") == ["scheme_section_missing"]


def test_a_heavier_lift_needs_a_drawing() -> None:
    desk = Desk().draft(level="second")
    for section in TEXTS:
        desk.write(section)
    assert desk.refused("li", "submit_scheme") == ["scheme_section_missing"]
    desk.write("drawings", "站位图见说明，吊车站在管廊东侧，支腿垫钢板。")
    assert desk.refused("li", "submit_scheme") == ["scheme_section_missing"]
    desk.write("drawings", "", attachments=[PHOTO])
    desk.must("li", "submit_scheme")


def test_a_drawing_nobody_uploaded_and_a_section_nobody_knows() -> None:
    desk = Desk().draft()
    lost = {"section": "drawings", "text": "", "attachments": ["b" * 64]}
    assert desk.refused("li", "write_section", lost) == ["photo_unknown"]
    assert desk.refused("li", "write_section", {"section": "poem", "text": "x"}) == ["scheme_section_unknown"]


def test_what_the_contract_asks_for_now_counts_at_approval() -> None:
    desk = Desk().submitted()
    stricter = {**{f: getattr(book(), f) for f in book().__dataclass_fields__}, "least": 500}
    codes = desk.refused("he", "approve_scheme", {"version": 1}, book=type(book())(**stricter))
    assert codes == ["scheme_section_missing"]
