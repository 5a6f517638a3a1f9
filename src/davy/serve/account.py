"""Under which user of the machine the embedded PostgreSQL runs: it refuses root."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from davy.serve.failure import CannotServeError

__all__ = ["ServiceUser", "service_user"]

_NAMES = ("postgres", "davy")


@dataclass(frozen=True)
class ServiceUser:
    """A user of the machine that owns the cluster's files; ``drop`` says whether we must change to it."""

    name: str
    uid: int
    gid: int
    drop: bool

    def identity(self) -> Mapping[str, object]:
        """Keyword arguments for subprocess that start a program as this user."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.drop else {}

    def own(self, path: Path) -> None:
        """Make the path ours, closed to everybody else."""
        if self.drop:
            os.chown(path, self.uid, self.gid)
        path.chmod(0o700)

    def can(self, *command: str) -> bool:
        """Whether this user can run the command from the root directory and it succeeds."""
        outcome = subprocess.run(command, cwd="/", capture_output=True, check=False, **self.identity())  # type: ignore[call-overload]  # identity() is a plain mapping
        return bool(outcome.returncode == 0)

    def reaches(self, directory: Path) -> bool:
        """Whether this user can walk into the directory, whatever its parents are."""
        return self.can("/bin/sh", "-c", 'cd "$1"', "sh", str(directory))


def service_user() -> ServiceUser:
    """Ourselves; as root the user ``postgres`` if the machine has one, else ``davy``, made when missing.

    Raises CannotServeError when there is none and none can be made.
    """
    if os.geteuid() != 0:
        return _known(os.geteuid())
    for name in _NAMES:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServiceUser(entry.pw_name, entry.pw_uid, entry.pw_gid, drop=True)
    return _made("davy")


def _known(uid: int) -> ServiceUser:
    try:
        entry = pwd.getpwuid(uid)
    except KeyError:
        raise CannotServeError(
            f"The user id {uid} has no name on this machine, and PostgreSQL needs one. Add it to /etc/passwd "
            "or point DAVY_DATABASE_URL to a PostgreSQL server of your own."
        ) from None
    return ServiceUser(entry.pw_name, uid, entry.pw_gid, drop=False)


def _made(name: str) -> ServiceUser:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    made = useradd and subprocess.run(
        [useradd, "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name],
        capture_output=True,
        check=False,
    )
    if not made or made.returncode != 0:
        raise CannotServeError(
            "PostgreSQL does not run as root and no user for it could be made. Start Davy as another user, "
            f"or run: useradd --system {name}"
        )
    entry = pwd.getpwnam(name)
    return ServiceUser(entry.pw_name, entry.pw_uid, entry.pw_gid, drop=True)
