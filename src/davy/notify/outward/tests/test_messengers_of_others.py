"""Each messenger against a real server: what it takes, what it refuses, and what a wrong password means."""

from __future__ import annotations

from collections.abc import Iterator
from email.header import decode_header, make_header
from uuid import UUID

import pytest

from davy.notify.outward.tests.servers import (
    MailServer,
    WebServer,
    dripping,
    mail_server,
    web_server,
    wecom,
)
from davy.notify.outward.ways import Addressed, SendError, Setup, chat, check, send
from davy.notify.outward.ways import mail as mailing

ID = UUID("019c0000-0000-7000-8000-000000000001")
BODY = {"to": "{phone}", "text": "{text}", "auth": "{key}"}


@pytest.fixture
def server() -> Iterator[WebServer]:
    with web_server() as found:
        yield found


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with mail_server() as found:
        yield found


@pytest.fixture(autouse=True)
def _no_tokens() -> None:
    chat._tokens.clear()


def _chat(server: WebServer, **over: str) -> Setup:
    return Setup(
        {"url": server.url, "app": "corp", "agent": "1000002"},
        {"key": "app-secret", **over},
        private_net=True,
    )


def _mail(mails: MailServer, **over: object) -> Setup:
    settings = {"host": "127.0.0.1", "port": mails.port, "safe": "none", "from": "davy@plant.example",
                "user": "davy"}  # fmt: skip
    return Setup({**settings, **over}, {"key": "mail-secret"}, private_net=True)


def _refused(kind: str, setup: Setup, to: str = "zhangsan") -> tuple[str, bool]:
    with pytest.raises(SendError) as caught:
        send(kind, setup, Addressed(ID, to, "作业票 DH-1：待您签批"))
    return caught.value.code, caught.value.final


def test_wecom_takes_a_message_with_one_token_for_many(server: WebServer) -> None:
    tokens = wecom(server, members=("zhangsan", "lisi"))
    for member in ("zhangsan", "lisi"):
        send("wecom", _chat(server), Addressed(ID, member, "停工"))
    assert len(tokens) == 1
    assert [(b["touser"], b["agentid"], b["text"]) for b in server.bodies()] == [
        ("zhangsan", 1000002, {"content": "停工"}),
        ("lisi", 1000002, {"content": "停工"}),
    ]


def test_a_token_that_has_died_is_asked_for_anew_once(server: WebServer) -> None:
    tokens = wecom(server, members=("zhangsan",))
    send("wecom", _chat(server), Addressed(ID, "zhangsan", "一"))
    tokens.clear()
    send("wecom", _chat(server), Addressed(ID, "zhangsan", "二"))
    assert [body["text"]["content"] for body in server.bodies()] == ["一", "二", "二"]


def test_wecom_says_who_is_not_there_and_what_password_is_wrong(server: WebServer) -> None:
    wecom(server, members=("zhangsan",))
    assert _refused("wecom", _chat(server), "wangwu") == ("nobody", True)
    assert _refused("wecom", _chat(server, key="stolen")) == ("credentials", False)


def test_dingtalk_takes_a_message(server: WebServer) -> None:
    server.answers["/gettoken"] = {"errcode": 0, "access_token": "t", "expires_in": 7200}
    server.answers["/topapi/message/corpconversation/asyncsend_v2"] = {"errcode": 0, "task_id": 1}
    send("dingtalk", _chat(server), Addressed(ID, "zhangsan", "停工"))
    (body,) = server.bodies("/topapi")
    assert (body["userid_list"], body["msg"]["text"]["content"]) == ("zhangsan", "停工")


@pytest.mark.parametrize("answer", [[], "ok", {"errcode": "0"}, {"errcode": 0, "access_token": 5}])
def test_an_answer_that_makes_no_sense_is_tried_again(server: WebServer, answer: object) -> None:
    server.answers["/cgi-bin/gettoken"] = answer
    assert _refused("wecom", _chat(server)) == ("answer", False)


def test_mail_comes_with_subject_sender_and_an_id_of_its_own(mails: MailServer) -> None:
    send("mail", _mail(mails), Addressed(ID, "li@plant.example", "作业票 DH-1：待您签批"))
    (mail,) = mails.taken
    assert str(make_header(decode_header(mail["Subject"]))) == "作业票 DH-1：待您签批"
    assert (mail["From"], mail["To"], mail["Auto-Submitted"]) == (
        "davy@plant.example",
        "li@plant.example",
        "auto-generated",
    )
    assert mail["Message-ID"] == f"<{ID}@davy>"


def test_a_mail_server_with_another_password_is_told_as_such(mails: MailServer) -> None:
    wrong = _mail(mails)
    assert _refused("mail", Setup(wrong.settings, {"key": "old"}, private_net=True), "li@plant.example") == (
        "credentials",
        False,
    )
    assert mails.taken == []


def test_nobody_at_home_and_a_server_without_tls_where_tls_is_wanted(mails: MailServer) -> None:
    assert _refused("mail", _mail(mails, port=1), "li@plant.example") == ("unreachable", False)
    assert _refused("mail", _mail(mails, safe="starttls"), "li@plant.example") == ("answer", False)


@pytest.mark.parametrize("kind", ["wecom", "mail", "sms"])
def test_without_leave_no_messenger_reaches_into_the_plant(
    kind: str, server: WebServer, mails: MailServer
) -> None:
    inside = {
        "wecom": _chat(server),
        "mail": _mail(mails),
        "sms": Setup({"url": server.url, "body": BODY}, {"key": "k"}, private_net=True),
    }[kind]
    assert _refused(kind, Setup(inside.settings, inside.secret, private_net=False)) == (
        "private_address",
        False,
    )
    assert (server.asked, mails.taken) == ([], [])


def test_a_text_about_keys_is_told_no_key(server: WebServer) -> None:
    setup = Setup({"url": f"{server.url}/{{id}}?n={{phone}}", "body": BODY}, {"key": "k-1"}, private_net=True)
    send("sms", setup, Addressed(ID, "+8613800138000", '{key} "引号" {phone}'))
    ((path, _, body),) = server.asked
    assert path == f"/{ID}?n=%2B8613800138000"
    assert body == {"to": "+8613800138000", "text": '{key} "引号" {phone}', "auth": "k-1"}


@pytest.mark.parametrize(
    ("status", "came"),
    [
        (500, ("status", False)),
        (429, ("status", False)),
        (404, ("status", False)),
        (403, ("credentials", False)),
        (400, ("refused", False)),
        (302, ("status", False)),
    ],
)
def test_what_a_gateway_answers_by_its_status(server: WebServer, status: int, came: tuple[str, bool]) -> None:
    server.status = status
    assert _refused("sms", Setup({"url": server.url, "body": BODY}, {"key": "k"}, private_net=True)) == came


@pytest.mark.parametrize(
    ("kind", "settings", "wrong"),
    [
        ("sms", {"url": "ftp://x", "body": BODY}, ["url"]),
        ("sms", {"url": "https://x.example/", "body": {"to": "{phone}"}}, ["body"]),
        ("sms", {"url": "https://x.example/", "body": BODY, "headers": {"Host": "x"}}, ["headers"]),
        ("sms", {"url": "https://x.example/", "body": BODY, "headers": {"X": "a\r\nb"}}, ["headers"]),
        ("sms", {"url": "https://x.example/", "body": BODY, "ok": {"path": "code"}}, ["ok"]),
        ("wecom", {"agent": "7"}, ["app"]),
        ("wecom", {"app": "c", "agent": "seven"}, ["agent"]),
        ("wecom", {"app": "c", "agent": "7", "url": "https://u:p@x.example"}, ["url"]),
        ("mail", {"host": "m.example", "port": 0, "safe": "tls", "from": "a@b.cn"}, ["port"]),
        ("mail", {"host": "m.example", "port": 465, "safe": "ssl", "from": "a@b.cn"}, ["safe"]),
        ("mail", {"host": "m.example", "port": 465, "safe": "tls", "from": "a@b.cn\nBcc: x"}, ["from"]),
        ("mail", {"host": "m.example", "port": 465, "safe": "tls", "from": "a@b.cn", "x": 1}, ["x"]),
        ("mail", {"host": "m.example", "port": 25, "safe": "none", "from": "a@b.cn"}, ["safe"]),
        ("sms", {"url": "http://x.example/", "body": BODY}, ["url"]),
    ],
)
def test_what_cannot_be_used_is_named(kind: str, settings: dict[str, object], wrong: list[str]) -> None:
    assert check(kind, Setup(settings, {"key": "k"}, private_net=False)) == wrong


def test_a_mail_server_that_drips_is_left_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailing, "WHOLE_S", 0.6)
    with dripping() as port:
        settings = {"host": "127.0.0.1", "port": port, "safe": "none", "from": "davy@plant.example"}
        assert _refused("mail", Setup(settings, {}, private_net=True), "li@plant.example") == ("slow", False)
