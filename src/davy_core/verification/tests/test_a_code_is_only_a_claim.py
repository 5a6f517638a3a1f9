"""Whatever a code says, it only tells which certificate to look for; nobody is confirmed by it."""

from datetime import date

import pytest

from davy_core.verification.codes import Code, answer_of, read_code
from davy_core.verification.looking import Card, looked
from davy_core.verification.tests.papers import CLAIM, NOW, NUMBER, TODAY
from davy_core.verification.verdict import judge


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"https://cx.example/v?certNum={NUMBER}", "link"),
        (f"姓名：钱焊工；证号：{NUMBER}；操作项目：低压电工作业；有效期至：2029年2月28日", "claim"),
        (f'{{"certNum": "{NUMBER}", "name": "钱焊工", "validEndDate": "2029-02-28"}}', "claim"),
        (NUMBER, "bare"),
    ],
)
def test_the_number_is_found_in_each_form(text: str, kind: str) -> None:
    found = read_code(text)
    assert (found.kind, found.number) == (kind, NUMBER)


@pytest.mark.parametrize("text", ["", "你好", "[1,2]", "{", "http://", "x" * 3000, "姓名：钱焊工"])
def test_what_names_no_certificate_is_nothing(text: str) -> None:
    assert read_code(text).kind == "nothing"


def test_an_address_is_kept_for_a_person_to_open() -> None:
    found = read_code("https://somewhere.example/abc")
    assert (found.kind, found.number, found.link) == ("link", "", "https://somewhere.example/abc")


def test_a_code_that_agrees_confirms_nothing() -> None:
    text = f"姓名：钱焊工；证号：{NUMBER}；操作项目：低压电工作业；有效期至：2029-02-28"
    verdict = judge(CLAIM, answer_of(read_code(text)), source="qr", now=NOW, today=TODAY)
    assert (verdict.kind, verdict.lacks) == ("unknown", ("proof",))


def test_a_code_of_another_name_or_a_longer_date_differs() -> None:
    other = Code("claim", NUMBER, "孙某", CLAIM.item, date(2027, 1, 1))
    verdict = judge(CLAIM, answer_of(other), source="qr", now=NOW, today=TODAY)
    assert verdict.kind == "differs"
    longer = Code("claim", NUMBER, CLAIM.name, CLAIM.item, date(2035, 1, 1))
    assert judge(CLAIM, answer_of(longer), source="qr", now=NOW, today=TODAY).differs == ("valid_to",)
    assert set(verdict.differs) == {"name", "holder_name", "valid_to"}


@pytest.mark.parametrize(
    ("status", "cards", "differs", "word"),
    [
        (None, [], False, "unknown"),
        ("frozen", [Card("confirmed", "valid")], False, "frozen"),
        ("left", [], False, "left"),
        ("banned", [Card("confirmed", "valid")], False, "banned"),
        ("active", [Card("confirmed", "valid"), Card("revoked", "valid")], False, "against"),
        ("active", [Card("confirmed", "valid")], True, "doubted"),
        ("active", [Card("confirmed", "expired")], False, "ended"),
        ("active", [], False, "ended"),
        ("active", [Card("waiting", "valid"), Card("confirmed", "valid")], False, "unverified"),
        ("active", [Card("confirmed", "valid"), Card("none", "valid")], False, "good"),
    ],
)
def test_the_gravest_word_counts(status: str | None, cards: list[Card], differs: bool, word: str) -> None:
    assert looked(status, cards, code_differs=differs).word == word
