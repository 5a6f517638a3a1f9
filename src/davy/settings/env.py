"""Reads the environment. A value that cannot be meant stops Davy by name, never a silent default."""

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["BadSettingError", "choice", "database", "directory", "file", "flag", "text", "whole", "words"]

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off", ""})


class BadSettingError(SystemExit):
    """A variable of the environment holds something Davy cannot use. Ends the process with the sentence."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"Davy cannot start: {name} {why}")


def text(name: str, default: str = "") -> str:
    """The variable without surrounding blanks, or the default when unset."""
    return os.environ.get(name, default).strip()


def choice(name: str, default: str, allowed: Sequence[str]) -> str:
    """One of the allowed words. Raises BadSettingError for any other."""
    value = text(name, default)
    if value not in allowed:
        raise BadSettingError(name, f"must be one of {', '.join(allowed)}; it is {value!r}")
    return value


def flag(name: str, *, default: bool) -> bool:
    """1/true/yes/on or 0/false/no/off/empty. Raises BadSettingError for anything else."""
    value = text(name, "1" if default else "0").lower()
    if value in _TRUE:
        return True
    if value in _FALSE:
        return False
    raise BadSettingError(name, f"must be 1 or 0; it is {value!r}")


def whole(name: str, default: int, *, least: int, most: int) -> int:
    """A whole number within the bounds, both included. Raises BadSettingError otherwise."""
    value = text(name) or str(default)
    try:
        number = int(value)
    except ValueError:
        raise BadSettingError(name, f"must be a whole number; it is {value!r}") from None
    if not least <= number <= most:
        raise BadSettingError(name, f"must lie between {least} and {most}; it is {number}")
    return number


def words(name: str, default: Sequence[str]) -> list[str]:
    """A list separated by commas; blanks and empty entries are dropped."""
    value = text(name)
    return [word.strip() for word in value.split(",") if word.strip()] if value else list(default)


def directory(name: str, default: str) -> Path:
    """An absolute path; it need not exist yet. Raises BadSettingError when something else stands there."""
    path = Path(text(name) or default).expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise BadSettingError(name, f"must name a directory; {path} is none")
    return path


def file(name: str, *, needed: bool) -> Path | None:
    """The file that the variable names, None when unset. Raises BadSettingError when it is not there, or when
    it is needed and unset."""
    value = text(name)
    path = Path(value).expanduser().absolute() if value else None
    if path is None and needed:
        raise BadSettingError(name, "must name a file")
    if path is not None and not path.is_file():
        raise BadSettingError(name, f"must name a file; {path} is none")
    return path


def database(name: str, value: str) -> dict[str, object]:
    """What Django's DATABASES wants, from ``postgresql://user:password@host:5432/name?host=/socket/dir``.

    A ``host`` in the query names the directory of a unix socket. Raises BadSettingError for another scheme,
    an unknown option, a missing database name or user.
    """
    parts = urlsplit(value)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise BadSettingError(name, "must begin with postgresql://")
    options = dict(parse_qsl(parts.query))
    host = options.pop("host", "") or unquote(parts.hostname or "")
    user = options.pop("user", "") or unquote(parts.username or "")
    database_name = unquote(parts.path.lstrip("/"))
    if not database_name or not user:
        raise BadSettingError(name, "must name a user and a database: postgresql://user@host/database")
    unknown = set(options) - {"sslmode", "sslrootcert", "sslcert", "sslkey", "target_session_attrs"}
    if unknown:
        raise BadSettingError(name, f"has options Davy does not know: {', '.join(sorted(unknown))}")
    try:
        port = parts.port
    except ValueError:
        raise BadSettingError(name, "has a port that is no number") from None
    return {
        "NAME": database_name,
        "USER": user,
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(port or ""),
        "OPTIONS": options,
    }
