"""Tells a NinjaAPI to answer every "no" as problem details, its own (malformed, not found) included."""

import logging
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from davy.problems.away import AwayError
from davy.problems.response import Problem, problem

__all__ = ["install", "page_not_found"]

_log = logging.getLogger(__name__)


def install(api: NinjaAPI) -> None:
    """Register the handlers; to be called once for an API, before its first request."""
    api.add_exception_handler(Problem, _refused)
    api.add_exception_handler(AwayError, _away)
    api.add_exception_handler(ValidationError, _malformed)
    api.add_exception_handler(AuthenticationError, _not_logged_in)
    api.add_exception_handler(HttpError, _unreadable)
    api.add_exception_handler(Http404, _not_found)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - names of Django
    """Django's ``handler404``: a path that leads nowhere."""
    return problem("not_found")


def _refused(_request: HttpRequest, refused: Problem | type[Problem]) -> HttpResponse:
    assert isinstance(refused, Problem)  # noqa: S101 - the stub of ninja also allows the class
    return refused.response()


def _away(_request: HttpRequest, error: AwayError | type[AwayError]) -> HttpResponse:
    _log.error("%s: %s", error.code, error)
    return problem(error.code)


def _malformed(_request: HttpRequest, error: Any) -> HttpResponse:
    return problem("malformed", missing=_places(error.errors))


def _places(errors: Sequence[dict[str, Any]]) -> list[dict[str, str]]:
    """Where it is wrong and in which way; never the value sent, which may be somebody's name or password."""
    return [
        {"at": ".".join(str(step) for step in error["loc"][2:] or error["loc"]), "wrong": error["type"]}
        for error in errors
    ]


def _unreadable(_request: HttpRequest, _error: Any) -> HttpResponse:
    """What ninja itself raises: a body that is no JSON."""
    return problem("malformed", missing=[{"at": "body", "wrong": "unreadable"}])


def _not_logged_in(_request: HttpRequest, _error: Any) -> HttpResponse:
    return problem("not_logged_in")


def _not_found(_request: HttpRequest, _error: Any) -> HttpResponse:
    return problem("not_found")
