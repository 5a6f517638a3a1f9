"""Bombs, paths that lead elsewhere, macros, a million rows, files that only look like one: a clear no, and
nothing kept."""

import io
import zipfile
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest

from davy.people.importing import reading, scans
from davy.people.importing.tests.workbooks import (
    PAPERS,
    PEOPLE,
    carry_on,
    csv,
    identity,
    picture,
    rows,
    send,
    workbook,
    zipped,
)  # fmt: skip
from tests.plant import Browser, Plant, said

SOUND = workbook(人员=[["工号", "姓名"], ["H0100", "陈电"]])


@pytest.fixture(autouse=True)
def own_place(settings: Any, tmp_path: Path) -> None:
    """A data directory of this test."""
    settings.DATA = tmp_path


@pytest.fixture
def qian(plant: Plant) -> Browser:
    """钱敏, who keeps the registers."""
    return plant.browser("qian")


def with_part(name: str, content: bytes) -> bytes:
    out = io.BytesIO(SOUND)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def far_cell() -> bytes:
    """A workbook one cell of which stands in the last row and column."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND)) as read, zipfile.ZipFile(out, "w") as made:
        for info in read.infolist():
            content = read.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                cell = b'<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>'
                far = b'<row r="1048576">' + cell + b"</row></sheetData>"
                content = content.replace(b"</sheetData>", far)
            made.writestr(info, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (b"", "import_empty"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "import_old_form"),
        (b"PK\x03\x04 no zip", "import_unreadable"),
        (SOUND[: len(SOUND) // 2], "import_unreadable"),
        (zipped({"a.txt": b"x"}), "import_unreadable"),
        (with_part("xl/vbaProject.bin", b"x"), "import_macros"),
        (with_part("xl/media/a.bin", b"\0" * (301 << 20)), "import_bomb"),
        (with_part("xl/x.xml", b'<!DOCTYPE a [<!ENTITY b "c">]>'), "import_unreadable"),
        (workbook(人员=[["工号", "姓名"]]), "import_empty"),
        (b"\xff\xff\xff\xff,\x81", "import_encoding"),
        (picture(), "import_encoding"),
        (csv(*([["工号", "姓名"]] + [["H", "A"]] * 20001)), "import_too_long"),
        (far_cell(), "import_too_long"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_taken_says_why(sheet: bytes, code: str, plant: Plant, qian: Browser) -> None:
    made = said(qian.send("POST", "/api/v1/people/imports", {"name": "x"}))
    path = f"/api/v1/people/imports/{made['id']}"
    qian.generic("PUT", f"{path}/sheet", sheet)
    qian.send("POST", f"{path}/check", {})
    found = carry_on(qian, plant.company.id, made["id"])
    assert (found["state"], found["problem"]["code"]) == ("failed", code)


def test_a_scan_never_lands_where_the_zip_says(plant: Plant, qian: Browser, tmp_path: Path) -> None:
    head = ["工号", "姓名", "照片"]
    files = {"../../../evil.jpg": picture(), "/etc/evil2.jpg": picture(3)}
    one = send(qian, workbook(人员=[head, ["H0100", "陈电", "evil.jpg"]]), zipped(files))
    carry_on(qian, plant.company.id, one)
    found = carry_on(qian, plant.company.id, one, "apply")
    assert found["entered"] == 1
    assert not list(tmp_path.rglob("evil*"))
    assert not list(tmp_path.parent.glob("evil*"))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.jpg", b"no picture", "scan_bad"),
        ("a.jpg", b"\xff\xd8" + b"\0" * (16 << 20), "scan_large"),
        ("b.jpg", picture(), "scan_missing"),
    ],
)
def test_a_scan_that_cannot_be_taken_is_told_at_the_check(
    plant: Plant, qian: Browser, name: str, content: bytes, code: str
) -> None:
    sheet = workbook(人员=[["工号", "姓名", "照片"], ["H0100", "陈电", "a.jpg"]])
    one = send(qian, sheet, zipped({name: content}))
    assert carry_on(qian, plant.company.id, one)["counts"] == {"wrong": 1}
    [row] = rows(qian, one)
    assert [(f["code"], f["at"]) for f in row["findings"]] == [(code, "photo")]
    assert row["findings"][0]["mend_zh"]


def test_names_that_chinese_windows_wrote_are_found(tmp_path: Path) -> None:
    name, path = "焊工证.jpg", tmp_path / "s.zip"
    plain = zipped({"abcdef.jpg": picture()})
    path.write_bytes(plain.replace(b"abcdef.jpg", name.encode("gb18030")))
    with zipfile.ZipFile(path) as archive:
        assert scans.Scans(archive).names == [name]


def test_every_row_says_what_where_and_how_to_mend(plant: Plant, qian: Browser) -> None:
    people = [
        PEOPLE,
        ["H0100", "", "110105194912310021", "x", "", "没有的公司"],
        ["", "张三", "", "", "", ""],
    ]
    papers = [
        PAPERS,
        ["H9999", "李四", "特种作业操作证", "T1", "低压电工作业", "2025-01-01", "", "2024-01-01", "", "", ""],
        ["H0001", "李工", "特种作业操作证", "T2", "钓鱼作业", "2025-01-01", "", "2040-01-01", "", "李工", ""],
    ]
    one = send(qian, workbook(人员=people, 证书=papers))
    carry_on(qian, plant.company.id, one)
    found = {(r["sheet"], r["row"]): {(f["code"], f["at"]) for f in r["findings"]} for r in rows(qian, one)}
    assert found["人员", 2] == {
        ("missing", "name"), ("identity", "id_number"), ("phone", "phone"), ("firm", "firm"),
    }  # fmt: skip
    assert found["人员", 3] == {("no_key", "hr_code")}
    assert {("nobody", "hr_code"), ("day_order", "certificate.valid_to")} <= found["证书", 2]
    assert found["证书", 3] == {
        ("item_unlisted", "certificate.item"), ("validity_too_long", "certificate.valid_to"),
    }  # fmt: skip
    report = qian.get(f"/api/v1/people/imports/{one}/report")
    [table] = read(report.content)
    assert table.headings[:5] == ["表", "行", "结果", "问题", "怎么改"]
    assert len(table.rows) == 4


def read(content: bytes) -> list[reading.Table]:
    """The tables of a file that was answered."""
    with NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return reading.tables(Path(file.name))


def test_two_people_under_one_row_and_a_number_of_another_are_refused(plant: Plant, qian: Browser) -> None:
    first = send(qian, workbook(人员=[PEOPLE, ["H0100", "陈电", identity(1), "", "", ""]]))
    carry_on(qian, plant.company.id, first)
    carry_on(qian, plant.company.id, first, "apply")
    paper = ["H0100", "陈电", "特种作业操作证", "T9", "低压电工作业", "", "", "2030-01-01", "", "陈电", ""]
    second = send(qian, workbook(证书=[PAPERS, paper]))
    carry_on(qian, plant.company.id, second)
    carry_on(qian, plant.company.id, second, "apply")
    forged = workbook(
        人员=[PEOPLE, ["H0001", "李工", identity(1), "", "", ""]],
        证书=[PAPERS, ["H0002", "王班", *paper[2:]]],
    )
    third = send(qian, forged)
    assert carry_on(qian, plant.company.id, third)["counts"] == {"wrong": 2}
    codes = {f["code"] for row in rows(qian, third) for f in row["findings"]}
    assert {"two_people", "held_by_other"} <= codes
