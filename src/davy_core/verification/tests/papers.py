"""钱焊工's certificate as the ledger has it, and what an honest source answers about it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from davy_core.verification.answer import Answer, Claim, Record

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
NUMBER = "T320101199003071234"

CLAIM = Claim(
    number=NUMBER,
    kind="special_operation",
    item="低压电工作业",
    name="钱焊工",
    holder_name="钱焊工",
    valid_from=date(2023, 3, 1),
    valid_to=date(2029, 2, 28),
    review_due=date(2027, 3, 1),
)
RECORD = Record(
    item="低压电工作业",
    category="电工作业",
    valid_from=date(2023, 3, 1),
    valid_to=date(2029, 2, 28),
    review_due=date(2027, 3, 1),
    status="valid",
)
ANSWER = Answer(found=True, number=NUMBER, name="钱焊工", records=(RECORD,))


def answer(record: dict[str, Any] | None = None, **over: Any) -> Answer:
    """The honest answer with something else in its record or around it."""
    return replace(ANSWER, records=(replace(RECORD, **(record or {})),), **over)
