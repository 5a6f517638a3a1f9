"""Prove every evidence chain and the row of each stream, of every company; exit code 1 when one is broken."""

import argparse
from uuid import UUID

import django

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    parser.add_argument("--company", metavar="CODE", help="only this one")


def run(arguments: argparse.Namespace) -> int:
    """Walk all chains and print what was found."""
    django.setup()
    from davy.accounts.models import Company  # noqa: PLC0415 (needs Django)

    companies = Company.objects.order_by("code")
    if arguments.company:
        companies = companies.filter(code=arguments.company)
    broken = 0
    for company in companies:
        broken += _verify(company.id, company.code)
    print(f"{len(companies)} companies, {broken} broken chains")
    return 1 if broken or (arguments.company and not companies) else 0


def _verify(company_id: UUID, code: str) -> int:
    from davy.db import tenant  # noqa: PLC0415
    from davy.evidence import queries  # noqa: PLC0415

    with tenant.company(company_id):
        streams = queries.streams(company_id)
    events = broken = 0
    for kind, stream_id in streams:
        count, why = _held(company_id, kind, stream_id)
        events += count
        if why:
            broken += 1
            print(f"{code}: BROKEN {kind} {stream_id}{why}")
    print(f"{code}: {len(streams)} chains, {events} events proved, {broken} broken")
    return broken


def _held(company_id: UUID, kind: str, stream_id: UUID) -> tuple[int, str]:
    """How many events were proved, and what does not hold. One transaction a stream: it is held against
    writers meanwhile."""
    from davy.db import tenant  # noqa: PLC0415
    from davy.evidence import queries  # noqa: PLC0415
    from davy.watch.night import comparing  # noqa: PLC0415

    try:
        with tenant.company(company_id):
            outcome = queries.verify_stream(company_id, kind, stream_id)
            if isinstance(outcome, queries.Broken):
                return 0, f" at event {outcome.seq}: {outcome.why}"
            differs = outcome.count and comparing.differs(company_id, kind, stream_id)
    except (LookupError, ValueError, TypeError, AttributeError) as error:  # of what cannot be read
        return 0, f": its events or its row cannot be read: {error}"
    return outcome.count, ": its row is not what its events say" if differs else ""
