"""Time stamps for signed papers (PAdES-B-T), by the authorities that stamp the log."""

from __future__ import annotations

import logging
from pathlib import Path

from asn1crypto import tsp
from django.conf import settings
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError

from davy.evidence.log import stamps
from davy.watch.asking import post
from davy.watch.stamping import ANSWERS, ASKS

__all__ = ["stamper"]

_log = logging.getLogger(__name__)


def stamper() -> TimeStamper | None:
    """What asks the authorities of the settings; None where there are none."""
    return _Authorities() if settings.TSA else None


class _Authorities(TimeStamper):
    """Asks them in their order and takes the first answer that is believed. Once none gave one, it asks no
    more: the papers that follow do not wait for authorities that are away."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # theirs
        self._gave_up = False

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """The answer to this request. Raises TimestampRequestError when none is believed."""
        for authority in () if self._gave_up else settings.TSA:
            try:
                return self._asked(authority, req)
            except Exception as error:  # noqa: BLE001 - whatever an answer makes of us is one try in vain
                _log.warning("no time stamp for a paper from %s: %s", authority, error)
        self._gave_up = True
        raise TimestampRequestError("no authority gave a time stamp that is believed")

    def _asked(self, authority: str, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        answer = post(authority, req.dump(), ASKS)
        if answer.status != 200 or answer.kind.partition(";")[0].strip() != ANSWERS:
            raise TimestampRequestError(f"answered {answer.status} {answer.kind}")
        whom = stamps.trust(Path(settings.TSA_ROOTS or ""), settings.TSA_POLICIES)
        digest: bytes = req["message_imprint"]["hashed_message"].native
        stamps.over(answer.body, digest, whom, req["nonce"].native)
        return tsp.TimeStampResp.load(answer.body)
