"""Prove the evidence of every company, or its signed log alone; exit code 1 when something does not hold."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import django

if TYPE_CHECKING:
    from davy.evidence.log.outside import Judged

__all__ = ["add_arguments", "run"]

_DO = (
    "prove the log; look through log, chains, rows and files as each night; enter what grew now; let a new"
    " key follow; declare ended what a restore lost; let a restored log be signed again; or let a restored"
    " witness co-sign again"
)
_NEEDED = {
    "rotate": "--company CODE and --why TEXT",
    "restart": "--company CODE and --why TEXT",
    "lift": "--company CODE and --checkpoint FILE",
    "remember": "--company CODE and --checkpoint FILE, or --log NAME and --why TEXT",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("do", choices=list(_WORK), help=_DO)
    parser.add_argument(
        "--all-files", action="store_true", help="watch: read every file, not a night's share"
    )
    parser.add_argument("--company", metavar="CODE", help="only this one; rotate, restart and lift need it")
    parser.add_argument(
        "--why",
        metavar="TEXT",
        default="",
        help="rotate, restart: the reason, published for ever; lift: why no newer checkpoint is there",
    )
    parser.add_argument(
        "--checkpoint",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="check, lift: a published checkpoint that somebody kept outside; remember: a note of a log that"
        " we witness, with our line (its /log/witnessed)",
    )
    parser.add_argument(
        "--log", metavar="NAME", default="", help="remember: a log of which nobody has a note with our line"
    )


def run(arguments: argparse.Namespace) -> int:
    """Go through the logs and print what was found."""
    django.setup()
    from davy.accounts.models import Company  # noqa: PLC0415 (needs Django)

    companies = Company.objects.order_by("code")
    if arguments.company:
        companies = companies.filter(code=arguments.company)
    if arguments.do in _NEEDED and not (arguments.company and _given(arguments)):
        print(f"{arguments.do} needs {_NEEDED[arguments.do]}")
        return 1
    work = _WORK[arguments.do]
    wrong = sum(work(arguments, company.id, company.code) for company in companies)
    if arguments.company and not companies:
        print(f"there is no company {arguments.company}")
        return 1
    return 1 if wrong else 0


def _given(arguments: argparse.Namespace) -> bool:
    """Whether what this command needs beside the company is there."""
    if arguments.do == "lift":
        return bool(arguments.checkpoint)
    why = bool(arguments.why.strip())
    return bool(arguments.checkpoint or (arguments.log and why)) if arguments.do == "remember" else why


def _follow(arguments: argparse.Namespace, company_id: UUID, code: str) -> int:
    """A new key, or a new log after a restore. People are called: it is never silent."""
    from davy.evidence.log import following  # noqa: PLC0415
    from davy.evidence.log.last import LogBrokenError  # noqa: PLC0415
    from davy.settings.env import BadSettingError  # noqa: PLC0415
    from davy.watch.ring import ring  # noqa: PLC0415

    restart = arguments.do == "restart"
    follow = following.restart if restart else following.rotate
    try:
        step = follow(company_id, arguments.why.strip())
    except (LogBrokenError, BadSettingError, following.NotEndedError, ValueError) as error:
        print(f"{code}: {error}")
        return 1
    ring(company_id, "log_restarted" if restart else "log_key_rotated", step.new.told[:200], again=None)
    if restart:
        print(
            f"{code}: {step.ended.size} entries were signed, {step.begins.size} are there; a new log begins"
        )
    print(f"{code}: the key is now {step.new.told}: publish it, and give it to the witnesses")
    return 0


def _check(arguments: argparse.Namespace, company_id: UUID, code: str) -> int:
    from davy.evidence.log import holds  # noqa: PLC0415

    faults = _faults(company_id, code)
    for one in _outside(arguments, company_id, code, every=False):
        faults += one.verdict != "grew"
    try:
        holds.refuse(company_id)
    except holds.LogHeldError as error:
        print(f"{code}: HELD {error}")
        faults += 1
    return faults


def _faults(company_id: UUID, code: str) -> int:
    from davy.evidence.log.audit import Audited, audit  # noqa: PLC0415
    from davy.evidence.log.keys import log_key  # noqa: PLC0415
    from davy.evidence.log.last import LogBrokenError  # noqa: PLC0415
    from davy.settings.env import BadSettingError  # noqa: PLC0415

    told, faults = Audited(), 0
    try:
        for fault in audit(company_id, log_key(company_id).public, told, _progress):
            faults += 1
            print(f"{code}: BROKEN {fault.where}: {fault.why}")
    except (LogBrokenError, BadSettingError) as error:
        faults += 1
        print(f"{code}: BROKEN {error}")
    came_to = f"{told.size} entries, {told.checkpoints} checkpoints, {faults} faults, root {told.root.hex()}"
    print(f"{code}: {came_to}")
    return faults


def _outside(arguments: argparse.Namespace, company_id: UUID, code: str, *, every: bool) -> "list[Judged]":
    """The given notes against the log, told one by one; without `every` those of this company alone."""
    from davy.evidence.log.keys import log_key  # noqa: PLC0415
    from davy.evidence.log.outside import judged, named  # noqa: PLC0415

    key = log_key(company_id).public
    notes = [path.read_text(encoding="utf-8") for path in arguments.checkpoint]
    found = [judged(company_id, key, note) for note in notes if every or named(company_id, key, note)]
    for one in found:
        print(f"{code}: {'ok' if one.verdict == 'grew' else 'WRONG'} {one.zh}\n{code}:    {one.en}")
    return found


def _lift(arguments: argparse.Namespace, company_id: UUID, code: str) -> int:
    """Let a restored log be signed again, when it holds and grew out of what was kept outside."""
    from davy.evidence.log import holds  # noqa: PLC0415

    if _faults(company_id, code):
        return 1
    try:
        notes = _outside(arguments, company_id, code, every=True)
        holds.remember(company_id, notes)
        shown = holds.lift(company_id, notes, arguments.why.strip())
    except (OSError, UnicodeDecodeError, LookupError, holds.LogHeldError, holds.NotLiftedError) as error:
        print(f"{code}: {error}")
        return 1
    print(f"{code}: 恢复签名 / lifted by {shown.size} published entries; it is signed again")
    return 0


def _remember(arguments: argparse.Namespace, company_id: UUID, code: str) -> int:
    """Let logs that we witness be co-signed again after a restore, by notes with our line."""
    from davy.watch.witness import memory, remembering  # noqa: PLC0415

    faults = 0
    try:
        notes: list[str | None] = [path.read_text(encoding="utf-8") for path in arguments.checkpoint]
    except (OSError, UnicodeDecodeError) as error:
        print(f"{code}: {error}")
        return 1
    for note in notes or [None]:
        origin = note.split("\n", 1)[0] if note else arguments.log
        try:
            last = remembering.lift(company_id, origin, note, arguments.why.strip())
        except (memory.ForgottenError, remembering.NotRememberedError) as error:
            print(f"{code}: {error}")
            faults += 1
            continue
        print(f"{code}: {origin} 恢复会签 / co-signed again, from {last.size if last else 0} entries")
    return faults


def _watch(arguments: argparse.Namespace, company_id: UUID, code: str) -> int:
    from davy.attachments.checking import NIGHTS  # noqa: PLC0415
    from davy.watch.night.looking import BusyError, look  # noqa: PLC0415

    try:
        told, found = look(company_id, nights=1 if arguments.all_files else NIGHTS, progress=_part)
    except BusyError as error:
        print(f"{code}: {error}")
        return 1
    for fault in found:
        print(f"{code}: BROKEN {fault.part} {fault.subject}: {fault.why}")
    counts = ", ".join(f"{count} {name}" for name, count in told.counts().items())
    print(f"{code}: {counts}")
    return told.faults


def _part(part: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{part} {done}/{total}".ljust(40), end="\r", file=sys.stderr)


def _integrate(_: argparse.Namespace, company_id: UUID, code: str) -> int:
    from davy.evidence.log.integrate import LogBrokenError, integrate  # noqa: PLC0415

    try:
        print(f"{code}: {integrate(company_id)} entries added")
    except LogBrokenError as error:
        print(f"{code}: BROKEN {error}")
        return 1
    return 0


def _progress(done: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done} entries", end="\r", file=sys.stderr)


_WORK: Mapping[str, Callable[[argparse.Namespace, UUID, str], int]] = {
    "check": _check,
    "watch": _watch,
    "integrate": _integrate,
    "rotate": _follow,
    "restart": _follow,
    "lift": _lift,
    "remember": _remember,
}
