"""Mail by the plant's own server.

`settings`: host, port, safe (`tls` from the first byte, `starttls`, or `none` inside the plant's own
network), from, user. `secret`: key, the password of that user.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from typing import Any

from davy.notify.outward.ways.setup import Addressed, SendError, Setup
from davy.outside.limit import within
from davy.outside.reach import OutsideError, connected

__all__ = ["SAFE", "faults", "send"]

SAFE = ("tls", "starttls", "none")
WHOLE_S = 8.0
_USUAL = frozenset({25, 465, 587})
_SUBJECT = 70  # characters of the first line that stand in the subject


def send(setup: Setup, message: Addressed) -> None:
    """Hand one mail to the server. Raises SendError."""
    safe = setup.settings["safe"]
    server = _Server(setup)
    try:
        with within(WHOLE_S, lambda: server.line):
            server.connect(setup.settings["host"], setup.settings["port"])
            if safe == "starttls":
                server.starttls(context=ssl.create_default_context())
            if setup.settings.get("user"):
                server.login(setup.settings["user"], setup.secret.get("key", ""))
            server.send_message(_written(setup.settings["from"], message))
    except OutsideError as error:
        raise SendError(error.code) from None
    except smtplib.SMTPAuthenticationError:
        raise SendError("credentials") from None
    except smtplib.SMTPRecipientsRefused as error:
        codes = [code for code, _ in error.recipients.values()]
        raise SendError("nobody", final=bool(codes) and all(code >= 500 for code in codes)) from None
    except smtplib.SMTPException:
        raise SendError("answer") from None
    except TimeoutError:
        raise SendError("slow") from None
    except ssl.SSLError:
        raise SendError("certificate") from None
    except OSError:
        raise SendError("unreachable") from None
    finally:
        server.leave()


def faults(settings: Mapping[str, Any], secret: Mapping[str, str]) -> list[str]:
    """The names of the settings that cannot be used."""
    wrong = []
    host = str(settings.get("host", ""))
    if not host or not host.isascii() or not all(c.isalnum() or c in ".-:" for c in host):
        wrong.append("host")
    port = settings.get("port")
    if isinstance(port, bool) or not isinstance(port, int) or not 1 <= port <= 65535:
        wrong.append("port")
    if settings.get("safe") not in SAFE:
        wrong.append("safe")
    if not is_address(str(settings.get("from", ""))):
        wrong.append("from")
    if settings.get("user") and not secret.get("key"):
        wrong.append("key")
    return wrong


def is_address(text: str) -> bool:
    """Whether this is the plain address of one mailbox."""
    try:
        found = Address(addr_spec=text)
    except (ValueError, IndexError):
        return False
    return bool(found.username and "." in found.domain)


def _written(sender: str, message: Addressed) -> EmailMessage:
    first = message.text.splitlines()[0]
    mail = EmailMessage()
    mail["Subject"] = first if len(first) <= _SUBJECT else first[: _SUBJECT - 1] + "…"
    mail["From"], mail["To"] = sender, message.to
    mail["Date"] = formatdate(localtime=False)
    mail["Message-ID"] = f"<{message.id}@davy>"  # a second try after a lost answer has the same
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office answers
    mail.set_content(message.text)
    return mail


class _Server(smtplib.SMTP):
    """A session whose connection goes to the judged address, while certificates are held to the name."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self.line: socket.socket | None = None
        """The connection itself, whatever is wrapped around it: to end it at any moment."""
        super().__init__(timeout=WHOLE_S)
        self._host = setup.settings["host"]  # whom STARTTLS holds the certificate to

    def leave(self) -> None:
        """Say goodbye without waiting for an answer: the mail is taken or it is not."""
        with suppress(OSError, smtplib.SMTPException):
            self.putcmd("quit")
        self.close()
        if self.line is not None:
            self.line.close()

    def _get_socket(self, host: str, port: int, timeout: float | None) -> socket.socket:
        line = connected(host, port, private_net=self._setup.private_net, usual=_USUAL)
        line.settimeout(timeout)
        self.line = line.dup()
        if self._setup.settings["safe"] == "tls":
            return ssl.create_default_context().wrap_socket(line, server_hostname=host)
        return line
