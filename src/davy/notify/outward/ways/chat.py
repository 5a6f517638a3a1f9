"""WeCom (企业微信) and DingTalk (钉钉): a message of the plant's own app to one member.

`settings`: url (other than the maker's for a private deployment), app (corp id or app key), agent (number of
the app). `secret`: key. The access token of an app is kept for its life in this process, and asked for anew
once when it is refused.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from davy.notify.outward.ways.setup import Addressed, SendError, Setup, came
from davy.outside.ask import ask
from davy.outside.reach import OutsideError, check

__all__ = ["DINGTALK", "WECOM", "Chat", "faults", "send"]

_EARLY_S = 300  # a token is not used in the last five minutes of its life


@dataclass(frozen=True)
class Chat:
    """What differs between the two: addresses, the shape of a message, and what their codes mean."""

    home: str
    token: str
    message: str
    body: Callable[[int, Addressed], Mapping[str, Any]]
    stale: frozenset[int]  # the access token is no good any more
    credentials: frozenset[int]  # app, secret or address of the server are not admitted
    nobody: frozenset[int]  # no such member, or not one who may see the app
    missed: Callable[[Mapping[str, Any]], bool]  # taken, and yet not by this member


def _wecom(agent: int, message: Addressed) -> Mapping[str, Any]:
    # The same text to the same member within half an hour counts once with them: a second try after a lost
    # answer doubles nothing.
    return {
        "touser": message.to, "msgtype": "text", "agentid": agent, "text": {"content": message.text},
        "enable_duplicate_check": 1, "duplicate_check_interval": 1800,
    }  # fmt: skip


def _dingtalk(agent: int, message: Addressed) -> Mapping[str, Any]:
    return {
        "agent_id": agent, "userid_list": message.to,
        "msg": {"msgtype": "text", "text": {"content": message.text}},
    }  # fmt: skip


WECOM = Chat(
    home="https://qyapi.weixin.qq.com",
    token="/cgi-bin/gettoken?corpid={app}&corpsecret={key}",  # noqa: S106 - a path
    message="/cgi-bin/message/send?access_token={token}",
    body=_wecom,
    stale=frozenset({40014, 41001, 42001}),
    credentials=frozenset({40001, 40013, 40056, 40091, 60020}),
    nobody=frozenset({40003, 81013, 60111}),
    missed=lambda answer: bool(answer.get("invaliduser") or answer.get("unlicenseduser")),
)
DINGTALK = Chat(
    home="https://oapi.dingtalk.com",
    token="/gettoken?appkey={app}&appsecret={key}",  # noqa: S106 - a path
    message="/topapi/message/corpconversation/asyncsend_v2?access_token={token}",
    body=_dingtalk,
    stale=frozenset({40014, 42001}),
    credentials=frozenset({40001, 40078, 40089, 40096, 60020}),
    nobody=frozenset({33012, 60121}),
    missed=lambda _: False,
)

_tokens: dict[tuple[str, str, str], tuple[str, float]] = {}


def send(chat: Chat, setup: Setup, message: Addressed) -> None:
    """Hand one message to the messenger. Raises SendError."""
    body = json.dumps(chat.body(int(setup.settings["agent"]), message), ensure_ascii=False).encode()
    for fresh in (False, True):
        path = chat.message.format(token=quote(_token(chat, setup, fresh=fresh), safe=""))
        answer = _asked(setup, _home(chat, setup) + path, body)
        code = answer.get("errcode", 0)
        if code in chat.stale and not fresh:
            continue
        _judge(chat, code)
        if chat.missed(answer):
            raise SendError("nobody", final=True)
        return


def faults(settings: Mapping[str, Any], secret: Mapping[str, str]) -> list[str]:
    """The names of the settings that cannot be used."""
    wrong = [] if settings.get("app") else ["app"]
    if not str(settings.get("agent", "")).isdecimal():
        wrong.append("agent")
    if not secret.get("key"):
        wrong.append("key")
    url = settings.get("url")
    if url:
        try:
            parts = check(str(url))
            if parts.query or parts.fragment:
                wrong.append("url")
        except OutsideError:
            wrong.append("url")
    return wrong


def _token(chat: Chat, setup: Setup, *, fresh: bool) -> str:
    home, app, key = _home(chat, setup), str(setup.settings["app"]), setup.secret["key"]
    kept, until = _tokens.get((home, app, key), ("", 0.0))
    if kept and not fresh and time.monotonic() < until:
        return kept
    answer = _asked(setup, home + chat.token.format(app=quote(app, safe=""), key=quote(key, safe="")), None)
    _judge(chat, answer.get("errcode", 0))
    token, life = answer.get("access_token"), answer.get("expires_in", 7200)
    if not isinstance(token, str) or not isinstance(life, int):
        raise SendError("answer")
    _tokens[(home, app, key)] = (token, time.monotonic() + life - _EARLY_S)
    return token


def _home(chat: Chat, setup: Setup) -> str:
    return str(setup.settings.get("url") or chat.home).rstrip("/")


def _asked(setup: Setup, url: str, body: bytes | None) -> Mapping[str, Any]:
    try:
        found = json.loads(
            ask(url, private_net=setup.private_net, body=body, headers={"Content-Type": "application/json"})
        )
    except OutsideError as error:
        raise came(error) from None
    except (ValueError, RecursionError):
        raise SendError("answer") from None
    if not isinstance(found, dict) or not isinstance(found.get("errcode", 0), int):
        raise SendError("answer")
    return found


def _judge(chat: Chat, code: int) -> None:
    if code in chat.nobody:
        raise SendError("nobody", final=True)
    if code in chat.credentials or code in chat.stale:
        raise SendError("credentials")
    if code:
        raise SendError("answer")
