"""Each way of forging a certificate is seen where a source can show it; what no source shows is no yes."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from davy_core.verification.answer import Answer, Claim, Record
from davy_core.verification.tests.papers import ANSWER, CLAIM, NOW, RECORD, TODAY, answer
from davy_core.verification.verdict import Verdict, freezes, judge


def _judged(found: Answer | None, source: str = "official", **over: Any) -> Verdict:
    return judge(replace(CLAIM, **over), found, source=source, now=NOW, today=TODAY)


def test_a_sound_paper_is_confirmed() -> None:
    assert _judged(ANSWER) == Verdict("confirmed")


@pytest.mark.parametrize(
    ("forged", "where"),
    [
        ({"name": "孙某", "holder_name": "孙某"}, ("name", "holder_name")),  # the number of another person
        ({"valid_to": date(2031, 2, 28)}, ("valid_to",)),  # an altered date
        ({"review_due": date(2029, 2, 28)}, ("review_due",)),
        ({"valid_from": date(2022, 3, 1)}, ("valid_from",)),
        ({"item": "高压电工作业"}, ("item",)),  # the wrong item
    ],
)
def test_what_a_paper_says_too_much_is_named(forged: dict[str, Any], where: tuple[str, ...]) -> None:
    found = _judged(ANSWER, **forged)
    assert (found.kind, found.differs) == ("differs", where)
    assert freezes(found, "official")


def test_another_face_is_seen_only_where_somebody_compared_it() -> None:
    assert _judged(answer(photo="other")).differs == ("photo",)
    assert _judged(answer(photo="")).kind == "confirmed"


def test_a_number_nobody_has_and_a_revoked_paper_freeze() -> None:
    none = Answer(found=False, number=CLAIM.number)
    assert _judged(none).kind == "not_found"
    assert _judged(answer({"status": "revoked"})).kind == "revoked"
    assert freezes(Verdict("not_found"), "connector")


def test_an_ended_paper_that_claims_to_run_differs() -> None:
    assert _judged(answer({"status": "expired"})).differs == ("status",)
    ended = date(2026, 1, 1)
    assert _judged(answer({"status": "expired", "valid_to": ended}), valid_to=ended).kind == "confirmed"


@pytest.mark.parametrize(
    ("found", "lacks"),
    [
        (None, "answer"),
        (Answer(found=None, number=CLAIM.number), "answer"),
        (Answer(found=False), "number"),  # a no about nothing in particular
        (Answer(found=False, number="T320101199003070000"), "number"),
        (answer(number="T320101199003070000"), "number"),
        (answer(name=""), "name"),
        (answer(name="钱**"), "name"),
        (answer({"valid_to": None}), "valid_to"),
        (answer({"status": "在办"}), "status"),
        (replace(ANSWER, records=()), "item"),
        (answer(as_of=NOW - timedelta(days=8)), "fresh"),
    ],
)
def test_half_an_answer_confirms_nothing_and_freezes_nobody(found: Answer | None, lacks: str) -> None:
    verdict = _judged(found, "connector")
    assert (verdict.kind, verdict.lacks) == ("unknown", (lacks,))
    assert not freezes(verdict, "connector")


def test_a_ledger_that_says_too_little_is_not_confirmed() -> None:
    assert _judged(ANSWER, holder_name="").lacks == ("own_holder_name",)
    assert _judged(ANSWER, valid_to=None).lacks == ("own_valid_to",)
    assert _judged(ANSWER, review_due=None).lacks == ("own_review_due",)


def test_a_paper_renewed_at_the_issuer_is_confirmed_and_told() -> None:
    renewed = answer({"valid_to": date(2035, 2, 28), "review_due": date(2030, 3, 1)})
    assert _judged(renewed) == Verdict("confirmed", newer=("valid_to", "review_due"))


def test_a_code_on_the_paper_proves_nothing_and_freezes_nobody() -> None:
    assert _judged(ANSWER, "qr") == Verdict("unknown", lacks=("proof",))
    doubted = _judged(answer(name="孙某"), "qr")
    assert doubted.kind == "differs"
    assert not freezes(doubted, "qr")


def test_what_people_write_now_and_then_is_no_difference() -> None:
    spelt = Answer(
        found=True,
        number=CLAIM.number.lower()[1:],
        name="钱 焊·工",
        records=(replace(RECORD, item="低压电工"),),
    )
    assert _judged(spelt).kind == "confirmed"
    both = (Record(item="高压电工作业", valid_to=date(2025, 1, 1), status="revoked"), RECORD)
    assert _judged(replace(ANSWER, records=both)).kind == "confirmed"


def test_losing_any_part_of_an_answer_never_makes_a_yes() -> None:
    parts = ({"number": ""}, {"name": ""}, {"records": ()}, {"found": None})
    whole = [answer({"valid_to": date(2028, 1, 1)}), ANSWER, answer(name="孙某")]
    for one in whole:
        for lost in parts:
            before, after = _judged(one), _judged(replace(one, **lost))
            assert after.kind != "confirmed", (before, lost)


def test_the_category_on_an_old_paper_stands_for_its_items() -> None:
    old: Claim = replace(CLAIM, item="电工作业")
    assert judge(old, ANSWER, source="official", now=NOW, today=TODAY).kind == "confirmed"
