"""The command line of Davy: one file a command."""

from davy.cli.main import main

__all__ = ["main"]
