"""Documents of people, drawn by seed with what stands on them, and spoiled as photos are."""

from __future__ import annotations

import io
import random  # noqa: TID251 - figures that come again
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from davy_core.papers import resident

__all__ = ["KINDS", "SPOILS", "Drawn", "draw", "jpeg"]

FONTS = ("NotoSansCJK-Regular.ttc", "NotoSerifCJK-Regular.ttc", "NotoSansCJK-Bold.ttc")
FOLDER = Path("/usr/share/fonts/opentype/noto")
NAMES = ("张建国", "李秀英", "王宇", "欧阳文博", "陈龘", "买买提·艾力", "赵敏", "周子轩", "吴燚", "郑爽")
ITEMS = ("熔化焊接与热切割作业", "高处安装、维护、拆除作业", "低压电工作业", "高压电工作业", "压力焊作业")
TRADES = {"熔": "焊接与热切割作业", "压": "焊接与热切割作业", "高处": "高处作业"}
INK = (28, 30, 48)


@dataclass(frozen=True)
class Drawn:
    """A picture and what stands on it, by the names of the fields as they are proposed."""

    picture: Image.Image
    kind: str
    truth: Mapping[str, str]


def draw(kind: str, seed: int) -> Drawn:
    """One document of this kind."""
    dice = random.Random(f"{kind}-{seed}")  # noqa: S311 - figures that come again, no secret
    return KINDS[kind](dice)


def jpeg(picture: Image.Image, quality: int = 80) -> bytes:
    """Its bytes as a phone would send them."""
    file = io.BytesIO()
    picture.convert("RGB").save(file, "JPEG", quality=quality)
    return file.getvalue()


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    path = FOLDER / name
    return ImageFont.truetype(str(path if path.exists() else FOLDER / FONTS[0]), size)


class _Page:
    def __init__(self, dice: random.Random, size: tuple[int, int], ground: tuple[int, int, int]) -> None:
        self.picture = Image.new("RGB", size, ground)
        self._draw = ImageDraw.Draw(self.picture)
        self._font = dice.choice(FONTS)

    def put(self, across: int, down: int, text: str, size: int = 30) -> None:
        """Text with its upper left corner there, pixels."""
        self._draw.text((across, down), text, fill=INK, font=_font(self._font, size))

    def box(self, *corners: int) -> None:
        """A thin frame."""
        self._draw.rectangle(corners, outline=(120, 120, 130), width=2)


def _number(dice: random.Random) -> str:
    born = date(1965, 1, 1) + timedelta(days=dice.randrange(14_000))
    front = f"{dice.choice((320582, 110105, 440305, 510107))}{born:%Y%m%d}{dice.randrange(1000):03d}"
    return front + resident.check_digit(front)


def _years(day: date, years: int) -> date:
    return day.replace(year=day.year + years) - timedelta(days=1)


def _card(dice: random.Random) -> Drawn:
    name, number, item = dice.choice(NAMES), f"T{_number(dice)}", dice.choice(ITEMS)
    first = date(2021, 1, 1) + timedelta(days=dice.randrange(1_700))
    last, review = _years(first, 6), _years(first, 3)
    page = _Page(dice, (1012, 638), (232, 241, 247))
    page.box(40, 120, 260, 420)
    page.put(250, 28, "中华人民共和国特种作业操作证", 36)
    page.put(300, 120, f"姓名  {name}")
    page.put(720, 120, "性别  男")
    page.put(300, 176, f"证号  {number}")
    trade = next((told for key, told in TRADES.items() if item.startswith(key)), "电工作业")
    page.put(300, 232, f"作业类别  {trade}")
    page.put(300, 288, f"准操项目  {item}")
    page.put(300, 344, f"初领日期  {first}")
    page.put(300, 400, f"有效期限  {first}至{last}")
    page.put(300, 456, f"应复审日期  {review}")
    page.put(300, 560, "签发机关  江苏省应急管理厅", 26)
    truth = {"holder_name": name, "number": number, "item": item, "issued_at": str(first),
             "valid_from": str(first), "valid_to": str(last), "review_due": str(review)}  # fmt: skip
    return Drawn(page.picture, "special_operation", truth)


def _identity(dice: random.Random) -> Drawn:
    name, number = dice.choice(NAMES), _number(dice)
    page = _Page(dice, (1012, 638), (226, 236, 238))
    page.put(60, 60, f"姓  名  {name}", 34)
    page.put(60, 130, "性  别  男     民  族  汉", 30)
    page.put(60, 200, f"出  生  {number[6:10]} 年 {int(number[10:12])} 月 {int(number[12:14])} 日", 30)
    page.put(60, 270, "住  址  江苏省张家港市塘桥镇", 30)
    page.put(190, 320, "南环路188号3幢602室", 30)
    page.put(60, 530, f"公民身份号码   {number}", 36)
    page.box(700, 80, 940, 400)
    return Drawn(page.picture, "identity", {"name": name, "id_number": number})


def _medical(dice: random.Random) -> Drawn:
    name, seen = dice.choice(NAMES), date(2026, 1, 5) + timedelta(days=dice.randrange(300))
    high, low, pulse = dice.randrange(98, 160), dice.randrange(60, 98), dice.randrange(55, 110)
    tall, heavy = dice.randrange(155, 192), dice.randrange(48, 105)
    verdict = dice.choice(("未见职业禁忌证，可从事焊接作业", "血压偏高，建议复查", "未见异常"))
    page = _Page(dice, (1240, 1100), (250, 250, 248))
    page.put(440, 50, "职业健康体检表", 48)
    page.put(90, 170, f"姓名：{name}")
    page.put(500, 170, "性别：男")
    page.put(760, 170, f"体检日期：{seen.year}年{seen.month}月{seen.day}日")
    cells = {
        "身高": f"{tall} cm",
        "体重": f"{heavy} kg",
        "血压": f"{high}/{low} mmHg",
        "心率": f"{pulse} 次/分",
    }
    for at, (label, value) in enumerate(cells.items()):
        page.box(90, 260 + 80 * at, 400, 340 + 80 * at)
        page.box(400, 260 + 80 * at, 1150, 340 + 80 * at)
        page.put(120, 275 + 80 * at, label)
        page.put(430, 275 + 80 * at, value)
    page.put(90, 640, f"体检结论：{verdict}")
    page.put(90, 760, "体检机构：张家港市疾病预防控制中心")
    truth = {"name": name, "examined_at": str(seen), "pressure": f"{high}/{low}", "height_cm": str(tall),
             "weight_kg": str(heavy), "pulse": str(pulse), "verdict": verdict}  # fmt: skip
    return Drawn(page.picture, "medical", truth)


def _training(dice: random.Random) -> Drawn:
    name, course = dice.choice(NAMES), dice.choice(("作业监护人专项培训", "受限空间作业安全培训"))
    last = date(2026, 2, 1) + timedelta(days=dice.randrange(250))
    first, hours, score = (
        last - timedelta(days=dice.randrange(1, 6)),
        dice.choice((16, 24, 40)),
        dice.randrange(80, 100),
    )
    page = _Page(dice, (1240, 860), (252, 249, 240))
    page.put(480, 60, "培训证明", 60)
    page.put(140, 200, f"姓名：{name}", 34)
    page.put(140, 280, f"培训内容：{course}", 34)
    page.put(140, 360, f"培训日期：{first:%Y.%m.%d}—{last:%Y.%m.%d}", 34)
    page.put(140, 440, f"学时：{hours}", 34)
    page.put(480, 440, f"考试成绩：{score}", 34)
    page.put(140, 640, "培训单位：恒海化工有限公司安全管理部", 34)
    truth = {
        "name": name,
        "course": course,
        "finished_at": str(last),
        "hours": str(hours),
        "score": str(score),
    }
    return Drawn(page.picture, "training", truth)


KINDS: Mapping[str, Callable[[random.Random], Drawn]] = {
    "special_operation": _card,
    "identity": _identity,
    "medical": _medical,
    "training": _training,
}


def _laid(picture: Image.Image, degrees: float) -> Image.Image:
    """On a table, turned."""
    wide, high = picture.size
    table = Image.new("RGB", (int(wide * 1.25), int(high * 1.25)), (96, 84, 72))
    table.paste(picture, (wide // 8, high // 8))
    return table.rotate(degrees, expand=True, fillcolor=(96, 84, 72), resample=Image.Resampling.BICUBIC)


def _leaning(picture: Image.Image) -> Image.Image:
    wide, high = picture.size
    corners = (0, 0, 0.06 * wide, high, wide * 0.96, high * 0.94, wide, 0.05 * high)
    return _laid(picture, 0).transform(picture.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)


def _moved(picture: Image.Image) -> Image.Image:
    """The hand moved nine pixels along."""
    seen = np.asarray(picture, dtype=np.float64)
    moved = np.mean([np.roll(seen, at, 1) for at in range(9)], axis=0)
    return Image.fromarray(moved.astype(np.uint8))


def _glare(picture: Image.Image) -> Image.Image:
    light = Image.new("L", picture.size, 0)
    wide, high = picture.size
    ImageDraw.Draw(light).ellipse((wide * 0.35, high * 0.2, wide * 0.75, high * 0.6), fill=170)
    light = light.filter(ImageFilter.GaussianBlur(60))
    return Image.composite(Image.new("RGB", picture.size, "white"), picture, light)


def _dark(picture: Image.Image) -> Image.Image:
    """A shadow across, and the noise of a small sensor."""
    seen = np.asarray(picture, dtype=np.float64)
    shade = np.linspace(0.35, 1.0, seen.shape[1])[None, :, None]
    noise = np.random.default_rng(7).normal(0, 14, seen.shape)
    return Image.fromarray(np.clip(seen * shade + noise, 0, 255).astype(np.uint8))


def _wavy(picture: Image.Image) -> Image.Image:
    """The fine lines that are printed under a real card."""
    wide, high = picture.size
    under = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(under)
    for start in range(-high, high * 2, 14):
        points = [(x, start + 26 * np.sin(x / 47 + start / 31)) for x in range(0, wide, 8)]
        pen.line(points, fill=(150, 190, 210), width=2)
    return ImageChops.multiply(picture, under)


def _half(picture: Image.Image) -> Image.Image:
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BILINEAR)


def _blurred(radius: float) -> Callable[[Image.Image], Image.Image]:
    return lambda picture: picture.filter(ImageFilter.GaussianBlur(radius))


SPOILS: Mapping[str, Callable[[Image.Image], Image.Image]] = {
    "as drawn": lambda picture: picture,
    "blur 1.5": _blurred(1.5),
    "blur 2.5": _blurred(2.5),
    "turned 3": lambda picture: _laid(picture, 3),
    "turned -7": lambda picture: _laid(picture, -7),
    "turned 90": lambda picture: _laid(picture, 90),
    "turned 180": lambda picture: _laid(picture, 180),
    "leaning": _leaning,
    "moved": _moved,
    "glare": _glare,
    "dark": _dark,
    "fine lines": _wavy,
    "half size": _half,
    "all at once": lambda picture: _half(_dark(_wavy(_laid(picture, -4)))),
}
"""By name: what a photo does to a document."""
