"""Missing Debian packages are installed by root and asked for by anybody else."""

import subprocess

import pytest

from tools import debian


def test_nothing_missing_is_nothing_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian, "NEEDED", {"chromium": lambda: True})
    assert debian.main() == 0


def test_a_plain_user_is_told_the_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(debian, "NEEDED", {"chromium": lambda: False, "postgresql": lambda: False})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert debian.main() == 2
    assert "apt-get install -y --no-install-recommends chromium postgresql" in capsys.readouterr().err


def test_root_installs_only_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(debian, "NEEDED", {"chromium": lambda: True, "fonts-noto-cjk": lambda: False})
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: ran.append(command))
    assert debian.main() == 0
    assert [command[2] for command in ran] == ["update", "install"]
    assert ran[1][-1] == "fonts-noto-cjk"
