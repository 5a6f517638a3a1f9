"""The code tables and columns of AQ 3064.2-2025 annex A."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

TICKET_TYPE: Mapping[tuple[str, str], str] = {
    ("hot", "special"): "01",
    ("hot", "first"): "02",
    ("hot", "second"): "03",
    ("power", "none"): "10",
    ("height", "first"): "21",
    ("height", "second"): "22",
    ("height", "third"): "23",
    ("height", "fourth"): "24",
    ("digging", "none"): "30",
    ("road", "none"): "40",
    ("blind", "none"): "50",
    ("lifting", "first"): "61",
    ("lifting", "second"): "62",
    ("lifting", "third"): "63",
    ("confined", "none"): "70",
}
"""Table A.2: work type and level → code."""

SPECIAL = frozenset(work for work, _ in TICKET_TYPE)
"""The special works that have a ticket; other works (maintenance, leak sealing …) have no row."""

TICKET_STATUS: Mapping[str, str] = {
    "0": "未签发",
    "1": "已签发",
    "2": "作业中",
    "3": "已验收",
    "4": "作废",
    "5": "撤销",
    "6": "暂停",
}
"""Table A.1, TICKET_STATUS. Which state of a permit is which stands in contracts/lifecycle/states.yaml."""

TICKET: Mapping[str, str] = {
    "ID": "str",
    "COMPANY_NAME": "str",
    "COMPANY_CODE": "str",
    "TICKET_TYPE": "str",
    "GAS_NAME": "str?",
    "GAS_TIME": "datetime?",
    "GAS_VALUE": "num?",
    "ISSUE_TIME": "datetime?",
    "START_TIME": "datetime",
    "END_TIME": "datetime",
    "TICKET_POSITION": "str",
    "TICKET_CONTENT": "str",
    "CHECKED_TIME": "datetime?",
    "LONGITUDE": "num?",
    "LATITUDE": "num?",
    "TICKET_STATUS": "str",
    "SUPERVISOR_NAME": "str",
    "WORKER_NAME": "str",
    "WORKER_CERTI_NAME": "str?",
    "WORKER_CERTI_NUM": "str?",
    "WORK_DEPARTMENT": "str",
    "IS_CONTRACTOR_WORK": "str",
    "TICKET_RESPONS_NAME": "str",
    "MAJOR_PERSON_MOBILE": "str",
    "IS_CHANGED": "str",
    "CHANGED_CAUSE": "str?",
    "IS_CANCELLED": "str",
    "CANCELLED_CAUSE": "str?",
    "DELETED": "str",
    "CREATE_DATE": "datetime",
    "CREATE_BY": "str",
    "UPDATE_DATE": "datetime",
    "UPDATE_BY": "str",
}
"""Table A.1, in its order: identifier → type; `?` = may be null. The table asks for ISSUE_TIME,
CHECKED_TIME and the position always, although nobody can know them before the signature, the acceptance or
a survey."""

ALARM: Mapping[str, str] = {
    "ID": "str",
    "TICKET_ID": "str?",
    "ALARM_START_TIME": "datetime",
    "ALARM_TYPE": "str?",
    "ALARM_END_TIME": "datetime?",
    "ALARM_RESULT": "str?",
    "DELETED": "str",
    "CREATE_DATE": "datetime",
    "CREATE_BY": "str",
    "UPDATE_DATE": "datetime",
    "UPDATE_BY": "str",
}
"""Table A.3, in its order. ALARM_TYPE is null where table A.4 has no code (gas out of limits, overdue
approval)."""

BEIJING = timezone(timedelta(hours=8))


def local(moment: datetime | None) -> str | None:
    """An instant as the exchange writes it, Beijing time to the second: 2026-11-21 16:00:00."""
    return None if moment is None else moment.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")


def flag(value: bool) -> str:
    """1 or 0."""
    return "1" if value else "0"
