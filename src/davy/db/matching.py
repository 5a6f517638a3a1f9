"""Words that somebody looks for, as patterns of SQL: no sign of theirs is a sign of the pattern."""

__all__ = ["MOST_WORDS", "contains", "words"]

MOST_WORDS = 6


def contains(text: str) -> str:
    """The pattern of ILIKE that holds where the text stands anywhere."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def words(text: str) -> list[str]:
    """The words of what was typed, MOST_WORDS at most: each of them must be found."""
    return text.replace("\x00", "").split()[:MOST_WORDS]
