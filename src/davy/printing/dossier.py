"""One permit's evidence for people to read: ticket, course of events, gas, photos, signatures.

Everything stands in the events of the permit; this is their picture on paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from davy.permits import timeline
from davy.permits.card import card
from davy.permits.curves import of_service
from davy.permits.facts import load
from davy.printing import live as drawing
from davy.printing import sheet
from davy.printing.curves import curves
from davy.printing.form import WAYS
from davy.printing.pictures import picture
from davy.printing.printout import Reader
from davy.printing.strokes import svg
from davy.rulebook import books
from davy_core.instants import instant

__all__ = ["MOST_PHOTOS", "dossier"]

Plain = dict[str, Any]
Row = Mapping[str, Any]
MOST_PHOTOS = 24
WORDS = ("reason", "opinion", "note", "text", "content", "remark", "answer")
LEVELS = {
    "passkey": "本人密钥对命令原文签名，外人可用 davy-verify 核验",
    "device": "本人手机对命令原文签名，外人可用 davy-verify 核验；PIN 由服务器核对，照片由人辨认",
    "kiosk": "公用终端对命令原文签名；是谁由工卡和 PIN 认定，外人无法核验",
    "password": "凭密码确认，由企业记录，外人无法核验；手写图像本身不是电子签名",
}


def dossier(reader: Reader, permit_id: UUID, *, origin: str, now: datetime, log: str) -> bytes | None:
    """The PDF, or None when there is no such permit. Inside a tenant block. `origin` is where the code leads,
    `log` the public key that proofs are held against. Raises sheet's errors."""
    found, shown = load(reader.company_id, permit_id), card(reader.company_id, permit_id, None, now)
    if found is None or shown is None:
        return None
    permit, zone = found[0], ZoneInfo(reader.timezone)
    book = (
        books.pinned(reader.company_id, permit.basis)
        if permit.basis
        else books.current(reader.company_id, permit.template)
    )
    track = timeline.of(reader.company_id, permit_id)
    photos = list(_photos(reader.company_id, track, zone))
    live = drawing.drawn(of_service(reader.company_id, permit_id, now), _points(book.template), zone)
    link = f"{origin}/c/{shown['qr']['token']}"
    values = {
        "company": reader.company,
        "title": book.template["title"]["zh"],
        "number": shown["number"],
        "level": shown["level"],
        "state": shown["state"],
        "simulated": shown["simulated"],
        "printed_at": _local(now, zone),
        "qr": sheet.qr(link),
        "link": link,
        "log": log,
        "basis": permit.basis,
        "chain": track[-1]["hash"] if track else None,
        "rows": _rows(shown, book.template, zone),
        "course": [_happened(row, zone) for row in track],
        "gas": _gas(shown, book.template, zone),
        "curves": curves(shown["gas"]["rounds"], _names(shown), zone),
        "live": live[: drawing.MOST],
        "live_left": max(0, len(live) - drawing.MOST),
        "photos": photos[:MOST_PHOTOS],
        "photos_left": max(0, len(photos) - MOST_PHOTOS),
        "signed": [_signed(row, zone, shown) for row in track if _is_signed(row)],
    }
    return sheet.compiled("dossier.typ", values, now)


def _local(at: datetime | str | None, zone: ZoneInfo, form: str = "%Y-%m-%d %H:%M") -> str | None:
    if at is None:
        return None
    moment = instant(at) if isinstance(at, str) else at
    return moment.astimezone(zone).strftime(form)


def _rows(shown: Row, template: Row, zone: ZoneInfo) -> list[list[str]]:
    crew, place = shown["crew"], shown["place"]
    point, area = place["point"].get("name"), place["area"].get("name")
    people = {duty: crew[duty]["name"] for duty in ("applicant", "responsible", "guardian") if crew[duty]}
    window = shown["window"]
    told = [
        ["地点", " · ".join(part for part in (area, point) if part)],
        ["作业内容", shown["content"]],
        ["实施时间", f"{_local(window['from'], zone)} 至 {_local(window['to'], zone)}"],
        ["申请人", people.get("applicant")],
        ["代填人", crew["filer"] and crew["filer"]["name"]],
        ["作业负责人", people.get("responsible")],
        ["监护人", people.get("guardian")],
        ["作业人员", "、".join(person["name"] or "" for person in crew["workers"])],
    ]
    for field in template["fields"]:
        value = shown["work"].get(field["id"])
        if field["kind"] != "person" and value not in (None, "", []):
            told.append([field["label"]["zh"], _value(field, value)])
    return [[label, str(value)] for label, value in told if value]


def _value(field: Row, value: object) -> str:
    named = {choice["id"]: choice["zh"] for choice in field.get("choices") or ()}
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(str(named.get(one, one)) for one in (value if isinstance(value, list) else [value]))


def _happened(row: Row, zone: ZoneInfo) -> Plain:
    said = [row["private"][word] for word in WORDS if row["private"].get(word)]
    return {
        "seq": row["seq"],
        "at": _local(row["recorded_at"], zone, "%m-%d %H:%M:%S"),
        "title": row["title"]["zh"],
        "by": row["by"]["name"] or "",
        "words": "；".join(said)[:200],
        "hash": row["hash"][:16],
    }


def _names(shown: Row) -> dict[str, str]:
    """Substances by their code, as far as the plan names them."""
    plan = shown["gas"]["plan"]
    return {d["substance"]: d["name"]["zh"] for d in (plan["demands"] if plan else ())}


def _points(template: Row) -> dict[str, str]:
    """What places of the sampling plan are called."""
    return {point["id"]: point["zh"] for point in template.get("gas", {}).get("points", ())}


def _gas(shown: Row, template: Row, zone: ZoneInfo) -> list[list[str]]:
    """Every reading of every round; a verdict is told in words."""
    points = _points(template)
    names = _names(shown)
    verdicts = {"pass": "合格", "fail": "不合格", "unknown": "无效"}
    return [
        [
            _local(r["sampled_at"], zone) or "",
            points.get(r["point"], r["point"]),
            names.get(r["substance"], r["substance"]),
            f"{r['value']} {r['unit']}",
            f"{r['limit']} {r.get('limit_unit') or ''}".strip() if r.get("limit") else "—",
            verdicts.get(r["verdict"], r["verdict"]),
            f"{r['taken']['serial']} #{r['taken']['seq']}" if r.get("taken") else "—",
            one["by"]["name"] if one["by"] else "—",
        ]
        for one in shown["gas"]["rounds"]
        for r in one["readings"]
    ]


def _photos(company_id: UUID, track: Sequence[Row], zone: ZoneInfo) -> Iterator[Plain]:
    seen: set[str] = set()
    for row in track:
        for digest, what in _named(row["data"], row["title"]["zh"]):
            drawn = picture(company_id, digest) if digest not in seen else None
            seen.add(digest)
            if drawn is not None:
                at = _local(row["recorded_at"], zone)
                told = f"第 {row['seq']} 条 {what} · {row['by']['name'] or ''} · {at}"
                yield {"svg": drawn, "told": told, "hash": digest[:16]}


def _named(data: Row, title: str) -> Iterator[tuple[str, str]]:
    """The pictures that an event names, each with what it is."""
    for digest in [data.get("photo"), *data.get("photos", ())]:
        if digest:
            yield digest, title
    for reading in data.get("readings", ()):
        if reading.get("photo"):
            yield reading["photo"], f"{title}（仪器读数）"
    face = (data.get("signed") or {}).get("face")
    if face:
        yield face, f"{title}（签名人照片）"


def _is_signed(row: Row) -> bool:
    return "signed" in row["data"] or "signature" in row["private"]


def _signed(row: Row, zone: ZoneInfo, shown: Row) -> Plain:
    told = row["data"].get("signed") or {}
    way = told.get("way", "password")
    stages = {stage["id"]: stage["title"]["zh"] for stage in shown["stages"]}
    stage = stages.get(row["data"].get("stage", ""), "")
    return {
        "seq": row["seq"],
        "what": f"{row['title']['zh']}{f'（{stage}）' if stage else ''}",
        "by": row["by"]["name"] or "",
        "at": _local(row["recorded_at"], zone),
        "way": WAYS[way],
        "level": told.get("level", 1),
        "proves": LEVELS[way],
        "ink": svg(row["private"].get("signature", "")),
        "opinion": row["private"].get("opinion"),
        "evidence": (told.get("evidence") or "")[:16],
    }
