"""What cannot be right, or cannot be known, is marked: nothing is mended in silence."""

from datetime import date

import pytest

from davy_core.scans.propose import DOUBTS, Holder, propose
from davy_core.scans.tests.cards import CARD, ITEMS, known, periods, read

TODAY = date(2026, 11, 23)


def _doubts(text: str, kind: str = "special_operation", **extra: object) -> dict[str, tuple[str, ...]]:
    documents = known()
    sure = float(str(extra.pop("sure", 0.99)))
    holder = extra.pop("holder", None)
    assert holder is None or isinstance(holder, Holder)
    found = propose(
        documents,
        documents.by_code[kind],
        read(text, sure),
        items=ITEMS,
        catalogues=periods(),
        today=TODAY,
        holder=holder,
    )
    return {one.name: one.doubts for one in found if one.doubts}


def test_a_clean_card_has_none() -> None:
    assert _doubts(CARD, holder=Holder("李秀英", lambda number: number == "11010519491231002X")) == {}


@pytest.mark.parametrize(
    ("right", "wrong", "marks"),
    [
        ("证号 T11010519491231002X", "证号 T110105194912310021", {"number": ("check_digit",)}),
        ("姓名 李秀英", "姓名", {"holder_name": ("unread",)}),
        ("熔化焊接与热切割作业", "熔化焊接与热割作业", {"item": ("nearest",)}),
        ("熔化焊接与热切割作业", "起重机司机", {"item": ("not_in_catalogue",)}),
        (
            "至2030-02-28",
            "至2027-02-28",
            {"valid_from": ("dates_disagree",), "valid_to": ("dates_disagree",)},
        ),
        ("复审日期 2027-02-28", "复审日期 2024-02-28", {"review_due": ("dates_disagree",)}),
        ("初领日期 2024-03-01", "初领日期 2028-03-01", {"issued_at": ("in_future",)}),
    ],
)
def test_one_wrong_letter_or_day_is_marked(right: str, wrong: str, marks: dict[str, tuple[str, ...]]) -> None:
    assert _doubts(CARD.replace(right, wrong)) == marks


def test_the_wrong_person_is_marked_though_every_letter_is_sure() -> None:
    assert _doubts(CARD, holder=Holder("李秀芳", lambda _: False)) == {
        "holder_name": ("other_person",),
        "number": ("other_number",),
    }


def test_without_a_known_number_only_the_name_is_compared() -> None:
    assert _doubts(CARD, holder=Holder("李秀英")) == {}


def test_an_unsure_engine_marks_everything() -> None:
    assert {marks[-1] for marks in _doubts(CARD, sure=0.5).values()} == {"unsure"}


@pytest.mark.parametrize("told", ["血压 841/82", "血压 82/128", "心率 12", "身高 17"])
def test_a_figure_of_no_living_person_is_marked(told: str) -> None:
    text = f"姓名：李秀英\n体检日期：2026-01-15\n结论：未见异常\n{told}"
    assert set(_doubts(text, "medical").values()) == {("out_of_range",)}


def test_every_mark_is_a_known_one() -> None:
    seen = {mark for marks in _doubts(CARD.replace("李秀英", ""), sure=0.1).values() for mark in marks}
    assert seen <= set(DOUBTS)
