"""The interface's own description (OpenAPI 3.1): who must be logged in, and how it says no."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.operation import Operation

from davy.accounts.access import ACCESS
from davy.problems.response import CONTENT_TYPE
from davy.problems.shapes import Malformed, ProblemOut

__all__ = ["DescribedAPI"]

JSON = "application/json"
REF = "#/components/schemas/"
NOT_LOGGED_IN = {
    "401": "Not logged in",
    "403": "No role of this account may, or the anti-forgery token is wrong",
}
SESSION = {"session": {"type": "apiKey", "in": "cookie", "name": "sessionid"}}


class DescribedAPI(NinjaAPI):
    """A NinjaAPI whose description is complete: `components` are schemas to add to those of its endpoints."""

    def __init__(self, *, components: Mapping[str, Any], **settings: Any) -> None:
        super().__init__(**settings)
        self.components = components

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The description of every endpoint, in the order of paths; the same code gives the same text."""
        found = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        guarded = self._guarded()
        for methods in found["paths"].values():
            for operation in methods.values():
                _tell_refusals(operation, operation["operationId"] in guarded)
        known = found["components"]["schemas"]
        for model in (ProblemOut, Malformed):
            shape = model.model_json_schema(ref_template=f"{REF}{{model}}")
            known.update(shape.pop("$defs", {}))
            known[model.__name__] = shape
        known.update(self.components)
        found["components"] = {"schemas": dict(sorted(known.items())), "securitySchemes": SESSION}
        found["paths"] = dict(sorted(found["paths"].items()))
        found["security"] = [{"session": []}]
        for shape in known.values():
            _drop_titles(shape)
        _drop_titles(found["paths"])
        return found

    def _guarded(self) -> set[str]:
        """Operation ids of the endpoints that have a row of the access table."""
        views = [view for bound in self._get_bound_routers() for view in bound.path_operations.values()]
        operations: list[Operation] = [operation for view in views for operation in view.operations]
        return {
            operation.operation_id or self.get_openapi_operation_id(operation)
            for operation in operations
            if hasattr(operation.view_func, ACCESS)
        }


def _tell_refusals(operation: dict[str, Any], guarded: bool) -> None:
    """Problem details have a content type of their own; what every endpoint may answer is said at each."""
    answers = {str(status): answer for status, answer in operation["responses"].items()}
    if guarded:
        for status, says in NOT_LOGGED_IN.items():
            answers.setdefault(status, _problem(says, "ProblemOut"))
    else:
        operation["security"] = []
    if any(parameter["in"] == "path" for parameter in operation.get("parameters", ())):
        answers.setdefault("404", _problem("There is no such thing, or it is somebody else's", "ProblemOut"))
    if operation.get("parameters") or operation.get("requestBody"):
        answers.setdefault("422", _problem("Malformed", "Malformed"))
    for status, answer in answers.items():
        if status >= "400" and JSON in answer.get("content", {}):
            answer["content"] = {CONTENT_TYPE: answer["content"][JSON]}
    operation["responses"] = dict(sorted(answers.items()))


def _problem(says: str, shape: str) -> dict[str, Any]:
    return {"description": says, "content": {JSON: {"schema": {"$ref": f"{REF}{shape}"}}}}


def _drop_titles(shape: Any, *, names: bool = False) -> None:
    """Take away the titles that repeat a name. Below `properties` keys are names, not words of the schema."""
    if isinstance(shape, list):
        for item in shape:
            _drop_titles(item)
    elif isinstance(shape, dict):
        if not names and isinstance(shape.get("title"), str):
            del shape["title"]
        for key, value in shape.items():
            _drop_titles(value, names=key == "properties" and not names)
