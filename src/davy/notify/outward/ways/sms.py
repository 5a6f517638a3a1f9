"""SMS by the HTTP gateway of a plant or provider: a JSON request whose shape the administrator writes down.

`settings`: url, headers {name: text}, body (JSON with the placeholders below), ok {path, is} (where the
answer says that it took the message, and as what; without it any good status does). `secret`: key.
Placeholders in url, headers and body: {phone} {text} {id} {key}.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from davy.notify.outward.ways.setup import Addressed, SendError, Setup, came
from davy.outside.ask import ask
from davy.outside.reach import OutsideError, check

__all__ = ["faults", "send"]

_DEEPEST = 8
_PLACE = re.compile(r"\{(phone|text|id|key)\}")


def send(setup: Setup, message: Addressed) -> None:
    """Hand one message to the gateway. Raises SendError."""
    words = {
        "phone": message.to,
        "text": message.text,
        "id": str(message.id),
        "key": setup.secret.get("key", ""),
    }
    url = _filled(setup.settings["url"], {name: quote(word, safe="") for name, word in words.items()})
    headers = {
        name: _filled(text, words).encode("utf-8").decode("latin-1")
        for name, text in setup.settings.get("headers", {}).items()
    }
    body = json.dumps(_filled(setup.settings["body"], words), ensure_ascii=False).encode()
    try:
        answer = ask(
            url,
            private_net=setup.private_net,
            body=body,
            headers={"Content-Type": "application/json; charset=utf-8", **headers},
        )
    except OutsideError as error:
        raise came(error) from None
    if not _taken(answer, setup.settings.get("ok")):
        raise SendError("refused")  # of one number, or for want of credit: a gateway seldom says which


def faults(settings: Mapping[str, Any], secret: Mapping[str, str]) -> list[str]:
    """The names of the settings that cannot be used."""
    wrong = []
    try:
        check(_filled(str(settings.get("url", "")), dict.fromkeys(("phone", "text", "id", "key"), "x")))
    except OutsideError:
        wrong.append("url")
    body = settings.get("body")
    shown = json.dumps(body, ensure_ascii=False)
    if (
        not isinstance(body, dict)
        or _depth(body) > _DEEPEST
        or not ("{phone}" in shown and "{text}" in shown)
    ):
        wrong.append("body")
    headers = settings.get("headers", {})
    if not isinstance(headers, dict) or not all(_header(*pair) for pair in headers.items()):
        wrong.append("headers")
    ok = settings.get("ok")
    if ok is not None and not (
        isinstance(ok, dict) and ok.keys() == {"path", "is"} and isinstance(ok["path"], str) and ok["path"]
    ):
        wrong.append("ok")
    everything = shown + json.dumps(headers) + str(settings.get("url", ""))
    if "{key}" in everything and not secret.get("key"):
        wrong.append("key")
    return wrong


def _header(name: object, text: object) -> bool:
    return (
        isinstance(name, str)
        and isinstance(text, str)
        and name.replace("-", "").isalnum()
        and name.isascii()
        and text.isprintable()
        and name.lower() not in {"host", "content-length", "connection"}
    )


def _filled(shape: Any, words: Mapping[str, str]) -> Any:
    if isinstance(shape, str):  # in one pass: a text that speaks of {key} is told no key
        return _PLACE.sub(lambda found: words[found[1]], shape)
    if isinstance(shape, dict):
        return {name: _filled(each, words) for name, each in shape.items()}
    if isinstance(shape, list):
        return [_filled(each, words) for each in shape]
    return shape


def _depth(shape: Any) -> int:
    if isinstance(shape, dict):
        return 1 + max((_depth(each) for each in shape.values()), default=0)
    if isinstance(shape, list):
        return 1 + max((_depth(each) for each in shape), default=0)
    return 0


def _taken(answer: bytes, ok: Mapping[str, Any] | None) -> bool:
    if ok is None:
        return True
    try:
        found = json.loads(answer)
        for step in str(ok["path"]).split("."):
            found = found[int(step)] if isinstance(found, list) else found[step]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        return False
    return str(found) == str(ok["is"])
