"""Whoever scans a printed sheet is told plainly whether the paper in his hand still counts, and why not."""

import pytest

from davy.building import journeys
from davy.building.hands import Hands
from davy.building.plant import small_plant
from davy.db import rows, tenant
from tests.plant import Browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def hands() -> Hands:
    made = Hands(small_plant())
    journeys.draft_hot(made)
    journeys.get_to_work(made)
    return made


def _page(hands: Hands, sheet: str) -> str:
    with tenant.company(hands.plant.company):
        row = rows.one("SELECT token FROM permits_permit WHERE id = %s", [hands.permit])
    assert row is not None
    answer = Browser("testserver").get(f"/c/{row['token']}?s={sheet}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def _print(hands: Hands, who: str = "qian") -> None:
    hands.must(who, "print_sheet", {"purpose": "form"})


def test_the_sheet_just_printed_is_the_present_one(hands: Hands) -> None:
    _print(hands)
    page = _page(hands, "1")
    assert "这张纸是现行的" in page
    assert "第 1 张" in page
    assert "作废" not in page


def test_a_paused_permit_leaves_a_void_paper_and_says_why(hands: Hands) -> None:
    _print(hands)
    hands.must("li", "pause", {"cause": "break"})
    page = _page(hands, "1")
    for said in ("这张纸已作废，不得凭它作业", "票已暂停", "This sheet is void", "不可作业"):
        assert said in page, said


def test_a_later_gas_round_makes_it_old_and_names_the_gas(hands: Hands) -> None:
    _print(hands)
    journeys.gas_round(hands)
    page = _page(hands, "1")
    assert "这张纸已经旧了" in page
    assert "打印以后又测过气体" in page


def test_a_reprint_calls_the_former_sheet_in(hands: Hands) -> None:
    _print(hands)
    _print(hands, "feng")
    assert "已被第 2 张代替" in _page(hands, "1")
    assert "这张纸是现行的" in _page(hands, "2")


@pytest.mark.parametrize("number", ["3", "99999", "-1", "1x", "²"])
def test_a_number_nobody_printed_is_no_paper(hands: Hands, number: str) -> None:
    _print(hands)
    assert "没有打印过这一号" in _page(hands, number)


def test_a_copy_for_reading_is_told_to_be_one(hands: Hands) -> None:
    assert "这是查看件，没有登记" in _page(hands, "0")


def test_the_sheet_of_another_permit_says_nothing_here(hands: Hands) -> None:
    _print(hands)
    other = Hands(hands.plant)
    journeys.draft_hot(other)
    assert "没有打印过这一号" in _page(other, "1")


def test_the_page_names_nobody_who_printed(hands: Hands) -> None:
    _print(hands)
    assert "钱焊工" not in _page(hands, "1")
