"""Which PostgreSQL is used: the given, the newest of the system, the wheel's; later only the same major."""

from pathlib import Path

import pytest

from davy.serve import binaries
from davy.serve.account import ServiceUser, service_user
from davy.serve.failure import CannotServeError


def fake(directory: Path, major: int) -> Path:
    """A directory that looks like the programs of that version."""
    directory.mkdir(parents=True)
    program = directory / "postgres"
    program.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {major}.3 (made up)'\n", encoding="ascii")
    program.chmod(0o755)
    return directory


@pytest.fixture
def user() -> ServiceUser:
    found = service_user()
    return ServiceUser(found.name, found.uid, found.gid, drop=False)


@pytest.fixture
def system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DAVY_PG_BIN", raising=False)
    monkeypatch.setattr(binaries, "_SYSTEM", tmp_path / "system")
    monkeypatch.setattr(binaries, "_wheel", lambda _: [])
    return tmp_path / "system"


def test_the_newest_of_the_system_makes_new_data(system: Path, user: ServiceUser) -> None:
    fake(system / "15" / "bin", 15)
    newest = fake(system / "17" / "bin", 17)
    assert binaries.choose(user, None) == binaries.Binaries(newest, 17)


def test_ten_is_newer_than_nine_but_too_old(system: Path, user: ServiceUser) -> None:
    fake(system / "9" / "bin", 9)
    fake(system / "14" / "bin", 14)
    with pytest.raises(CannotServeError, match=r"No PostgreSQL 15 or newer.*14 in "):
        binaries.choose(user, None)


def test_data_of_an_older_version_keeps_it(system: Path, user: ServiceUser) -> None:
    older = fake(system / "15" / "bin", 15)
    fake(system / "17" / "bin", 17)
    assert binaries.choose(user, 15).directory == older


def test_data_of_a_version_that_is_gone_names_the_remedy(system: Path, user: ServiceUser) -> None:
    fake(system / "17" / "bin", 17)
    with pytest.raises(CannotServeError, match="apt-get install postgresql-15") as refused:
        binaries.choose(user, 15)
    assert "17 in " in str(refused.value)
    assert "DAVY_PG_BIN" in str(refused.value)


def test_what_is_given_is_taken_and_nothing_else(
    system: Path, user: ServiceUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(system / "17" / "bin", 17)
    given = fake(tmp_path / "own", 16)
    monkeypatch.setenv("DAVY_PG_BIN", str(given))
    assert binaries.choose(user, None).directory == given
    with pytest.raises(CannotServeError, match="made by PostgreSQL 17"):
        binaries.choose(user, 17)
    monkeypatch.setenv("DAVY_PG_BIN", str(tmp_path / "nothing"))
    with pytest.raises(CannotServeError, match="holds no PostgreSQL 15 or newer"):
        binaries.choose(user, None)


def test_the_system_comes_before_a_newer_wheel(
    system: Path, user: ServiceUser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = fake(system / "15" / "bin", 15)
    wheel = [fake(tmp_path / "wheel16" / "bin", 16), fake(tmp_path / "wheel18" / "bin", 18)]
    monkeypatch.setattr(binaries, "_wheel", lambda _: wheel)
    assert binaries.choose(user, None).directory == ours
    assert binaries.choose(user, 16).directory == wheel[0]
    (ours / "postgres").unlink()
    assert binaries.choose(user, None).directory == wheel[1]


def test_a_program_that_does_not_run_is_passed_over(system: Path, user: ServiceUser) -> None:
    broken = fake(system / "18" / "bin", 18)
    (broken / "postgres").write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
    working = fake(system / "15" / "bin", 15)
    assert binaries.choose(user, None).directory == working
