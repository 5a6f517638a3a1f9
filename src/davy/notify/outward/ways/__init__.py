"""The messengers, each a function `send(setup, address, text)`; `by_kind` names them."""

from davy.notify.outward.ways.by_kind import BY_KIND, check, send
from davy.notify.outward.ways.setup import Addressed, SendError, Setup

__all__ = ["BY_KIND", "Addressed", "SendError", "Setup", "check", "send"]
