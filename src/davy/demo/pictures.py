"""The photographs of the simulated plant: small drawn scenes, each with a caption."""

from __future__ import annotations

import hashlib
import io
import os
import random
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from uuid import UUID, uuid5

from PIL import Image, ImageDraw, ImageFont

from davy.attachments import store as attachments
from davy.db import rows, tenant

__all__ = ["SCENES", "hang_up", "known", "shot"]

SIZE = (960, 720)
SHOT = (560, 420)
HELD = "demo"  # the kind under which the demo holds on to its pictures
_NAMES = UUID("6f1d5f0a-3a57-5c62-9a0e-2f6f0a6f5c11")
_SKIES = ("#c9d8df", "#d8d6cb", "#bccbd6")
_STEEL = ("#9fb0b5", "#b4b0a4", "#8fa3b0")
Draw = ImageDraw.ImageDraw
Box = tuple[float, float, float, float]


def known(company_id: UUID) -> dict[str, list[str]]:
    """Scene → hashes of its pictures. Inside a tenant block."""
    found: dict[str, list[str]] = {}
    for scene in SCENES:
        held = rows.many(
            "SELECT sha256 FROM attachments_reference WHERE company_id = %s AND stream_kind = %s"
            " AND stream_id = %s ORDER BY sha256",
            (company_id, HELD, uuid5(_NAMES, scene)),
        )
        found[scene] = [row["sha256"] for row in held]
    return found


def hang_up(company_id: UUID) -> None:
    """Draw the pictures and hand them in; a picture that is there already stays as it is."""
    for scene in SCENES:
        for variant in range(len(_SKIES)):
            content = _picture(scene, variant)
            sha256 = hashlib.sha256(content).hexdigest()
            attachments.take(io.BytesIO(content), company_id=company_id, sha256=sha256, account_id=None)
            with tenant.company(company_id):
                attachments.refer(company_id, [sha256], stream_kind=HELD, stream_id=uuid5(_NAMES, scene))


@lru_cache(maxsize=256)
def shot(company_id: UUID, scene: str, occasion: str) -> str:
    """Somebody takes a photo of a scene on this occasion, and hands it in; its hash. No two are alike."""
    content = _shot(scene, occasion)
    sha256 = hashlib.sha256(content).hexdigest()
    attachments.take(io.BytesIO(content), company_id=company_id, sha256=sha256, account_id=None)
    return sha256


def _picture(scene: str, variant: int) -> bytes:
    image = _scene(scene, variant).copy()
    _caption(image, scene, str(variant + 1))
    return _jpeg(image)


def _shot(scene: str, occasion: str) -> bytes:
    """The scene from where somebody stood, in the light of that moment."""
    luck = random.Random(f"{scene} {occasion}")
    image = _scene(scene, luck.randrange(len(_SKIES)))
    wide = luck.uniform(0.62, 1.0)
    left, top = luck.uniform(0, 960 * (1 - wide)), luck.uniform(0, 664 * (1 - wide))
    image = image.resize(SHOT, box=(left, top, left + 960 * wide, top + 664 * wide))
    if luck.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    shade = Image.new("L", (9, 8))
    shade.putdata([luck.randrange(150) for _ in range(72)])  # clouds, smoke, somebody's shadow
    image.paste((24, 30, 34), mask=shade.resize(SHOT, Image.Resampling.BICUBIC))
    _caption(image, scene, hashlib.sha256(occasion.encode()).hexdigest()[:8])
    return _jpeg(image)


@lru_cache(maxsize=64)
def _scene(scene: str, variant: int) -> Image.Image:
    """Drawn once; whoever changes it takes a copy."""
    image = Image.new("RGB", SIZE, _SKIES[variant])
    draw = ImageDraw.Draw(image)
    _plant(draw, variant)
    SCENES[scene][1](draw)
    return image


def _caption(image: Image.Image, scene: str, mark: str) -> None:
    draw, scale = ImageDraw.Draw(image), image.width / SIZE[0]
    chinese, english = SCENES[scene][0]
    letters = _chinese_font(round(30 * scale))
    wide, high = image.size
    draw.rectangle((0, high - 56 * scale, wide, high), fill="#20282b")
    where = (24 * scale, high - 46 * scale)
    words = chinese if letters else english
    draw.text(where, f"{words}   {mark}", fill="#f2f4f4", font=letters or _font(round(28 * scale)))
    draw.text((830 * scale, high - 40 * scale), "DEMO", fill="#9fb0b5", font=_font(round(24 * scale)))


def _jpeg(image: Image.Image) -> bytes:
    with io.BytesIO() as out:
        image.save(out, "JPEG", quality=72)
        return out.getvalue()


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


@cache
def _chinese_font(size: int) -> ImageFont.FreeTypeFont | None:
    """The captions are Chinese where the machine has letters for them."""
    places = [os.environ.get("DAVY_FONT_DIR", "").strip(), "/usr/share/fonts"]
    files = (f for p in places if p for f in sorted(Path(p).rglob("NotoSansCJK-Regular.ttc")))
    found = next(files, None)
    return None if found is None else ImageFont.truetype(str(found), size, index=2)


def _plant(draw: Draw, variant: int) -> None:
    """What stands behind every scene: ground, a tank, a column, pipes."""
    steel = _STEEL[variant]
    draw.rectangle((0, 470, 960, 664), fill="#a8a79c")
    draw.rectangle((60 + variant * 40, 190, 330 + variant * 40, 490), fill=steel, outline="#5d6a6e", width=4)
    for height in (260, 330, 400):
        draw.line((60 + variant * 40, height, 330 + variant * 40, height), fill="#7d8f96", width=2)
    draw.rounded_rectangle((720, 90, 810, 490), 40, fill=steel, outline="#5d6a6e", width=4)
    for height in (170, 270, 370):
        draw.rectangle((690, height, 840, height + 12), fill="#c9a24a")
    for height in (420, 446):
        draw.line((330, height, 720, height), fill="#6f8289", width=14)


def _sign(draw: Draw, box: Box, words: str, fill: str = "#f1c232", ink: str = "#20282b") -> None:
    draw.rectangle(box, fill=fill, outline="#20282b", width=4)
    draw.text(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), words, fill=ink, font=_font(34), anchor="mm")


def _request(draw: Draw) -> None:
    draw.ellipse((470, 370, 590, 490), outline="#c0392b", width=8)
    draw.line((590, 480, 660, 560), fill="#c0392b", width=8)
    _sign(draw, (600, 550, 860, 620), "WORK POINT", "#ffffff")


def _blind(draw: Draw) -> None:
    for x in (470, 530):
        draw.rectangle((x, 390, x + 26, 476), fill="#5d6a6e")
    draw.rectangle((496, 360, 530, 476), fill="#c0392b")
    draw.line((513, 360, 513, 300), fill="#c0392b", width=10)
    _sign(draw, (430, 220, 610, 300), "BLIND 01")


def _drain(draw: Draw) -> None:
    draw.ellipse((330, 540, 620, 640), fill="#6b6a60", outline="#444", width=6)
    draw.rounded_rectangle((310, 520, 640, 630), 26, fill="#c8b27a", outline="#8a7a4d", width=5)
    for n in range(9):
        draw.ellipse((340 + n * 32, 555 + (n % 3) * 16, 352 + n * 32, 567 + (n % 3) * 16), fill="#a9925a")


def _fire_gear(draw: Draw) -> None:
    for n in range(3):
        x = 380 + n * 90
        draw.rounded_rectangle((x, 480, x + 60, 640), 22, fill="#c0392b", outline="#7d2018", width=4)
        draw.rectangle((x + 20, 452, x + 40, 484), fill="#333")
        draw.line((x + 40, 462, x + 66, 520), fill="#222", width=7)
    draw.arc((660, 500, 840, 650), 0, 300, fill="#d9c27a", width=18)


def _meter(draw: Draw) -> None:
    draw.rounded_rectangle((400, 330, 610, 640), 26, fill="#f1c232", outline="#20282b", width=6)
    draw.rectangle((430, 370, 580, 490), fill="#cfe3d2", outline="#20282b", width=4)
    draw.text((505, 405), "LEL 0.00", fill="#20282b", font=_font(28), anchor="mm")
    draw.text((505, 455), "O2 20.8", fill="#20282b", font=_font(28), anchor="mm")
    for n in range(3):
        draw.ellipse((430 + n * 56, 540, 468 + n * 56, 578), fill="#20282b")


def _paper(draw: Draw) -> None:
    draw.polygon(((380, 300), (650, 330), (620, 650), (350, 620)), fill="#fbfbf7", outline="#5d6a6e")
    for n in range(7):
        draw.line((395 - n * 3, 360 + n * 36, 610 - n * 3, 382 + n * 36), fill="#9aa5a8", width=5)
    draw.ellipse((520, 540, 600, 620), outline="#c0392b", width=6)


def _fan(draw: Draw) -> None:
    draw.ellipse((300, 430, 500, 630), fill="#e0b13a", outline="#20282b", width=6)
    for start in range(0, 360, 72):
        draw.pieslice((325, 455, 475, 605), start, start + 34, fill="#444")
    draw.line((500, 530, 620, 500, 720, 460), fill="#e8d9a0", width=60)
    draw.ellipse((690, 390, 800, 500), fill="#23292b", outline="#5d6a6e", width=8)


def _lock(draw: Draw) -> None:
    draw.rectangle((380, 300, 580, 560), fill="#dfe3e4", outline="#5d6a6e", width=6)
    draw.ellipse((430, 340, 530, 440), fill="#c0392b", outline="#20282b", width=6)
    draw.arc((440, 440, 520, 530), 180, 360, fill="#444", width=14)
    draw.rounded_rectangle((428, 486, 532, 580), 12, fill="#c0392b", outline="#20282b", width=5)
    _sign(draw, (600, 430, 800, 520), "DO NOT ON", "#ffffff", "#c0392b")


def _rescue(draw: Draw) -> None:
    draw.line((480, 250, 340, 640), fill="#c9a24a", width=16)
    draw.line((480, 250, 620, 640), fill="#c9a24a", width=16)
    draw.line((480, 250, 490, 620), fill="#c9a24a", width=12)
    draw.line((480, 260, 480, 560), fill="#c0392b", width=6)
    draw.ellipse((420, 570, 560, 640), fill="#23292b", outline="#5d6a6e", width=8)
    draw.rounded_rectangle((680, 480, 760, 640), 30, fill="#3a6ea5", outline="#20282b", width=5)


def _cordon(draw: Draw) -> None:
    for x in (160, 420, 680):
        draw.polygon(((x, 640), (x + 60, 640), (x + 40, 500), (x + 20, 500)), fill="#e67e22")
    for n in range(13):
        colour = "#c0392b" if n % 2 else "#ffffff"
        draw.rectangle((190 + n * 40, 520, 230 + n * 40, 544), fill=colour)
    _sign(draw, (360, 570, 600, 640), "KEEP OUT")


def _before(draw: Draw) -> None:
    _cordon(draw)
    draw.ellipse((500, 380, 560, 470), outline="#c0392b", width=7)


def _working(draw: Draw) -> None:
    draw.ellipse((430, 360, 500, 430), fill="#e0b13a", outline="#20282b", width=4)
    draw.rounded_rectangle((410, 425, 520, 600), 30, fill="#34607f", outline="#20282b", width=4)
    draw.line((515, 470, 590, 440), fill="#34607f", width=26)
    for dx, dy in ((30, -40), (60, -10), (50, 30), (20, 50), (75, 15), (15, -60)):
        draw.line((595, 440, 595 + dx, 440 + dy), fill="#f6c445", width=5)
    draw.ellipse((580, 425, 612, 457), fill="#fff6d5")


def _after(draw: Draw) -> None:
    draw.rectangle((300, 560, 420, 620), fill="#8a5a2b", outline="#20282b", width=4)
    draw.text((540, 590), "CLEAN", fill="#2f6b45", font=_font(46), anchor="mm")


def _cold(draw: Draw) -> None:
    draw.rounded_rectangle((400, 300, 600, 560), 20, fill="#23292b", outline="#5d6a6e", width=6)
    draw.rectangle((425, 330, 575, 470), fill="#31507a")
    draw.text((500, 400), "21.6 C", fill="#d8e6f5", font=_font(38), anchor="mm")
    draw.text((500, 520), "NO FIRE", fill="#8fd19e", font=_font(30), anchor="mm")


def _done(draw: Draw) -> None:
    draw.line((480, 300, 540, 380, 680, 200), fill="#2f6b45", width=26)
    _sign(draw, (400, 560, 640, 630), "RESTORED", "#ffffff", "#2f6b45")


SCENES: Mapping[str, tuple[tuple[str, str], Callable[[Draw], None]]] = {
    "request": (("作业点全景", "Work point, whole view"), _request),
    "blinded": (("盲板已装，挂牌", "Blind in place, tagged"), _blind),
    "drains_sealed": (("窨井铺砂封盖", "Drain covered with sand"), _drain),
    "fire_gear": (("灭火器、水带", "Extinguishers and hose"), _fire_gear),
    "detector": (("便携式检测仪", "Portable detector on"), _meter),
    "other_tickets": (("其他作业票", "Other permits posted"), _paper),
    "ventilated": (("强制通风", "Forced ventilation running"), _fan),
    "moving_locked": (("断电上锁挂牌", "Power off, locked, tagged"), _lock),
    "rescue_gear": (("三脚架、救生绳、呼吸器", "Tripod, lifeline, breathing set"), _rescue),
    "cordon": (("入口警戒", "Entry cordoned off"), _cordon),
    "before": (("开工前", "Before starting"), _before),
    "working": (("作业中", "During the work"), _working),
    "after": (("收工后", "After the work"), _after),
    "cold": (("已查无余火", "No embers, no hot spot"), _cold),
    "done": (("现场恢复", "Place restored"), _done),
}
