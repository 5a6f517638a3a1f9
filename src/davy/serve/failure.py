"""The one exception of the supervisor: it ends ``davy serve`` and says what the reader can do."""

__all__ = ["CannotServeError"]


class CannotServeError(Exception):
    """Davy cannot run here as asked. The message is complete sentences with the exact remedy."""
