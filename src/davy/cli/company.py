"""Enter a company and its first administrator; without words, list those that there are."""

import argparse
import getpass
import os
import secrets
import sys
from pathlib import Path

import django

__all__ = ["add_arguments", "run"]

_VARIABLE = "DAVY_ADMIN_PASSWORD"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("code", nargs="?", metavar="CODE", help="short, letters and digits: hh")
    parser.add_argument("name", nargs="?", metavar="NAME", help="as it stands on permits: 恒海化工有限公司")
    parser.add_argument("--admin", metavar="LOGIN", help="user name of its first administrator")
    parser.add_argument("--admin-name", metavar="NAME", help="the administrator's own name")
    parser.add_argument(
        "--host",
        default="",
        metavar="HOST",
        help="under which name it is opened; needed only where there are several companies. "
        "With CODE alone: open that company under this name from now on",
    )
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help=f"its first line is the administrator's password (or {_VARIABLE}, or asked for; "
        "else one is made and shown once)",
    )
    parser.epilog = "Davy must be running (davy serve), or DAVY_DATABASE_URL must name its database."


def run(arguments: argparse.Namespace) -> int:
    """Enter it; 1 when it cannot be entered, with the reason."""
    django.setup()
    from django.db import OperationalError  # noqa: PLC0415 (needs Django)

    from davy.people.founding import CannotFoundError  # noqa: PLC0415

    try:
        return _enter(arguments) if arguments.code else _list()
    except OperationalError:
        why = "the database does not answer. Start davy serve first, or set DAVY_DATABASE_URL."
    except CannotFoundError as error:
        why = str(error)
    print(f"davy: {why}", file=sys.stderr)
    return 1


def _list() -> int:
    from davy.accounts.models import Company  # noqa: PLC0415

    for company in Company.objects.order_by("code"):
        print(
            company.code, company.name, company.hostname, *(["(模拟)"] if company.simulated else []), sep="\t"
        )
    return 0


def _enter(arguments: argparse.Namespace) -> int:
    from davy.people import founding  # noqa: PLC0415

    if arguments.host and not arguments.name:
        moved = founding.move(arguments.code, arguments.host)
        print(f"{moved.name} ({moved.code}): {moved.hostname}")
        return 0
    if not (arguments.name and arguments.admin and arguments.admin_name):
        raise founding.CannotFoundError(
            "davy company CODE NAME --admin LOGIN --admin-name NAME: all four are needed"
        )
    password, made = _password(arguments)
    company = founding.found(
        founding.First(
            arguments.code, arguments.name, arguments.admin, arguments.admin_name, password, arguments.host
        )
    )
    print(f"{company.name} ({company.code}) 已建立 / entered; 账号 / login: {arguments.admin.lower()}")
    if made:
        print(f"密码 / password: {password}    只显示这一次 / shown only now")
    print("打开 /console/ 登录，总览会列出还差什么 / log in at /console/: the overview tells what is missing")
    return 0


def _password(arguments: argparse.Namespace) -> tuple[str, bool]:
    """The administrator's password, and whether it was made here."""
    from davy.people.founding import CannotFoundError  # noqa: PLC0415

    if arguments.password_file is not None:
        lines = arguments.password_file.read_text(encoding="utf-8").splitlines()
        return (lines[0] if lines else ""), False
    if found := os.environ.get(_VARIABLE):
        return found, False
    if not sys.stdin.isatty():
        return secrets.token_urlsafe(12), True
    found = getpass.getpass("密码（直接回车则自动生成）/ password (Enter makes one): ")
    if not found:
        return secrets.token_urlsafe(12), True
    if getpass.getpass("再输一次 / again: ") != found:
        raise CannotFoundError("两次不一样 / they differ")
    return found, False
