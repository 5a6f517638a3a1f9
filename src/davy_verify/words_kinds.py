"""What the kinds of records are called: Chinese, English."""

from __future__ import annotations

__all__ = ["KINDS"]

KINDS: dict[str, tuple[str, str]] = {
    "account": ("账号", "account"),
    "alarm": ("报警", "alarm"),
    "area": ("区域", "area"),
    "device": ("终端", "terminal"),
    "emergency": ("应急", "emergency"),
    "erasure": ("个人信息删除", "erasure"),
    "exam": ("考试", "examination"),
    "hold": ("保全", "hold"),
    "instrument": ("检测仪", "instrument"),
    "isolation": ("隔离", "isolation"),
    "outage": ("停机", "outage"),
    "permit": ("作业票", "permit"),
    "readings": ("读数封存", "seals of readings of"),
    "removal": ("到期清除", "removal"),
    "retention": ("保存规则", "rules of keeping"),
    "scheme": ("作业方案", "work plan"),
}
"""A kind that is not here is told by its own name."""
