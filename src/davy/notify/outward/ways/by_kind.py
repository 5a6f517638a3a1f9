"""The messengers by their names in the contract, and what an address of each looks like."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from davy.notify.outward.ways import chat, mail, sms
from davy.notify.outward.ways.setup import Addressed, Setup

__all__ = ["BY_KIND", "check", "send"]

_PHONE = re.compile(r"\+?[0-9]{5,15}", re.ASCII)
_MEMBER = re.compile(r"[A-Za-z0-9._@-]{1,64}", re.ASCII)


@dataclass(frozen=True)
class Way:
    """How one messenger is asked, which settings of it cannot be used, and whether a text is an address."""

    send: Callable[[Setup, Addressed], None]
    faults: Callable[[Mapping[str, Any], Mapping[str, str]], list[str]]
    is_address: Callable[[str], bool]
    settings: frozenset[str]


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return pattern.fullmatch(text) is not None


_APP = frozenset({"url", "app", "agent"})
BY_KIND: Mapping[str, Way] = {
    "sms": Way(sms.send, sms.faults, partial(_matches, _PHONE), frozenset({"url", "headers", "body", "ok"})),
    "wecom": Way(partial(chat.send, chat.WECOM), chat.faults, partial(_matches, _MEMBER), _APP),
    "dingtalk": Way(partial(chat.send, chat.DINGTALK), chat.faults, partial(_matches, _MEMBER), _APP),
    "mail": Way(mail.send, mail.faults, mail.is_address, frozenset({"host", "port", "safe", "from", "user"})),
}


def send(kind: str, setup: Setup, message: Addressed) -> None:
    """Hand one message to the messenger of this kind. Raises SendError."""
    BY_KIND[kind].send(setup, message)


def check(kind: str, setup: Setup) -> list[str]:
    """The names of the settings that this messenger cannot use, or does not know."""
    way = BY_KIND[kind]
    wrong = [*way.faults(setup.settings, setup.secret), *sorted(setup.settings.keys() - way.settings)]
    return wrong or ([] if setup.private_net else _in_the_open(setup.settings))


def _in_the_open(settings: Mapping[str, Any]) -> list[str]:
    """What would carry words about people and a key over the public net for everybody to read."""
    plain = str(settings.get("url") or "https").startswith("http:")
    return [*(["url"] if plain else []), *(["safe"] if settings.get("safe") == "none" else [])]
