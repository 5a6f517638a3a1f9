"""A variable that cannot be meant stops Davy and is named; nothing is guessed."""

from pathlib import Path

import pytest

from davy.settings import env

NAME = "DAVY_EXAMPLE"


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv(NAME, raising=False)
    return monkeypatch


def test_unset_means_the_default(given: pytest.MonkeyPatch) -> None:
    assert env.choice(NAME, "prod", ("dev", "prod")) == "prod"
    assert env.flag(NAME, default=True) is True
    assert env.whole(NAME, 8, least=1, most=64) == 8
    assert env.words(NAME, ["a"]) == ["a"]
    assert env.directory(NAME, "var") == Path("var").absolute()


@pytest.mark.parametrize("value", ["8 threads", "1.5", "0", "65", "-1"])
def test_a_number_out_of_bounds_or_no_number_is_refused(given: pytest.MonkeyPatch, value: str) -> None:
    given.setenv(NAME, value)
    with pytest.raises(env.BadSettingError, match=NAME):
        env.whole(NAME, 8, least=1, most=64)


@pytest.mark.parametrize(("value", "meant"), [("1", True), ("Yes", True), ("off", False), ("", False)])
def test_a_flag_in_any_usual_spelling(given: pytest.MonkeyPatch, value: str, meant: bool) -> None:
    given.setenv(NAME, value)
    assert env.flag(NAME, default=not meant) is meant


def test_a_flag_that_is_neither_is_refused(given: pytest.MonkeyPatch) -> None:
    given.setenv(NAME, "maybe")
    with pytest.raises(env.BadSettingError, match="must be 1 or 0"):
        env.flag(NAME, default=True)


def test_a_word_outside_of_the_choice_is_refused(given: pytest.MonkeyPatch) -> None:
    given.setenv(NAME, "production")
    with pytest.raises(env.BadSettingError, match="dev, prod"):
        env.choice(NAME, "prod", ("dev", "prod"))


def test_a_list_drops_blanks(given: pytest.MonkeyPatch) -> None:
    given.setenv(NAME, " a.example , ,b.example,")
    assert env.words(NAME, []) == ["a.example", "b.example"]


def test_a_file_where_a_directory_should_be_is_refused(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    given.setenv(NAME, str(tmp_path / "file"))
    with pytest.raises(env.BadSettingError, match="directory"):
        env.directory(NAME, "var")


def test_a_database_on_a_host_and_one_on_a_socket() -> None:
    assert env.database(NAME, "postgresql://davy_app:p%40ss@db.plant:5433/davy?sslmode=verify-full") == {
        "NAME": "davy",
        "USER": "davy_app",
        "PASSWORD": "p@ss",
        "HOST": "db.plant",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "verify-full"},
    }
    socket = env.database(NAME, "postgresql:///davy?host=/run/davy%20a&user=davy_app")
    assert (socket["HOST"], socket["USER"], socket["PORT"]) == ("/run/davy a", "davy_app", "")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "mysql://u@h/d",
        "postgresql://host/davy",
        "postgresql://user@host/",
        "postgresql://user@host:port/davy",
        "postgresql://user@host/davy?sslmod=require",
    ],
)
def test_a_database_that_cannot_be_meant_is_refused(value: str) -> None:
    with pytest.raises(env.BadSettingError, match=NAME):
        env.database(NAME, value)
