"""What the common tasks of a day cost on the phone: `python -m bench.tasks` prints taps, typed fields, photos
and the software's share of the seconds, from the tap in the list of tasks until the server's answer stands.

Beside them an empty page of the same server, opened the same way. The table in
docs/explanation/common-tasks.md is made of it.
"""

from __future__ import annotations

import sys

from bench.browsing import town


def main() -> int:
    """Walk the day once and print the table."""
    with town() as found:
        from bench.opening import empty_page  # noqa: PLC0415 - needs Django
        from tests.browser.common_tasks import Day  # noqa: PLC0415 - needs Django

        costs = Day(found).go()
        print(f"{'task':>16}  taps  typed  photos  seconds")
        for cost in costs:
            print(f"{cost.task:>16}  {cost.taps:4}  {cost.typed:5}  {cost.photos:6}  {cost.seconds:7.1f}")
        print(f"{'empty page':>16}  {'':4}  {'':5}  {'':6}  {empty_page(found.phone('li')) / 1000:7.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
