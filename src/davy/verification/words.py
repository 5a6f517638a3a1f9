"""What a verdict says, in the words of those it stops."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from davy_core.verification.state import Standing

__all__ = ["FIELDS", "reason"]

FIELDS: Mapping[str, str] = {
    "name": "姓名",
    "holder_name": "证上姓名",
    "photo": "照片",
    "item": "操作项目",
    "valid_from": "有效期起",
    "valid_to": "有效期止",
    "review_due": "应复审日期",
    "status": "状态",
}
_VERDICTS = {"not_found": "查无此证", "revoked": "证已吊销或注销"}
_SHOWN = 4


def reason(row: Mapping[str, Any] | None, standing: Standing | None, said: str) -> str:
    """Why somebody is frozen: his name, the item and the last digits of the number, and what differs."""
    if row is None or standing is None:
        return f"人员已冻结：{said}" if said else "人员已冻结"
    found = _VERDICTS.get(standing.verdict) or "不符：" + "、".join(
        FIELDS.get(f, f) for f in standing.differs
    )
    tail = str(row["number"])[-_SHOWN:]
    return f"{row['name']} 的证件「{row['item']}」（尾号 {tail}）与查询结果不符，人员已冻结。{found}"[:500]
