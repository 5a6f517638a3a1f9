"""Workbooks, tables, ZIPs and pictures for the tests, made by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from openpyxl import Workbook
from PIL import Image

from davy.db import tenant
from davy.people import tasks
from davy.people.models import Import
from davy_core.papers import resident
from tests.plant import Browser, said

__all__ = [
    "ID",
    "PAPERS",
    "PEOPLE",
    "carry_on",
    "choose",
    "csv",
    "identity",
    "picture",
    "rows",
    "send",
    "workbook",
    "zipped",
]

PEOPLE = ["工号", "姓名", "身份证号", "手机", "工种", "承包商"]
PAPERS = [
    "工号",
    "姓名",
    "证书类别",
    "证书编号",
    "操作项目",
    "发证日期",
    "有效期起",
    "有效期止",
    "应复审日期",
    "证上姓名",
    "证书扫描件",
]


def identity(n: int) -> str:
    """An identity number that nobody has, with its check digit."""
    text = f"110105{19600101 + n % 28:08d}{n % 1000:03d}"
    return text + resident.check_digit(text)


ID = identity(7)


def workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    """A workbook with these sheets, the first row of each its headings."""
    book, out = Workbook(), io.BytesIO()
    book.remove(book.worksheets[0])
    for name, lines in sheets.items():
        page = book.create_sheet(name)
        for line in lines:
            page.append(list(line))
    book.save(out)
    return out.getvalue()


def csv(*lines: Sequence[str], encoding: str = "utf-8-sig") -> bytes:
    """A table with these lines."""
    return "\r\n".join(",".join(line) for line in lines).encode(encoding)


def picture(shade: int = 0) -> bytes:
    """A small JPEG."""
    out = io.BytesIO()
    Image.new("RGB", (32, 24), (shade % 256, shade // 256 % 256, 90)).save(out, "JPEG")
    return out.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def send(browser: Browser, sheet: bytes, scans: bytes = b"", name: str = "名单.xlsx") -> str:
    """Send a file and check it; the id of its import."""
    made = said(browser.send("POST", "/api/v1/people/imports", {"name": name}))
    path = f"/api/v1/people/imports/{made['id']}"
    assert browser.generic("PUT", f"{path}/sheet", sheet).status_code == 200
    if scans:
        assert said(browser.generic("PUT", f"{path}/scans?at=0", scans)) == {"received": len(scans)}
    answer = browser.send("POST", f"{path}/check", {})
    assert answer.status_code == 200, answer.content
    return str(made["id"])


def carry_on(browser: Browser, company: UUID, one: str, step: str = "") -> dict[str, Any]:
    """Do what the job does, after pressing the step; the import then."""
    if step:
        answer = browser.send("POST", f"/api/v1/people/imports/{one}/{step}", {})
        assert answer.status_code == 200, answer.content
    tasks.carry_on(company, UUID(one))
    return dict(said(browser.get(f"/api/v1/people/imports/{one}")))


def rows(browser: Browser, one: str, asked: str = "") -> list[dict[str, Any]]:
    """The rows of the check."""
    return list(said(browser.get(f"/api/v1/people/imports/{one}/rows?size=200&{asked}"))["items"])


def choose(browser: Browser, one: str, choice: str, **which: Any) -> None:
    """Choose for some rows."""
    answer = browser.send("POST", f"/api/v1/people/imports/{one}/choices", {"choice": choice, **which})
    assert answer.status_code == 200, answer.content


def states(company: UUID) -> list[str]:
    """The states of all imports."""
    with tenant.company(company):
        return list(Import.objects.order_by("made_at").values_list("state", flat=True))
