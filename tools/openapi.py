"""Writes web/openapi.json, the description of the interface that TypeScript is made from: `python -m
tools.openapi`.

Afterwards `npm run interface` in web/ writes src/core/api.d.ts. Both files are kept; tests compare them.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

WRITTEN = Path(__file__).resolve().parent.parent / "web" / "openapi.json"


def text() -> str:
    """The description as it is to be kept. Needs no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "davy.settings")
    import django  # noqa: PLC0415 - settings are named first

    django.setup()
    from davy.urls import api  # noqa: PLC0415 - apps must be loaded first

    return json.dumps(api.get_openapi_schema(path_prefix="api/v1/"), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    WRITTEN.write_text(text(), encoding="utf-8")
    print(f"written: {WRITTEN.relative_to(Path.cwd()) if WRITTEN.is_relative_to(Path.cwd()) else WRITTEN}")
    sys.exit(0)
