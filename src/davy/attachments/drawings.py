"""Accepts a plan drawing (SVG) only if it is nothing but shapes and text.

An SVG is a program as much as a picture. Every element and attribute must be on a short list; links lead
inside the drawing only. It is still served sandboxed: this list is the second wall, not the first.
"""

import re
from xml.parsers import expat

__all__ = ["MAX_BYTES", "is_plain"]

MAX_BYTES = 4 * 1024 * 1024
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_ELEMENTS = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "switch", "symbol", "use", "style"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("text", "tspan", "textPath"),
        *("marker", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop"),
    }
)
_DEPTH = 64
# Anything that fetches or runs: url(...) may only name an element of the drawing.
_REACHES_OUT = re.compile(r"url\(\s*+['\"]?+(?!#)|@import|expression\s*\(|javascript:|\\", re.IGNORECASE)


class _RefusedError(Exception):
    """Ends the parsing at the first thing that is not on the list."""


class _Inspector:
    def __init__(self) -> None:
        self.depth = 0
        self.root = False
        self._style: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, element = name.rpartition(" ")
        self.depth += 1
        if namespace != _SVG or element not in _ELEMENTS or self.depth > _DEPTH:
            raise _RefusedError(name)
        if self.depth == 1:
            self.root = element == "svg"
        for attribute, value in attributes.items():
            _attribute(attribute, value)

    def end(self, _name: str) -> None:
        self.depth -= 1
        if _REACHES_OUT.search("".join(self._style)):
            raise _RefusedError("text")
        self._style.clear()

    def text(self, data: str) -> None:
        self._style.append(data)

    def refuse(self, *_what: object) -> None:
        raise _RefusedError("declaration")


def _attribute(name: str, value: str) -> None:
    namespace, _, local = name.rpartition(" ")
    if local.lower().startswith("on") or namespace not in {
        "",
        _XLINK,
        "http://www.w3.org/XML/1998/namespace",
    }:
        raise _RefusedError(name)
    if local == "href" and not value.startswith("#"):
        raise _RefusedError(name)
    if _REACHES_OUT.search(value):
        raise _RefusedError(name)


def is_plain(content: bytes) -> bool:
    """Whether the bytes are an SVG of shapes and text only; False as well for what is no XML."""
    inspector = _Inspector()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = inspector.start
    parser.EndElementHandler = inspector.end
    parser.CharacterDataHandler = inspector.text
    # No document type: with it come entities, which can explode or read files.
    parser.StartDoctypeDeclHandler = inspector.refuse
    parser.ProcessingInstructionHandler = inspector.refuse
    try:
        parser.Parse(content, True)
    except (_RefusedError, expat.ExpatError):
        return False
    return inspector.root
