"""Sees to the Debian packages that the tests need: a browser and what drives it, Chinese type, PostgreSQL.

As root they are installed; anybody else is told the one line to run, and the exit status is 2.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path


def _browser() -> bool:
    return shutil.which("chromium") is not None


def _chinese_type() -> bool:
    return any(Path("/usr/share/fonts").rglob("NotoSansCJK*.tt[cf]"))


def _postgresql() -> bool:
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


def _atomic() -> bool:
    """The driver of the browser tests is linked against it, and brings everything but it."""
    return any(Path("/usr/lib").glob("**/libatomic.so.1"))


def _reader_of_pdf() -> bool:
    return shutil.which("pdftotext") is not None


def _mqtt_client() -> bool:
    """A client that nobody here wrote, to feed an instrument with."""
    return shutil.which("mosquitto_pub") is not None


NEEDED: dict[str, Callable[[], bool]] = {
    "chromium": _browser,
    "fonts-noto-cjk": _chinese_type,
    "libatomic1": _atomic,
    "mosquitto-clients": _mqtt_client,
    "poppler-utils": _reader_of_pdf,
    "postgresql": _postgresql,
}


def missing() -> list[str]:
    """Names of the packages that are not there."""
    return [name for name, present in NEEDED.items() if not present()]


def main() -> int:
    names = missing()
    if not names:
        return 0
    line = f"apt-get update && apt-get install -y --no-install-recommends {' '.join(names)}"
    if os.geteuid() != 0:
        print(f"The tests need Debian packages that are missing. As root:\n  {line}", file=sys.stderr)
        return 2
    print(f"davy: {line}", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        subprocess.run(["apt-get", "-qq", *command], check=True, env=quiet, stdout=subprocess.DEVNULL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
