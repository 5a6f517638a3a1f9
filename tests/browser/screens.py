"""Every screen of the console and of the phone, as their own routers and lists name them."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["console_rooms", "phone_places", "phone_steps"]

WEB = Path(__file__).resolve().parents[2] / "web" / "src"


def _routes(app: str) -> list[str]:
    text = (WEB / "ui" / app / "router.ts").read_text(encoding="utf-8")
    return [path for path in re.findall(r"path: '([^']+)'", text) if "elsewhere" not in path]


def console_rooms() -> list[str]:
    """The addresses of the console, from its own router; `:id` stands for a permit. A room with tabs is named
    once: they stand on its page."""
    return [path.removesuffix("/:tab?") for path in _routes("console")]


def phone_places() -> list[str]:
    """The addresses of the phone that are no step of a permit; `:id` stands for the thing they show."""
    return [path for path in _routes("m") if ":step" not in path]


def phone_steps() -> list[str]:
    """The steps of a permit on the phone, from their own list."""
    text = (WEB / "core" / "steps.ts").read_text(encoding="utf-8")
    found = re.search(r"STEPS = \[(.*?)\] as const", text, re.DOTALL)
    assert found is not None
    return re.findall(r"'(\w+)'", found.group(1))
