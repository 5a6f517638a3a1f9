"""Run Davy: database, web server, jobs and clock, until stopped."""

import argparse
import os
import sys

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--port", type=int, default=8000, help="where the web server listens (default: 8000)")
    parser.add_argument(
        "--bind",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="0.0.0.0 lets other machines in (default: 127.0.0.1)",
    )
    parser.add_argument("--tls", action="store_true", help="serve https with the certificate of davy tls")
    parser.add_argument("--demo", action="store_true", help="run the simulated company with its personas")


def run(arguments: argparse.Namespace) -> int:
    """See serve.supervisor."""
    if arguments.demo:
        os.environ.setdefault("DAVY_ENV", "dev")
        os.environ["DAVY_DEMO"] = "1"
    # Imported late: they read DAVY_DATA when they are loaded.
    from davy.serve import supervisor  # noqa: PLC0415
    from davy.serve.failure import CannotServeError  # noqa: PLC0415
    from davy.settings import places  # noqa: PLC0415

    options = supervisor.Options(places.data(), arguments.bind, arguments.port, arguments.demo, arguments.tls)
    os.environ["DAVY_DATA"] = str(options.data)  # the children may stand in another directory
    try:
        return supervisor.serve(options)
    except CannotServeError as error:
        print(f"davy: {error}", file=sys.stderr)
        return 1
