"""Which message has been here before. A gap stays a gap until it is filled; a message within one is new
however late it comes, any other with a number already passed is told again and changes nothing."""

from __future__ import annotations

from davy_core.watch.state import Boot

MOST_GAPS, MOST_BOOTS = 32, 4


def arrived(boots: tuple[Boot, ...], name: str, seq: int) -> tuple[Boot, ...] | None:
    """The boots after this message, or None when it has been here before."""
    if boots and boots[0].name == name:
        found = _within(boots[0], seq)
        return None if found is None else (found, *boots[1:])
    for n, boot in enumerate(boots):
        if boot.name == name:
            older = _within(boot, seq)
            return None if older is None else (*boots[:n], older, *boots[n + 1 :])
    first = Boot(name, seq, ((0, seq - 1),) if seq > 0 else ())
    return (first, *boots)[:MOST_BOOTS]


def _within(boot: Boot, seq: int) -> Boot | None:
    if seq > boot.top:
        gaps = boot.gaps if seq == boot.top + 1 else _bounded((*boot.gaps, (boot.top + 1, seq - 1)))
        return Boot(boot.name, seq, gaps)
    for n, (first, last) in enumerate(boot.gaps):
        if first <= seq <= last:
            left = [g for g in ((first, seq - 1), (seq + 1, last)) if g[0] <= g[1]]
            return Boot(boot.name, boot.top, _bounded((*boot.gaps[:n], *left, *boot.gaps[n + 1 :])))
    return None


def _bounded(gaps: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """Too many gaps: the two oldest become one. What lay between counts as not here, which may tell a thing
    twice and never loses one."""
    while len(gaps) > MOST_GAPS:
        gaps = ((gaps[0][0], gaps[1][1]), *gaps[2:])
    return gaps
