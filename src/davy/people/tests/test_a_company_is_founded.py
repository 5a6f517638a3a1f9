"""A plant that has nothing yet: its company and its first administrator come from the command line, or not at
all."""

from pathlib import Path

import pytest
from django.test import Client

from davy.accounts.models import Account, AuditRow, Company
from davy.cli import main
from davy.db import tenant

pytestmark = pytest.mark.django_db
SECRET = "zhang-gong-2026"
HH = ["company", "hh", "恒海化工", "--admin", "Zhang", "--admin-name", "张工"]


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAVY_ADMIN_PASSWORD", SECRET)


def test_its_administrator_logs_in_and_reads_what_is_missing(secret: None) -> None:
    assert main(HH) == 0
    company = Company.objects.get(code="hh")
    client = Client()
    client.force_login(Account.objects.get(company_id=company.id, username="zhang"))
    session = client.get("/api/v1/session").json()
    assert (session["company"]["name"], session["person"]["name"]) == ("恒海化工", "张工")
    steps = client.get("/api/v1/beginning").json()["steps"]
    assert [step["id"] for step in steps if step["lacking"]] == [
        "site", "area", "point", "calendar", "people", "certificate", "post", "account",
    ]  # fmt: skip
    with tenant.company(company.id):
        assert AuditRow.objects.filter(after={"founded": True}).count() == 2


def test_without_a_password_one_is_made_and_shown_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert main(HH) == 0
    shown = capsys.readouterr().out.split("password: ")[1].split()[0]
    assert Account.objects.get(username="zhang").check_password(shown)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (["company", "恒海", *HH[2:]], "no code"),
        (HH[:3], "all four"),
        ([*HH, "--host", "not a host"], "no host name"),
        ([*HH[:4], "张 工", *HH[5:]], "no login"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_entered(
    wrong: list[str], why: str, secret: None, capsys: pytest.CaptureFixture[str]
) -> None:
    said = why.replace("no code", "a code has").replace("no login", "a login has")
    assert main(wrong) == 1
    assert said in capsys.readouterr().err
    assert not Company.objects.exists()


def test_a_weak_password_enters_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    weak = tmp_path / "weak"
    weak.write_text("12345678\n", encoding="utf-8")
    assert main([*HH, "--password-file", str(weak)]) == 1
    assert "too weak" in capsys.readouterr().err
    assert not Company.objects.exists()


def test_a_second_company_needs_a_name_of_its_own(secret: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(HH) == 0
    second = ["company", "jn", "江南新材", "--admin", "qin", "--admin-name", "秦工"]
    assert main(second) == 1
    assert "--host" in capsys.readouterr().err
    assert main([*second, "--host", "jn.example"]) == 0
    assert main([*second, "--host", "other.example"]) == 1
    assert main(["company", "hh", "--host", "hh.example"]) == 0
    assert main(["company", "hh", "--host", "jn.example"]) == 1
    assert main(["company"]) == 0
    assert "hh\t恒海化工\thh.example" in capsys.readouterr().out
