"""The page of a copy that people read: Chinese, without scripts, complete in one file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from typing import Any
from zoneinfo import ZoneInfo

from davy.keeping.copying.tables import MOST as MOST_ROWS
from davy.keeping.copying.tables import Judged, codes, judged

__all__ = ["MOST", "Told", "page"]

MOST = 300
"""Records that stand on the page, the newest; all are in records.jsonl."""

_HASH = re.compile("[0-9a-f]{64}")
LOCAL = ZoneInfo("Asia/Shanghai")
_HOW = {"did": "本人操作", "about": "记录本人", "named": "提到本人"}
_HEAD = (
    '<p class="quiet">这里有本系统保存的关于您的信息。其他人的姓名只在签名、批准处出现，'
    "文字里的写作「他人」。现场作业照片可能拍到别人，不在其中，要看请找安全管理人员。"
    "文件请妥善保管，不要转发。</p>"
)
_STYLE = """
body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#14181f;
max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem;border-bottom:1px solid #d5dae1}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border:1px solid #d5dae1;padding:.25rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f5f7;white-space:nowrap;font-weight:600}.quiet{color:#4a5361}
"""


@dataclass(frozen=True)
class Told:
    """What stands on it."""

    company: str
    name: str
    at: datetime
    data: Mapping[str, Sequence[Mapping[str, Any]]]
    records: int
    shown: Sequence[Mapping[str, Any]]
    readings: int
    files: Sequence[str]


def page(told: Told) -> str:
    """The whole page."""
    parts = [
        f"<h1>{escape(told.name)}的个人信息</h1>",
        f"<p>{escape(told.company)} · {_text(told.at)} 复制（个人信息保护法第四十五条）</p>",
        _HEAD,
    ]
    found = [table for table in judged().values() if told.data.get(table.name)]
    parts += [_table(table, told.data[table.name]) for table in found]
    empty = "、".join(table.word for table in judged().values() if table.word and table not in found)
    if empty:
        parts.append(f'<p class="quiet">没有保存：{escape(empty)}。</p>')
    parts += [_records(told), _files(told)]
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>{escape(told.name)}的个人信息</title><style>{_STYLE}</style></head>'
        f"<body>{''.join(parts)}</body></html>\n"
    )


def _table(table: Judged, rows: Sequence[Mapping[str, Any]]) -> str:
    """One row as a list of words and values, several as a table."""
    columns = [one for one in table.told if any(row[one.name] not in (None, "", []) for row in rows)]
    if len(rows) == 1:
        lines = "".join(
            f"<tr><th>{escape(one.word)}</th><td>{_text(rows[0][one.name])}</td></tr>" for one in columns
        )
    else:
        lines = f"<tr>{''.join(f'<th>{escape(one.word)}</th>' for one in columns)}</tr>"
        lines += "".join(
            f"<tr>{''.join(f'<td>{_text(row[one.name])}</td>' for one in columns)}</tr>" for row in rows
        )
    most = f'<p class="quiet">只列出 {MOST_ROWS} 条。</p>' if len(rows) == MOST_ROWS else ""
    return f"<h2>{escape(table.word)}</h2><table>{lines}</table>{most}"


def _records(told: Told) -> str:
    lines = "".join(
        f"<tr><td>{_text(one['at'])}</td><td>{escape(_HOW[one['how']])}</td>"
        f"<td>{escape(str(one['number'] or one['record']))}</td><td>{escape(str(one['what']))}</td>"
        f"<td>{_words(one.get('words') or {})}</td></tr>"
        for one in reversed(told.shown)
    )
    head = "<tr><th>时间</th><th>关系</th><th>票号或记录</th><th>事项</th><th>写下的文字</th></tr>"
    listed = f"<table>{head}{lines}</table>" if lines else ""
    return (
        f"<h2>作业记录</h2><p>共 {told.records} 条，全部在 records.jsonl；"
        f"这里是最近 {len(told.shown)} 条。</p>{listed}"
        f"<p>佩戴设备期间的测量和位置：{told.readings} 条，在 positions.jsonl。</p>"
    )


def _words(words: Mapping[str, str]) -> str:
    """What was written, and that there is handwriting."""
    return "<br>".join(
        "（手写或数据）" if text.startswith(("{", "[")) else escape(text) for text in words.values()
    )


def _files(told: Told) -> str:
    listed = "".join(
        f'<li><a href="{escape(name)}">{escape(name.removeprefix("files/"))}</a></li>' for name in told.files
    )
    return f"<h2>照片、录音和扫描件</h2>{f'<ul>{listed}</ul>' if listed else '<p>没有。</p>'}"


def _text(value: Any) -> str:
    if isinstance(value, str) and _HASH.fullmatch(value):
        return f"见文件 {value[:12]}…"
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime):
        return f"{value.astimezone(LOCAL):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "<br>".join(
            f"{escape(str(_FIELD.get(name, name)))}：{_text(one)}" for name, one in value.items()
        )
    if isinstance(value, list | tuple):
        return "、".join(_text(one) for one in value)
    return "" if value is None else escape(codes().get(str(value), str(value)))


_FIELD = {
    "id_number": "身份证号",
    "blood_group": "血型",
    "contacts": "紧急联系人",
    "name": "姓名",
    "relation": "关系",
    "phone": "电话",
    "text": "内容",
}
