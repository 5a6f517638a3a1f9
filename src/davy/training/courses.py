"""The courses there are, and which of them a work asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import yaml
from yaml import CSafeLoader

from davy.problems.response import Problem

__all__ = ["asked_for", "course", "courses", "known", "sample"]


@cache
def courses() -> Mapping[str, Mapping[str, Any]]:
    """The courses by id, in the order in which they are given."""
    return {row["id"]: row for row in _read("courses.yaml")["courses"]}


def course(name: str) -> Mapping[str, Any]:
    """The course. Raises KeyError."""
    return courses()[name]


def known(name: str) -> str:
    """The id itself. Raises Problem for one that is no course."""
    if name not in courses():
        raise Problem("malformed", missing=[{"at": "course", "wrong": "unknown"}])
    return name


def asked_for(works: Iterable[str], every: Sequence[str]) -> tuple[str, ...]:
    """The courses that whoever is let in for these works (none named = `every` one) must have passed."""
    wanted = set(works) or set(every)
    return tuple(name for name, row in courses().items() if not row["works"] or wanted & set(row["works"]))


@cache
def sample() -> Sequence[Mapping[str, Any]]:
    """The shipped sample of questions, for trying it out."""
    return tuple(_read("sample_bank.yaml")["questions"])


def _read(name: str) -> Mapping[str, Any]:
    text = resources.files("davy_law").joinpath("training", name).read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=CSafeLoader)
    return found
