"""Read field instruments on this machine too: one more worker beside those that run already."""

import argparse
import os
import sys

import django

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.epilog = (
        "It shares the partitions with the others by lease. It needs DAVY_DATABASE_URL, and NATS_URL with "
        "DAVY_NATS_ACCESS where the broker is not that of this data directory."
    )


def run(arguments: argparse.Namespace) -> int:
    """Watch until SIGTERM or Ctrl-C; 1 when nobody tells how to reach the broker."""
    del arguments
    os.environ.setdefault("DAVY_PROCESS", "davy-watch")
    django.setup()
    from django.conf import settings  # noqa: PLC0415 (needs Django)

    from davy.sensing import access, loop  # noqa: PLC0415

    try:
        found = access.found(settings.DATA)
    except ValueError as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1
    if found is None:
        print(
            "davy: there is no broker to read from. Start davy serve here, or name the file of a cluster "
            "with DAVY_NATS_ACCESS (docs/howto/instruments.md).",
            file=sys.stderr,
        )
        return 1
    print(f"davy: watching {', '.join(found.urls)}", flush=True)
    loop.run()
    return 0
