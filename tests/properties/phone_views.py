"""What three phones send of a history, are answered and read, step by step, until everything has arrived:
written into a file that the phone's own code folds, so that what a phone shows comes to what the server has,
and is never better than that on the way (S16, S17).

`python -m tests.properties.phone_views` writes the file anew, a test holds it to what comes of it;
`python -m tests.properties.phone_views 1000` lets the phone's code fold so many, of other dice.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

import hatch_build
from davy_core.outcome import Refused
from davy_core.sync.chain import Link
from tests.properties.test_offline_histories_converge import AHEAD, PHONES, Did, Server, chained, start

FILE = Path(str(resources.files("davy_law").joinpath("contracts", "vectors", "sync", "phone_views.json")))
HISTORIES = 100
STEPS = 200
"""More than any history can take; one that takes more does not come to an end."""


class Dice:
    """The same dice every time: each throw is a hash of the one before."""

    def __init__(self, seed: int) -> None:
        """Begin with this number."""
        self._last = hashlib.sha256(str(seed).encode()).digest()

    def below(self, end: int) -> int:
        """A number from 0 to before `end`."""
        self._last = hashlib.sha256(self._last).digest()
        return int.from_bytes(self._last[:8], "big") % end

    def one(self, of: Sequence[Any]) -> Any:
        """One of these."""
        return of[self.below(len(of))]


@dataclass
class Phone:
    """The queue of one phone by its rules: in order, but for what lacks its photo and what goes ahead."""

    did: list[Did]
    links: list[Link]
    lacks: set[int]
    open: set[int] = field(default_factory=set)
    turned_back: set[int] = field(default_factory=set)

    def sends(self) -> list[int]:
        """The numbers of the next request."""
        waiting = sorted(self.open)
        gap = next((n for n, seq in enumerate(waiting) if seq in self.lacks), len(waiting))
        urgent = [seq for seq in waiting[gap:] if self._is_urgent(seq)]
        return urgent or waiting[:gap]

    def _is_urgent(self, seq: int) -> bool:
        did = self.did[seq - 1]
        return did.kind in AHEAD or (_is_bad(did) and seq not in self.turned_back)


def _is_bad(did: Did) -> bool:
    """As far as the phone can tell: now and then it finds something in good air, and must wait its turn."""
    return did.kind == "record_round" and (did.body["air"] is not None or did.minute % 5 == 0)


def _history(dice: Dice) -> dict[str, list[Did]]:
    found = {}
    for who, could in PHONES.items():
        minutes = sorted(1 + dice.below(60) for _ in range(dice.below(8)))
        found[who] = [Did(who, kind, body, minute) for minute in minutes for kind, body in (dice.one(could),)]
    return found


@dataclass
class Way:
    """One history on its way: the server, the phones, and what is told of it so far."""

    dice: Dice
    lost: datetime
    server: Server
    phones: dict[str, Phone]
    versions: dict[tuple[str, int], int] = field(default_factory=dict)
    steps: list[dict[str, Any]] = field(default_factory=list)

    def answer(self, who: str, seq: int) -> list[Any]:
        """The number, the verdict and the permit's version by it; the same whenever it comes again."""
        phone, key = self.phones[who], (who, seq)
        self.server.take(phone.links[seq - 1], phone.did[seq - 1], self.lost)
        outcome = self.server.answers.get(key)
        if outcome is None:
            phone.turned_back.add(seq)
            return [seq, "held", None]
        version = self.versions.setdefault(key, self._version())
        return [seq, "refused" if isinstance(outcome, Refused) else "accepted", version]

    def _version(self) -> int:
        return len(self.server.world.history)

    def read(self, who: str) -> None:
        """The phone reads the permit."""
        assert self.server.world.permit is not None
        self.steps.append({"who": who, "reads": [self.server.world.permit.state, self._version()]})

    def step(self, who: str) -> None:
        """A request, which may be done and its answer lost; a look at the permit; or the oldest photo."""
        phone, seqs = self.phones[who], self.phones[who].sends()
        if self.dice.below(4) == 0:
            self.read(who)
        elif not seqs:
            photo = min(phone.lacks & phone.open)
            phone.lacks.discard(photo)
            self.steps.append({"who": who, "photo": photo})
        else:
            before = set(phone.turned_back)
            answers = [self.answer(who, seq) for seq in seqs]
            heard = self.dice.below(4) > 0
            if heard:
                phone.open -= {seq for seq, verdict, _ in answers if verdict != "held"}
            else:
                phone.turned_back = before
            self.steps.append({"who": who, "answers": answers, "heard": heard})


def _lacking(did: list[Did]) -> set[int]:
    return {n for n, one in enumerate(did, 1) if one.kind in {"add_photo", "record_round"}}


def view(seed: int) -> dict[str, Any]:
    """One history: who did what, every step on its way, and where it ended."""
    dice, server = Dice(seed), Server(start().copy())
    lost, server.world.now = start().now, start().now + timedelta(minutes=70)
    phones = {who: Phone(did, chained(did), _lacking(did), set(range(1, len(did) + 1)))
              for who, did in _history(dice).items() if did}  # fmt: skip
    way = Way(dice, lost, server, phones)
    begin = way.server.world
    assert begin.permit is not None
    told: dict[str, Any] = {
        "begins": [begin.permit.state, len(begin.history)],
        "rows": {who: [[d.kind, _is_bad(d), n in phone.lacks] for n, d in enumerate(phone.did, 1)]
                 for who, phone in phones.items()},
    }  # fmt: skip
    while any(phone.open for phone in phones.values()):
        assert len(way.steps) < STEPS
        way.step(dice.one([who for who, phone in phones.items() if phone.open]))
    for who in phones:
        way.read(who)
    return {**told, "steps": way.steps}


def views(seeds: Sequence[int] = range(HISTORIES)) -> dict[str, Any]:
    """The file as it ought to be."""
    return {"v": 2, "histories": [view(seed) for seed in seeds]}


def write(path: Path, seeds: Sequence[int]) -> None:
    """These histories, for the phone's code to fold."""
    path.write_text(json.dumps(views(seeds), separators=(",", ":")) + "\n", encoding="utf-8")


def fold(many: int) -> None:
    """Lets the phone's own code fold this many others."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "views.json")
        write(path, range(HISTORIES, HISTORIES + many))
        os.environ["DAVY_PHONE_VIEWS"] = str(path)
        hatch_build.npm("run", "-s", "test", "--", "src/core/ownView.test.ts")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        fold(int(sys.argv[1]))
    else:
        write(FILE, range(HISTORIES))
