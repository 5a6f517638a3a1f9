"""Where an installation keeps its things, all derived from the one directory ``DAVY_DATA``."""

import hashlib
import os
import secrets
from pathlib import Path
from urllib.parse import quote

from davy.settings import env
from davy.settings.secret import secret

__all__ = [
    "DATABASE",
    "broker_access",
    "broker_directory",
    "cluster_directory",
    "data",
    "embedded_url",
    "secret_key",
    "socket_directory",
]

DATABASE = "davy"  # the name of the database inside the embedded cluster

_SOCKET_NAME = ".s.PGSQL.5432"
_SOCKET_LIMIT = 107  # bytes a unix socket path may have on Linux (sun_path without its closing zero)


def data() -> Path:
    """The data directory, made on first use and closed to other users of the machine."""
    path = env.directory("DAVY_DATA", "var")
    # Root hands the cluster to a service user, who must be able to walk through, but not to list.
    path.mkdir(mode=0o711 if os.geteuid() == 0 else 0o700, parents=True, exist_ok=True)
    return path


def cluster_directory(directory: Path) -> Path:
    """Where the embedded PostgreSQL of this data directory keeps its files.

    PostgreSQL does not run as root. When root starts Davy below a directory closed to others, the service
    user could not reach the data, so the cluster lies under /var/lib and the supervisor says so.
    """
    return (
        directory / "postgres" if _open_to_walk(directory) else Path("/var/lib") / f"davy-{_mark(directory)}"
    )


def broker_directory(directory: Path) -> Path:
    """Where the embedded broker of this data directory keeps its log of messages."""
    return directory / "broker"


def broker_access(directory: Path) -> Path:
    """The file by which our processes reach the broker; written at its start, readable by us alone."""
    return broker_directory(directory) / "access.json"


def socket_directory(directory: Path) -> Path:
    """Where the embedded PostgreSQL of this data directory puts its socket.

    A socket path has a hard length limit, so a deep data directory gets a short one under /tmp; the
    supervisor refuses to use it unless it is private to us.
    """
    inside = directory / "run"
    if len(os.fsencode(inside / _SOCKET_NAME)) <= _SOCKET_LIMIT and _open_to_walk(directory):
        return inside
    # Not TMPDIR: every process of the installation must come to the same place.
    return Path("/tmp") / f"davy-{os.geteuid()}-{_mark(directory)}"  # noqa: S108 (made 0700 and checked by davy.serve)


def _open_to_walk(directory: Path) -> bool:
    """Whether the user who runs the database can pass every directory above; only root runs it as another."""
    if os.geteuid() != 0:
        return True
    above = [path for path in (directory, *directory.parents) if path.exists()]
    return all(path.stat().st_mode & 0o001 for path in above)


def _mark(directory: Path) -> str:
    return hashlib.sha256(os.fsencode(directory)).hexdigest()[:12]


def embedded_url(directory: Path, user: str, name: str = DATABASE) -> str:
    """How to reach the embedded PostgreSQL of this data directory as the given role."""
    return f"postgresql:///{name}?host={quote(str(socket_directory(directory)))}&user={user}"


def secret_key(path: Path) -> str:
    """The signing key of this installation. Raises env.BadSettingError when others may read the file."""
    return secret(path, lambda: secrets.token_urlsafe(64).encode("ascii")).decode("ascii").strip()
