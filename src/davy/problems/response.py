"""A refusal as an HTTP answer: RFC 9457 problem details, the only shape in which Davy says no.

``{type, title, status, code, clause, detail: {zh, en}, missing: [...], remedy: [...]}``, served as
``application/problem+json``. The body depends on the code and what the caller puts in, on nothing else: two
requests refused for the same reason get the same bytes.
"""

import json
from collections.abc import Mapping, Sequence

from django.http import HttpResponse

from davy.problems.catalogue import Both, Refusal, refusal

__all__ = ["CONTENT_TYPE", "Problem", "problem"]

CONTENT_TYPE = "application/problem+json"


class Problem(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """Raised where a request must be refused; the API turns it into the response and rolls back.

    ``values`` fill the ``{names}`` of the sentences. ``missing`` lists what was missing or wrong, each a
    mapping that the client shows row by row. ``remedy`` adds further remedies to the one of the catalogue.
    Raises UnknownRefusalError at once for a code that is in no refusal file.
    """

    def __init__(
        self,
        code: str,
        *,
        missing: Sequence[Mapping[str, object]] = (),
        remedy: Sequence[Mapping[str, object]] = (),
        status: int | None = None,
        **values: object,
    ) -> None:
        super().__init__(code)
        self.refusal = refusal(code)
        self.missing = list(missing)
        self.remedy = list(remedy)
        self.status = status or self.refusal.http
        self.values = values

    @property
    def code(self) -> str:
        return self.refusal.code

    def response(self) -> HttpResponse:
        """The answer to send."""
        body = json.dumps(_body(self), ensure_ascii=False, separators=(",", ":"))
        return HttpResponse(body.encode(), status=self.status, content_type=CONTENT_TYPE)


def problem(
    code: str,
    *,
    missing: Sequence[Mapping[str, object]] = (),
    remedy: Sequence[Mapping[str, object]] = (),
    status: int | None = None,
    **values: object,
) -> HttpResponse:
    """The answer for a refusal code, for callers that return rather than raise."""
    return Problem(code, missing=missing, remedy=remedy, status=status, **values).response()


def _body(answer: Problem) -> dict[str, object]:
    said = answer.refusal.says.filled(answer.values)
    return {
        "type": f"urn:davy:refusal:{answer.code}",
        "title": said.en,
        "status": answer.status,
        "code": answer.code,
        "clause": answer.refusal.clause,
        "detail": said.as_json(),
        "missing": answer.missing,
        "remedy": [*_remedies(answer.refusal, answer.values), *answer.remedy],
    }


def _remedies(refused: Refusal, values: Mapping[str, object]) -> list[dict[str, str]]:
    remedy: Both | None = refused.remedy
    return [] if remedy is None else [remedy.filled(values).as_json()]
