"""What an expression may not say, though it compiles: an empty list or a missing fact would read as yes.

S1: an empty list never satisfies an "all must", and nothing asks whether a fact is there at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""(?P<text>[bBrR]{0,2}(?:\"{3}.*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))
      | (?P<number>\d[\w.]*)
      | (?P<name>[A-Za-z_]\w*)
      | (?P<sign>&&|\|\||==|!=|<=|>=|[^\s\w])""",
    re.VERBOSE | re.DOTALL | re.ASCII,
)
_OPENING = {"(": ")", "[": "]", "{": "}"}
_SEPARATORS = frozenset({"||", "?", ":", ","})
_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">=", "in"})
_ALL_MUST = frozenset({"all", "exists_one"})
_CLOCK_FACES = frozenset(
    f"get{face}"
    for face in ("Hours", "Minutes", "Date", "DayOfMonth", "DayOfWeek", "DayOfYear", "Month", "FullYear")
)


def faults(expression: str, *, exists_marked: bool) -> tuple[str, ...]:
    """Every forbidden form in a compiled expression, in words; empty when there is none.

    `exists_marked`: the requirement says `any: true`, so one of many suffices on purpose."""
    tokens = _tokens(expression)
    found = []
    for at, word in enumerate(tokens):
        called = at + 1 < len(tokens) and tokens[at + 1] == "("
        method = called and at > 0 and tokens[at - 1] == "."
        if word == "has" and called:
            found.append("has() turns a missing fact into an answer")
        elif word == "exists" and method and not exists_marked:
            found.append("exists() needs `any: true` on the requirement: one of many suffices")
        elif word in _ALL_MUST and method:
            found.extend(_Macro(tokens, at).faults())
        elif word in _CLOCK_FACES and method and tokens[at + 2 : at + 3] == [")"]:
            found.append(f"{word}() needs a time zone")
    return tuple(dict.fromkeys(found))


def parameters(expression: str) -> frozenset[str] | None:
    """The names read as `params.name`; None when `params` is read in another way and cannot be checked."""
    tokens = _tokens(expression)
    names = set()
    for at, word in enumerate(tokens):
        if word != "params" or (at > 0 and tokens[at - 1] == "."):
            continue
        if tokens[at + 1 : at + 2] != ["."]:
            return None
        names.add(tokens[at + 2])
    return frozenset(names)


def _tokens(expression: str) -> list[str]:
    return [m.group() for m in _TOKEN.finditer(expression)]


@dataclass(frozen=True)
class _Macro:
    """An `.all(` or `.exists_one(` at `at`: it must be guarded, and nothing may turn its answer."""

    tokens: Sequence[str]
    at: int

    def faults(self) -> Iterator[str]:
        subject = self._subject()
        name = self.tokens[self.at]
        if subject is None:
            yield f".{name}() stands on an expression; name the list"
            return
        guarded = turned = False
        for own, others in self._levels():
            guarded = guarded or _is_guarded(others, subject)
            turned = turned or own[0] == "!" or bool(_COMPARISONS & set(_surface(own)))
        if not guarded:
            yield f"{''.join(subject)}.{name}() has no `size({''.join(subject)}) > 0 &&` beside it"
        if turned:
            yield f"{''.join(subject)}.{name}() is negated or compared: an empty list would satisfy it"

    def _subject(self) -> list[str] | None:
        """The tokens of the dotted path before the macro, None when it is not a plain path."""
        start = self.at - 1
        while start > 0 and (self.tokens[start] == "." or self.tokens[start].isidentifier()):
            if self.tokens[start] != "." and self.tokens[start - 1] != ".":
                return list(self.tokens[start : self.at - 1])
            start -= 1
        first = self.tokens[start]
        return list(self.tokens[start : self.at - 1]) if start == 0 and first.isidentifier() else None

    def _levels(self) -> Iterator[tuple[Sequence[str], list[Sequence[str]]]]:
        """From the inside out, at each bracket level: the conjunct that holds the macro, and the others."""
        position = self.at
        while True:
            start, end = _enclosing(self.tokens, position)
            segment = _cut(self.tokens, start + 1, end, position, _SEPARATORS)
            parts = _split(self.tokens, *segment, "&&")
            own = next(part for part in parts if part[0] <= position < part[1])
            others = [self.tokens[a:b] for a, b in parts if (a, b) != own]
            yield self.tokens[own[0] : own[1]], others
            if start < 0:
                return
            position = start


def _is_guarded(parts: Sequence[Sequence[str]], subject: Sequence[str]) -> bool:
    """Whether one of these conjuncts says that the list is longer than a number; or than a fact, when another
    conjunct says that the fact is not zero."""
    head = ["size", "(", *subject, ")"]
    bounds = [
        (p[len(head)], list(p[len(head) + 1 :]))
        for p in parts
        if len(p) > len(head) and list(p[: len(head)]) == head
    ]
    return any(
        _is_positive(sign, bound)
        or (sign in {">", ">=", "=="} and any(_says_positive(part, bound) for part in parts))
        for sign, bound in bounds
    )


def _says_positive(part: Sequence[str], name: list[str]) -> bool:
    """Whether a conjunct is `name > n` or `name >= n` that zero does not pass."""
    at = len(name)
    return list(part[:at]) == name and len(part) == at + 2 and _is_positive(part[at], list(part[at + 1 :]))


def _is_positive(sign: str, bound: list[str]) -> bool:
    """Whether `sign bound` lets no zero through."""
    if len(bound) != 1 or not bound[0].isdigit():
        return False
    return sign == ">" or (sign in {">=", "=="} and int(bound[0]) >= 1)


def _surface(tokens: Sequence[str]) -> list[str]:
    """The tokens that stand in no bracket."""
    depth, seen = 0, []
    for word in tokens:
        depth -= word in _OPENING.values()
        if depth == 0:
            seen.append(word)
        depth += word in _OPENING
    return seen


def _enclosing(tokens: Sequence[str], position: int) -> tuple[int, int]:
    """The indexes of the innermost brackets around a token; (-1, len) at the top."""
    stack: list[int] = []
    for at, word in enumerate(tokens):
        if word in _OPENING.values():
            opened = stack.pop()
            if opened < position < at:
                return opened, at
        elif word in _OPENING:
            stack.append(at)
    return -1, len(tokens)


def _split(tokens: Sequence[str], start: int, end: int, *signs: str) -> list[tuple[int, int]]:
    """The stretches between the given signs that stand directly at this level."""
    depth, begun, parts = 0, start, []
    for at in range(start, end):
        depth += (tokens[at] in _OPENING) - (tokens[at] in _OPENING.values())
        if depth == 0 and tokens[at] in signs:
            parts.append((begun, at))
            begun = at + 1
    return [*parts, (begun, end)]


def _cut(
    tokens: Sequence[str], start: int, end: int, position: int, signs: frozenset[str]
) -> tuple[int, int]:
    """The stretch between the given signs that holds the position."""
    return next(part for part in _split(tokens, start, end, *signs) if part[0] <= position < part[1])
