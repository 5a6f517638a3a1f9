"""Health, pages and streams are answered by the front with our headers, the rest by Django."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from davy.asgi import Front
from davy.serve.pages import Pages
from davy.serve.tests.asgi_client import ask
from davy.settings.headers import SECURITY_HEADERS


@pytest.fixture
def front(tmp_path: Path) -> Front:
    for entry in ("m", "console"):
        (tmp_path / entry).mkdir()
        (tmp_path / entry / "index.html").write_text("<title>Davy</title>" * 20, encoding="utf-8")
    made = Front()
    made._pages = Pages(tmp_path)
    return made


@pytest.mark.parametrize("path", ["/m/", "/", "/api/v1/stream"])
def test_every_answer_carries_our_headers(front: Front, path: str) -> None:
    reply = ask(front, "GET", path)
    for name, value in SECURITY_HEADERS.items():
        assert reply.headers[name.lower()] == value
    assert "unsafe-eval" not in reply.headers["content-security-policy"].replace("wasm-unsafe-eval", "")


def test_the_start_leads_phones_and_desks_to_their_pages(front: Front) -> None:
    assert ask(front, "GET", "/").headers["location"] == "/console/"
    phone = [("user-agent", "Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36")]
    assert ask(front, "GET", "/", phone).headers["location"] == "/m/"


def test_a_page_already_known_is_not_sent_again(front: Front) -> None:
    first = ask(front, "GET", "/m/")
    again = ask(front, "GET", "/m/", [("if-none-match", first.headers["etag"])])
    assert (first.status, again.status, again.body) == (200, 304, b"")


def test_a_browser_that_can_gets_the_packed_page(front: Front) -> None:
    reply = ask(front, "GET", "/m/", [("accept-encoding", "gzip, br")])
    assert reply.headers["content-encoding"] == "gzip"
    assert reply.headers["vary"] == "Accept-Encoding"
    assert len(reply.body) < 100


def test_head_tells_the_length_and_sends_nothing(front: Front) -> None:
    reply = ask(front, "HEAD", "/m/")
    assert (reply.status, reply.body) == (200, b"")
    assert reply.headers["content-length"] == str(len("<title>Davy</title>") * 20)


def test_health_says_whether_the_database_answers(front: Front, committed_db: str) -> None:
    reply = ask(front, "GET", "/healthz")
    assert (reply.status, reply.body) == (200, b'{"status":"ok"}')


@pytest.mark.django_db
def test_health_is_bad_when_the_database_does_not_answer(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("davy.asgi._database_answers", lambda: False)
    assert ask(front, "GET", "/healthz").status == 503


def test_a_stream_without_a_session_is_refused(front: Front, committed_db: str) -> None:
    reply = ask(front, "GET", "/api/v1/stream", [("host", "nobody.example")])
    assert reply.status == 401
    assert b"not_signed_in" in reply.body


def test_a_session_check_that_fails_lets_nobody_in(
    front: Front, committed_db: str, settings: Settings
) -> None:
    settings.STREAM_AUTH = "davy.no.such.function"
    assert ask(front, "GET", "/api/v1/stream").status == 401
