"""The one command: ``davy-verify BUNDLE [--key KEY] [--checkpoint FILE] [--tsa FILE] [--witness KEY]…``.

Exit code 0 proven, 1 broken, 2 not all proven, 3 wrong use."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from davy_verify.checks import check
from davy_verify.finding import worst
from davy_verify.note import BadNoteError, Key, Witness
from davy_verify.outside import Trust
from davy_verify.stamp import certificates
from davy_verify.words import MARKS, said, verdict

__all__ = ["main"]

_WRONG_USE = 3


class _Parser(argparse.ArgumentParser):
    """Wrong use has an exit code of its own: that of argparse would be taken for open."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(_WRONG_USE, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Check one bundle and say what is proven, what is not, and what is false."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a code page without Chinese must not hide the verdict
            stream.reconfigure(errors="backslashreplace")
    parser = _Parser(prog="davy-verify", description="核验 Davy 证据包 · Check an evidence bundle of Davy.")
    parser.add_argument("bundle", type=Path, help="证据包文件 · the ZIP file")
    parser.add_argument("--key", help="企业公布的日志公钥 · the log's public key as published")
    parser.add_argument(
        "--checkpoint",
        type=Path,
        help="以前从企业日志取得的检查点文件 · a checkpoint of the log that was kept before",
    )
    parser.add_argument(
        "--tsa",
        type=Path,
        help="信任的时间戳根证书（PEM）· certificates of the time-stamp authorities to trust",
    )
    parser.add_argument(
        "--witness",
        action="append",
        default=[],
        help="信任的见证方公钥，可多次 · a witness to trust, may be given again",
    )
    parser.add_argument("--witnesses", type=int, help="至少几方会签（默认全部）· how many must have signed")
    parser.add_argument("--language", choices=["zh", "en"], default="zh", help="输出语言 · language")
    told = parser.parse_args(arguments)
    asked = _asked(told)
    if asked is None:
        return _WRONG_USE
    found = check(told.bundle, *asked)
    for finding in found:
        print(f"[{MARKS[finding.level][told.language]}] {said(finding, told.language)}")
    level = worst(found)
    print(verdict(level, told.language))
    return level


def _asked(told: argparse.Namespace) -> tuple[Key | None, bytes | None, Trust] | None:
    """The key, the checkpoint seen before, and whom to trust outside; None when one of them is no such thing,
    which is said."""
    try:
        key = Key.of(told.key) if told.key is not None else None
    except BadNoteError:
        print("--key：不是日志公钥 · not a log's public key", file=sys.stderr)
        return None
    try:
        witnesses = tuple(dict.fromkeys(Witness.of(one) for one in told.witness))
    except BadNoteError:
        print("--witness：不是见证方公钥 · not a witness's public key", file=sys.stderr)
        return None
    if told.witnesses is not None and not 0 < told.witnesses <= len(witnesses):
        print("--witnesses：不是正数，或比点名的见证方多 · none, or more than were named", file=sys.stderr)
        return None
    try:
        seen = told.checkpoint.read_bytes() if told.checkpoint else None
    except OSError as error:
        print(f"--checkpoint: {error}", file=sys.stderr)
        return None
    try:
        roots = certificates(told.tsa.read_bytes()) if told.tsa else ()
    except (OSError, ValueError) as error:
        print(f"--tsa: {error}", file=sys.stderr)
        return None
    return key, seen, Trust(roots, witnesses, told.witnesses)
