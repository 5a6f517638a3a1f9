"""Whether the account behind a command may write a row of the access table."""

from __future__ import annotations

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.door.envelope import Envelope
from davy.door.streams import Sender

__all__ = ["entitled"]


def entitled(envelope: Envelope, sender: Sender, resource: str) -> bool:
    """Whether the account that sends, and no driver in its name, has the row. Inside a tenant block."""
    if sender.kind != "person" or sender.account is None:
        return False
    account = Account.objects.filter(id=sender.account, company_id=envelope.company, is_active=True).first()
    return account is not None and may(account.roles, resource, "write")
