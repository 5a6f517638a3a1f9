"""Whether a sender may write a request in another's name: a row of the access table."""

from __future__ import annotations

from davy.accounts.access import may
from davy.accounts.models import Account
from davy.door.envelope import Envelope
from davy.door.streams import Sender

__all__ = ["may_file"]


def may_file(envelope: Envelope, sender: Sender) -> bool:
    """Asked only where somebody else is named. The roles are those of the account that sends."""
    if envelope.kind != "draft" or "applicant" not in envelope.body or sender.account is None:
        return False
    account = Account.objects.filter(company_id=envelope.company, id=sender.account).first()
    return account is not None and may(account.roles, "filings", "write")
