"""``davy check`` asks one question a line and fails when an answer is no."""

import pytest

from davy.cli import check, main


def test_a_sound_installation(
    committed_db: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "_pages", lambda: None)  # the pages are built by another step
    assert main(["check"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line[:6] for line in lines] == ["ok    "] * 5


def test_a_fault_is_named(
    committed_db: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "_pages", lambda: "m missing; run: make web")
    assert main(["check"]) == 1
    assert "WRONG pages are built: m missing; run: make web" in capsys.readouterr().out
