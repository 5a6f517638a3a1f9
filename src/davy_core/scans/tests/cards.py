"""Letters of a card as an engine hands them over."""

from __future__ import annotations

from importlib import resources

import yaml

from davy_core.papers import catalogue
from davy_core.papers.catalogue import Catalogue
from davy_core.scans.documents import Documents, load
from davy_core.scans.pieces import Line, Piece, lines

__all__ = ["CARD", "ITEMS", "known", "periods", "read"]

ITEMS = ("熔化焊接与热切割作业", "压力焊作业", "低压电工作业", "高压电工作业")
CARD = """\
中华人民共和国特种作业操作证
姓名 李秀英|性别 女
证号 T11010519491231002X
作业类别 焊接与热切割作业
准操项目 熔化焊接与热切割作业
初领日期 2024-03-01
有效期限 2024-03-01至2030-02-28
应复审日期 2027-02-28
签发机关 江苏省应急管理厅"""


def known() -> Documents:
    """The documents of the law's data."""
    file = resources.files("davy_law").joinpath("scans", "documents.yaml")
    return load(yaml.safe_load(file.read_text(encoding="utf-8")))


def periods() -> tuple[Catalogue, ...]:
    """The catalogues of certificates of the law's data."""
    folder = resources.files("davy_law").joinpath("rulepacks", "certificates")
    return catalogue.read(
        yaml.safe_load(one.read_text(encoding="utf-8"))
        for one in folder.iterdir()
        if one.name.endswith(".yaml")
    )


def read(text: str, sure: float = 0.99) -> tuple[Line, ...]:
    """A line a row of 40 pixels, pieces parted by a bar, 20 pixels a letter."""
    pieces = []
    for row, line in enumerate(text.splitlines()):
        left = 100.0
        for part in line.split("|"):
            right = left + 20 * len(part)
            pieces.append(Piece(part, (left, 40.0 * row, right, 40.0 * row + 30), sure))
            left = right + 60
    return lines(pieces)
