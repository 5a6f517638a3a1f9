"""`davy watch` without a broker says what to do."""

from pathlib import Path

import pytest

from davy.cli.main import main


def test_it_names_the_remedy_where_there_is_no_broker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("django.conf.settings.DATA", tmp_path)
    assert main(["watch"]) == 1
    assert "there is no broker to read from. Start davy serve here" in capsys.readouterr().err
    path = tmp_path / "broker" / "access.json"
    path.parent.mkdir()
    path.write_text("{}", encoding="utf-8")
    assert main(["watch"]) == 1
    assert "does not tell how to reach the broker" in capsys.readouterr().err
