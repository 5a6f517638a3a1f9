"""The body of POST /commands as the interface describes it: the schemas of the law, moved among its
components."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from typing import Any

from davy.door.strict import document

__all__ = ["REQUEST", "schemas"]

COMPONENTS = "#/components/schemas/"
REQUEST: Mapping[str, Any] = {
    "required": True,
    "content": {"application/json": {"schema": {"$ref": f"{COMPONENTS}Command"}}},
}
SAYS = (
    "One command: an envelope whose `body` is that of its `kind`. The exact bytes are hashed, so nothing may"
    " be sent that is not described. What only the clock or a driver gives is refused from anybody else."
)


def schemas() -> dict[str, Any]:
    """The components: Envelope, `<stream>.<kind>` for the body of every command, and Command, one of them
    all."""
    found = {"Envelope": _envelope()}
    choices = []
    for stream, name in _streams():
        for kind, body in document(name)["$defs"].items():
            found[f"{stream}.{kind}"] = _moved(body, stream)
            if not kind.startswith("_"):
                choices.append(_choice(stream, kind))
    return {**found, "Command": {"description": SAYS, "oneOf": choices}}


def _streams() -> Iterator[tuple[str, str]]:
    """Kind of stream and the file with the bodies of its commands."""
    folder = resources.files("davy_law").joinpath("contracts", "schemas")
    for name in sorted(entry.name for entry in folder.iterdir()):
        if name == "commands.json":
            yield "permit", name
        elif name.startswith("commands-"):
            yield name.removeprefix("commands-").removesuffix(".json"), name


def _envelope() -> dict[str, Any]:
    whole = document("envelope.json")
    kept = {key: value for key, value in whole.items() if key not in {"$schema", "$id", "$defs", "title"}}
    inner = {f"#/$defs/{name}": shape for name, shape in whole["$defs"].items()}
    properties = {name: _inlined(shape, inner) for name, shape in kept["properties"].items()}
    # Closed by the schema that the door checks it by; here it is one half of every command.
    del kept["additionalProperties"]
    return {"description": whole["title"], **kept, "properties": properties}


def _inlined(shape: Mapping[str, Any], inner: Mapping[str, Any]) -> dict[str, Any]:
    own = {key: value for key, value in shape.items() if key != "$ref"}
    return {**inner[shape["$ref"]], **own} if "$ref" in shape else own


def _choice(stream: str, kind: str) -> dict[str, Any]:
    own = {
        "type": "object",
        "required": ["stream", "kind", "body"],
        "properties": {
            "stream": {"type": "string", "pattern": f"^{stream}/"},
            "kind": {"const": kind},
            "body": {"$ref": f"{COMPONENTS}{stream}.{kind}"},
        },
    }
    return {"allOf": [{"$ref": f"{COMPONENTS}Envelope"}, own]}


def _moved(shape: Any, stream: str) -> Any:
    """The shape with its references pointing to the components."""
    if isinstance(shape, list):
        return [_moved(item, stream) for item in shape]
    if not isinstance(shape, Mapping):
        return shape
    found = {key: _moved(value, stream) for key, value in shape.items()}
    if "$ref" in found:
        found["$ref"] = found["$ref"].replace("#/$defs/", f"{COMPONENTS}{stream}.")
    return found
