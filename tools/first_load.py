"""Refuses a phone app that opens slowly: too much to fetch before somebody can work, or too many files.

`python -m tools.first_load` reads the built pages and the list of parts that the build leaves beside them.
Kilobytes are of 1024 bytes, as sent: compressed where the server compresses.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from davy.serve.pages import Pages

FIRST_KB = 300
"""Until somebody logged in sees his tasks: shell, log-in and tasks."""
FIRST_FILES = 20
WHOLE_KB = 900
"""What the phone keeps to open without a network, without the decoder of codes."""
WHOLE_FILES = 244
"""A step of a permit is a file, and its looks another: they come one by one and are kept."""
DECODER_KB = 500

ENTRY = "index.html"
SCREENS = ("LoginPage.vue", "TasksPage.vue")
DECODER = ".wasm"

Parts = Mapping[str, Mapping[str, Any]]


def first_files(parts: Parts) -> set[str]:
    """The files, below /m/, of the start page and of the first screens with all that they import at once."""
    screens = [name for name in parts if name.endswith(SCREENS)]
    if len(screens) != len(SCREENS) or ENTRY not in parts:
        raise ValueError(f"the first screens are not among the parts: {screens}")
    seen: set[str] = set()
    files = {ENTRY}
    left = [ENTRY, *screens]
    while left:
        name = left.pop()
        if name in seen:
            continue
        seen.add(name)
        part = parts[name]
        files |= {part["file"], *part.get("css", ()), *part.get("assets", ())}
        left += part.get("imports", ())
    return files


def circles(parts: Parts) -> Iterator[str]:
    """Parts that wait for one another: whichever comes first finds the other's classes not there yet."""
    for name in parts:
        left, seen = list(parts[name].get("imports", ())), set[str]()
        while left:
            if (one := left.pop()) not in seen:
                seen.add(one)
                left += parts[one].get("imports", ())
        if name in seen:
            yield name


def kept_files(worker: str) -> set[str]:
    """The files, below /m/, that the service worker keeps."""
    return set(re.findall(r"path:[`\"']/m/([^`\"']+)", worker))


def complaints(pages: Pages, parts: Parts, worker: str) -> Iterator[str]:
    """Every budget that is not kept, and what stands beside it."""
    first, kept = first_files(parts), kept_files(worker)
    decoder = {file for file in kept if file.endswith(DECODER)}
    whole = kept - decoder
    if missing := sorted(first - decoder - kept):
        yield f"the service worker does not keep {', '.join(missing)}"
    if knot := sorted(circles(parts)):
        yield f"these wait for one another: {', '.join(knot)}"
    if early := sorted(file for file in first if file.endswith(DECODER)):
        yield f"the first load fetches the decoder: {', '.join(early)}"
    for what, files, most_kb, most_files in (
        ("first load", first, FIRST_KB, FIRST_FILES),
        ("whole app", whole, WHOLE_KB, WHOLE_FILES),
        ("decoder", decoder, DECODER_KB, len(decoder)),
    ):
        kb = sum(sent(pages, file) for file in files) / 1024
        if kb > most_kb:
            yield f"{what}: {kb:.0f} KB, at most {most_kb}"
        if len(files) > most_files:
            yield f"{what}: {len(files)} files, at most {most_files}"


def sent(pages: Pages, file: str) -> int:
    """Bytes of a file below /m/ as the server sends it."""
    page = pages.find(f"/m/{file}")
    if page is None:
        raise ValueError(f"{file} is not served")
    return len(page.packed or page.body)


def main(built: Path) -> int:
    """Judge the built pages."""
    phone = built / "m"
    parts = json.loads((phone / "parts.json").read_text(encoding="utf-8"))
    worker = (phone / "sw.js").read_text(encoding="utf-8")
    pages = Pages(built)
    found = list(complaints(pages, parts, worker))
    first = first_files(parts)
    kb = sum(sent(pages, file) for file in first) / 1024
    print("\n".join(found) or f"first load: kept ({kb:.0f} KB in {len(first)} files)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent / "src" / "davy" / "static" / "web"))
