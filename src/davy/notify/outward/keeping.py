"""Keeps how messengers are set up and where they find people, each change with its audit row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from davy.accounts.here import TenantRequest
from davy.accounts.reference import Register
from davy.notify.models import Address, Messenger
from davy.notify.outward.setups import opened, sealed
from davy.notify.outward.ways import BY_KIND, SendError, Setup, check
from davy.problems.response import Problem

__all__ = ["addresses", "keep", "keep_addresses", "messengers"]

_PLACE = ("url", "host", "port", "safe", "app", "user")  # a change of these sends a kept secret elsewhere

messengers = Register(Messenger, "messengers", private=frozenset({"settings", "secret"}))
addresses = Register(Address, "addresses", private=frozenset({"address"}))


def keep(
    request: TenantRequest,
    kind: str,
    *,
    enabled: bool,
    private_net: bool,
    settings: Mapping[str, Any],
    secret: Mapping[str, str] | None,
) -> Messenger:
    """Set the messenger up anew. Raises Problem ``messenger_invalid`` for what it cannot use, and
    ``messenger_secret_again`` when a secret kept before would go to another place."""
    there = messengers.all(request).filter(kind=kind).first()
    told = dict(secret) if secret is not None else _kept(there, settings, private_net=private_net)
    wrong = check(kind, Setup(settings, told, private_net)) if enabled or settings else []
    if wrong:
        raise Problem("messenger_invalid", missing=[{"at": name} for name in wrong])
    values = {
        "enabled": enabled,
        "private_net": private_net,
        "settings": dict(settings),
        "secret": sealed(told, request.company.id, kind),
        "problem": "",
        "failures": 0,
    }
    if there is None:
        return messengers.add(request, {**values, "kind": kind})
    return messengers.change(request, there.id, values)


def _kept(there: Messenger | None, settings: Mapping[str, Any], *, private_net: bool) -> dict[str, str]:
    setup = opened(there) if there is not None else Setup({}, {}, private_net)
    if isinstance(setup, SendError) or not setup.secret:
        return {}
    moved = [name for name in _PLACE if setup.settings.get(name) != settings.get(name)]
    if moved:
        raise Problem("messenger_secret_again", missing=[{"at": name} for name in moved])
    return dict(setup.secret)


def keep_addresses(request: TenantRequest, person_id: UUID, wanted: Mapping[str, str]) -> None:
    """Write down where the messengers find the person. Raises Problem ``address_invalid`` naming those that
    are none."""
    wrong = [kind for kind, text in wanted.items() if text and not BY_KIND[kind].is_address(text)]
    if wrong:
        raise Problem("address_invalid", missing=[{"at": kind} for kind in wrong])
    there = {row.kind: row for row in addresses.all(request).filter(person_id=person_id)}
    for kind, text in wanted.items():
        row = there.get(kind)
        if row is None and text:
            addresses.add(request, {"person_id": person_id, "kind": kind, "address": text})
        elif row is not None and text:
            addresses.change(request, row.id, {"address": text})
        elif row is not None:
            addresses.remove(request, row.id)
