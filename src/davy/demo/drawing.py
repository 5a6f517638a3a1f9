"""The plan of the simulated plant as an SVG of plain shapes: roads, plots, tanks, columns, rack, names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

from davy.demo import sources

__all__ = ["svg"]

GROUND, ROAD, LINE, QUIET = "#eef1ee", "#dfe3e4", "#b9c2c4", "#5d6a6e"
STEEL, STEEL_EDGE, PIPE = "#d5dee2", "#7d8f96", "#9fb0b5"
TINT: Mapping[str, tuple[str, str]] = {
    "major": ("#f3e3da", "#c98f72"),
    "fire_explosion": ("#f4ecda", "#c2a469"),
    "other": ("#e2ecf0", "#8aa9b6"),
    "fixed": ("#e4efdf", "#8bab7c"),
    "unknown": ("#ebe7ef", "#a498b4"),
}
Shape = Mapping[str, Any]
Box = tuple[float, float, float, float]


def svg() -> bytes:
    """The drawing; the same bytes every time."""
    plan = sources.places()["plan"]
    wide, high = plan["width"], plan["height"]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}">'
    )
    letters = "text{font-family:sans-serif;fill:#3d4a4e}.s{font-size:13px;fill:#5d6a6e}.n{font-size:19px}"
    style = f"<style>{letters}</style>"
    parts = [head, style, _rect((0, 0, wide, high), GROUND), *_roads(), *_buildings()]
    for area in sources.places()["areas"]:
        parts += _area(area)
    for thing in sources.places()["equipment"]:
        parts += _thing(thing)
    parts += [*_legend(), *_north(), "</svg>"]
    return "\n".join(parts).encode()


def _rect(box: Box, fill: str, more: str = "") -> str:
    x, y, wide, high = box
    return f'<rect x="{x:g}" y="{y:g}" width="{wide:g}" height="{high:g}" fill="{fill}"{more}/>'


def _text(x: float, y: float, words: str, kind: str = "s", anchor: str = "middle") -> str:
    return f'<text class="{kind}" x="{x:g}" y="{y:g}" text-anchor="{anchor}">{escape(words)}</text>'


def _line(ends: Box, colour: str, width: float, more: str = "") -> str:
    x1, y1, x2, y2 = ends
    along = f'x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"'
    return f'<line {along} stroke="{colour}" stroke-width="{width:g}"{more}/>'


def _circle(x: float, y: float, radius: float, fill: str = STEEL, width: float = 2) -> str:
    edge = f'stroke="{STEEL_EDGE}" stroke-width="{width:g}"'
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:.1f}" fill="{fill}" {edge}/>'


def _roads() -> Iterator[str]:
    across = (
        (20, 30, 1560, 26),
        (20, 326, 1560, 20),
        (20, 400, 1560, 20),
        (20, 686, 1560, 32),
        (20, 948, 1560, 32),
    )
    along = (
        (20, 30, 26, 950), (1552, 30, 28, 950), (780, 30, 34, 950), (472, 400, 18, 300), (850, 400, 30, 300),
        (1322, 400, 18, 300), (410, 700, 20, 260), (1056, 700, 24, 260), (1310, 700, 18, 260),
    )  # fmt: skip
    for x, y, wide, high in (*across, *along):
        yield _rect((x, y, wide, high), ROAD)
    dash = ' stroke-dasharray="14 12"'
    yield _line((40, 702, 1560, 702), "#ffffff", 2, dash)
    yield _line((40, 964, 1560, 964), "#ffffff", 2, dash)
    yield _line((797, 60, 797, 940), "#ffffff", 2, dash)


def _buildings() -> Iterator[str]:
    edge = f' stroke="{LINE}" stroke-width="1.5" rx="3"'
    for x, y, wide, high, words in (
        (1110, 740, 180, 90, "中控楼"), (1110, 855, 180, 75, "化验室"), (1340, 740, 190, 190, "办公楼"),
    ):  # fmt: skip
        yield _rect((x, y, wide, high), "#f8f9f8", edge)
        yield _text(x + wide / 2, y + high / 2 + 5, words)
    yield _rect((770, 968, 60, 26), "#f8f9f8", edge)
    yield _text(800, 986, "大门")
    yield _rect((1110, 90, 90, 60), "#f8f9f8", edge)
    yield _text(1155, 125, "消防泵房")


def _area(area: Shape) -> Iterator[str]:
    x, y, wide, high = area["rect"]
    kind = "fixed" if area.get("fixed") else "major" if area.get("major") else area["class"]
    fill, edge = TINT[kind]
    dash = ' stroke-dasharray="10 6"' if kind in {"unknown", "fixed"} else ""
    yield _rect((x, y, wide, high), fill, f' stroke="{edge}" stroke-width="2" rx="4"{dash}')
    if area.get("rack"):
        yield from _rack(x, y, wide, high)
        yield _text(x + 8, y - 5, f"{area['code']} {area['name']}", "n", "start")
        return
    if area.get("bund"):
        inner = f' stroke="{edge}" stroke-width="3" rx="2" fill-opacity="0"'
        yield _rect((x + 14, y + 32, wide - 28, high - 44), fill, inner)
    yield _text(x + 12, y + 23, f"{area['code']} {area['name']}", "n", "start")


def _rack(x: float, y: float, wide: float, high: float) -> Iterator[str]:
    for n in range(4):
        yield _line((x, y + 7 + n * 7, x + wide, y + 7 + n * 7), PIPE, 2.4)
    for n in range(int(wide // 40) + 1):
        yield _line((x + n * 40, y, x + n * 40, y + high), STEEL_EDGE, 2)


def _thing(thing: Shape) -> Iterator[str]:
    (x, y), shape = thing["at"], thing["shape"]
    if shape in SIZED:
        yield from SIZED[shape](x, y, float(thing.get("volume", 100)))
    elif shape in PLAIN:
        yield from PLAIN[shape](x, y)
    else:
        return  # the rack was drawn with its area
    below = {"tank": 4, "pool": 4, "column": 36, "furnace": 38}.get(shape, 30)
    yield _text(x, y + below, thing["code"])


def _tank(x: float, y: float, volume: float) -> Iterator[str]:
    radius = 18 + min(volume, 2000) ** 0.5 / 1.8
    yield _circle(x, y, radius)
    yield _circle(x, y, radius * 0.72, "none", 0.6)


def _column(x: float, y: float) -> Iterator[str]:
    yield _circle(x, y, 17)
    yield _line((x - 17, y, x + 17, y), STEEL_EDGE, 1)
    yield _line((x, y - 17, x, y + 17), STEEL_EDGE, 1)


def _vessel(x: float, y: float) -> Iterator[str]:
    yield _rect((x - 26, y - 12, 52, 24), STEEL, f' rx="12" stroke="{STEEL_EDGE}" stroke-width="2"')


def _machine(x: float, y: float) -> Iterator[str]:
    yield _rect((x - 17, y - 11, 34, 22), "#e6ebe8", f' rx="2" stroke="{STEEL_EDGE}" stroke-width="1.5"')
    yield _circle(x - 6, y, 7, width=1.5)


def _furnace(x: float, y: float) -> Iterator[str]:
    yield _rect((x - 30, y - 20, 60, 40), "#e9e1d6", f' stroke="{STEEL_EDGE}" stroke-width="2" rx="2"')
    yield _circle(x + 16, y - 4, 8, width=1.5)


def _pool(x: float, y: float, volume: float) -> Iterator[str]:
    high = 34 + volume / 60
    yield _rect(
        (x - 52, y - high / 2, 104, high), "#cfe0e2", f' rx="5" stroke="{STEEL_EDGE}" stroke-width="2"'
    )


def _arm(x: float, y: float) -> Iterator[str]:
    yield _rect((x - 46, y - 9, 30, 18), "#f8f9f8", f' stroke="{LINE}" stroke-width="1.5"')
    yield _line((x - 16, y, x + 22, y - 10), STEEL_EDGE, 4)
    yield _circle(x + 22, y - 10, 6)


PLAIN: Mapping[str, Callable[[float, float], Iterator[str]]] = {
    "column": _column, "vessel": _vessel, "machine": _machine, "furnace": _furnace, "arm": _arm,
}  # fmt: skip
SIZED: Mapping[str, Callable[[float, float, float], Iterator[str]]] = {"tank": _tank, "pool": _pool}


def _legend() -> Iterator[str]:
    names = (
        ("major", "重大危险源"), ("fire_explosion", "火灾爆炸危险场所"), ("other", "其他场所"),
        ("fixed", "固定动火区"), ("unknown", "未分类"),
    )  # fmt: skip
    x = 60
    for kind, words in names:
        fill, edge = TINT[kind]
        yield _rect((x, 8, 20, 14), fill, f' stroke="{edge}" stroke-width="1.5"')
        yield _text(x + 27, 20, words, "s", "start")
        x += 50 + 15 * len(words)


def _north() -> Iterator[str]:
    yield f'<path d="M1568 200 l9 26 -9 -7 -9 7 z" fill="{QUIET}"/>'
    yield _text(1568, 194, "北")
    yield _line((1380, 985, 1580, 985), QUIET, 2)
    yield _text(1480, 980, "100 m")
