"""What each row of a file means for the ledger: new, the same, a change, a double, or wrong, and why. Pure
but for the key of identity numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from davy.people import catalogues
from davy.people.importing.cells import BadCellError, read
from davy.people.importing.columns import column, columns, finding
from davy.people.importing.known import Known, Now, told
from davy.people.importing.reading import Table
from davy_core.papers.catalogue import Paper, canonical, doubts, governing

__all__ = ["KINDS", "Part", "Seen", "judge", "parts"]

KINDS = ("person", "certificate", "checkup", "training")
_KEY = ("hr_code", "name", "id_number")
_ORDER = {
    "certificate": ("issued_at", "valid_from", "valid_to"),
    "checkup": ("done_on", "valid_to"),
    "training": ("done_on", "valid_to"),
}


@dataclass
class Part:
    """What one row says for one register. `owner` is the staff code of whom it is about; `was` what the
    ledger has where it says something else."""

    n: int
    sheet: str
    row: int
    kind: str
    values: dict[str, str]
    owner: str = ""
    verdict: str = ""
    findings: list[dict[str, str]] = field(default_factory=list)
    was: dict[str, str] = field(default_factory=dict)
    scans: dict[str, str] = field(default_factory=dict)  # column → SHA-256 of the file it names

    def find(self, code: str, at: str, **more: str) -> None:
        """Note something about a column."""
        self.findings.append({"code": code, "at": at, **more})

    @property
    def wrong(self) -> bool:
        """Whether something keeps it out."""
        return any(finding(one["code"])["weight"] == "wrong" for one in self.findings)


@dataclass
class Seen:
    """What came before in the same file: rows by what names them, and people that are new in it."""

    rows: dict[tuple[str, ...], int] = field(default_factory=dict)
    newcomers: dict[str, str] = field(default_factory=dict)  # staff code → name
    by_index: dict[str, str] = field(default_factory=dict)


def parts(tables: Iterable[Table], mapping: Mapping[str, Mapping[str, str]]) -> Iterator[Part]:
    """Every row for every register that its sheet has columns for."""
    n = 0
    for table in tables:
        meant = {int(at): name for at, name in mapping.get(table.name, {}).items() if name in columns()}
        kinds = _kinds(set(meant.values()))
        for number, cells in table.rows:
            said, bad = _said(cells, meant)
            for kind in kinds:
                mine = {
                    name: text for name, text in said.items() if column(name).group == kind or name in _KEY
                }
                if (
                    kind != "person"
                    and not any(mine.get(c) for c in mine if c not in _KEY)
                    and not _is(kind, bad)
                ):
                    continue
                n += 1
                part = Part(n, table.name, number, kind, mine)
                for at, code in bad.items():
                    if column(at).group == kind or at in _KEY:
                        part.find(code, at)
                yield part


def judge(part: Part, known: Known, seen: Seen, index: Mapping[str, str], today: date) -> None:
    """Fill in owner, verdict, findings and what the ledger has. `index`: identity number → keyed hash."""
    _missing(part)
    now = _owner(part, known, seen, index)
    if part.kind == "person":
        _person(part, known)
        same = now
    else:
        same = _paper(part, known, today)
    if part.wrong:
        part.verdict = "wrong"
        return
    key = ("person", part.owner) if part.kind == "person" else told(part.kind, part.owner, part.values)
    before = seen.rows.setdefault(key, part.row)
    if before != part.row:
        part.find("double", _first(part), row=str(before))
    _differ(part, same)
    if same is None:
        part.verdict = "new"
        if part.kind == "person":
            seen.newcomers[part.owner] = part.values.get("name", "")
            seen.by_index[index.get(part.values.get("id_number", ""), "")] = part.owner
    else:
        part.verdict = "change" if part.was else "same"
    if before != part.row:
        part.verdict = "double"


def _kinds(meant: set[str]) -> list[str]:
    """Registers that the columns speak of; people only where more stands there than who is meant."""
    found = [kind for kind in KINDS[1:] if any(column(name).group == kind for name in meant)]
    person = {name for name in meant if column(name).group == "person"}
    return ["person", *found] if person - {"hr_code", "name"} or not found else found


def _said(cells: Iterable[object], meant: Mapping[int, str]) -> tuple[dict[str, str], dict[str, str]]:
    said: dict[str, str] = {}
    bad: dict[str, str] = {}
    for at, cell in enumerate(cells):
        if at not in meant:
            continue
        try:
            text = read(column(meant[at]), cell)
        except BadCellError as error:
            bad[meant[at]] = error.code
            continue
        if text:
            said[meant[at]] = text
    return said, bad


def _is(kind: str, bad: Mapping[str, str]) -> bool:
    return any(column(at).group == kind for at in bad)


def _missing(part: Part) -> None:
    noted = {one["at"] for one in part.findings}
    for one in columns().values():
        if one.group == part.kind and one.must and one.id not in part.values and one.id not in noted:
            part.find("missing", one.id)
    if (
        not part.values.get("hr_code")
        and not part.values.get("id_number")
        and not noted & {"hr_code", "id_number"}
    ):
        part.find("no_key", "hr_code")


def _owner(part: Part, known: Known, seen: Seen, index: Mapping[str, str]) -> Now | None:
    """Whose row it is: by staff code, else by identity number; both must mean the same person."""
    code, mark = part.values.get("hr_code", ""), index.get(part.values.get("id_number", ""), "")
    by_mark = (known.by_index.get(mark) or seen.by_index.get(mark, "")) if mark else ""
    if code and by_mark and by_mark != code:
        part.find("two_people", "id_number", other=by_mark)
    part.owner = code or by_mark or (f"R{mark[1:9].upper()}" if mark and part.kind == "person" else "")
    now = known.people.get(part.owner)
    if part.owner and now is None and part.kind != "person" and part.owner not in seen.newcomers:
        part.find("nobody", "hr_code" if code else "id_number")
    elif not part.owner and mark and part.kind != "person":
        part.find("nobody", "id_number")
    name = now.values["name"] if now else seen.newcomers.get(part.owner, "")
    if part.values.get("name") and name and part.values["name"] != name:
        part.find("other_name", "name", was=name)
    return now


def _person(part: Part, known: Known) -> None:
    part.values["hr_code"] = part.owner
    for at, names, ids in (("firm", known.firm_names, known.firms), ("unit", known.unit_names, known.units)):
        text = part.values.get(at)
        if text and text not in ids:
            part.find(at, at)
        elif text:
            part.values[at] = names[ids[text]]


def _paper(part: Part, known: Known, today: date) -> Now | None:
    """The same paper in the ledger, and what is wrong or doubtful about this one."""
    days = [part.values.get(f"{part.kind}.{name}", "") for name in _ORDER[part.kind]]
    filled = [day for day in days if day]
    if filled != sorted(filled):
        part.find("day_order", f"{part.kind}.valid_to")
    done = part.values.get(f"{part.kind}.done_on") or part.values.get(f"{part.kind}.issued_at", "")
    if done > today.isoformat():
        part.find("day_future", f"{part.kind}.{'done_on' if part.kind != 'certificate' else 'issued_at'}")
    if part.kind == "certificate":
        _doubted(part, known, today)
    if part.wrong:
        return None
    same = known.papers.get(told(part.kind, part.owner, part.values))
    if same is not None and same.owner != part.owner:
        part.find("held_by_other", "certificate.number", other=same.owner)
    return same


def _doubted(part: Part, known: Known, today: date) -> None:
    """Write the item as the catalogue does, and note what it doubts."""
    said = {
        column(name).field: text for name, text in part.values.items() if column(name).group == "certificate"
    }
    days = {name: _day(said.get(name)) for name in ("issued_at", "valid_from", "valid_to", "review_due")}
    pack = governing(
        catalogues.catalogues(), said.get("kind", ""), days["issued_at"] or days["valid_from"], today
    )
    if pack is None or not said.get("item"):
        return
    listed = canonical(pack, said["item"])
    if listed is not None:
        part.values["certificate.item"] = said["item"] = listed[1]
    if not said.get("holder_name"):
        part.find("holder_missing", "certificate.holder_name")
    now = known.people.get(part.owner)
    identity = part.values.get("id_number") or (now.values.get("id_number") if now else "") or None
    begins = days["issued_at"]
    if begins and days["review_due"] and days["review_due"] < begins:
        part.find("day_order", "certificate.review_due")
    paper = Paper(said["kind"], said.get("number", ""), said["item"], **days, identity=identity)
    where = {"item_unlisted": "item", "number_not_holder": "number", "validity_too_long": "valid_to"}
    for code in doubts(pack, paper):
        # A plant's own papers have the words of the plant, and a review that nobody wrote down is none
        # here.
        if code != "review_missing" and not (code == "item_unlisted" and pack.id == "certificates/plant"):
            part.find(code, f"certificate.{where.get(code, 'review_due')}")


def _differ(part: Part, now: Now | None) -> None:
    """What the ledger has in the place of what the row tells. A cell without anything leaves what there
    is."""
    if now is None:
        return
    for name, text in part.values.items():
        if column(name).group != part.kind and not (part.kind == "person" and name in _KEY):
            continue
        if column(name).kind == "file":
            if part.scans.get(name, "") not in {"", now.values.get(name, "")}:
                part.was[name] = now.values.get(name, "")
        elif text != now.values.get(name, ""):
            part.was[name] = now.values.get(name, "")


def _first(part: Part) -> str:
    return "hr_code" if part.kind == "person" else next(c for c in columns() if column(c).group == part.kind)


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
