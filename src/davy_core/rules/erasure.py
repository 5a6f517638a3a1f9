"""Every way of losing one fact: what the property "a lost fact never turns no into yes" is tested with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def without_each(facts: Mapping[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """For each key at any depth, also in mappings inside lists: its dotted path and the facts without it."""
    for key, value in facts.items():
        yield key, {k: v for k, v in facts.items() if k != key}
        for path, lesser in _inside(value):
            yield f"{key}.{path}", {**facts, key: lesser}


def _inside(value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, Mapping):
        yield from without_each(value)
    elif isinstance(value, Sequence) and not isinstance(value, str | bytes):
        for at, item in enumerate(value):
            for path, lesser in _inside(item):
                yield f"{at}.{path}", [*value[:at], lesser, *value[at + 1 :]]
