"""Honest and stamped histories drawn with a seed, and how often the detectors are right about them.

The honest ones are made hard on purpose: quick readers, zero readings, one analysis for the same place,
phones that waited for a signal, officers who sign three permits in a row, teams on two nights. The stamped
drawn around the limits, so that some of them stay below and are missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251 - cases are drawn with a seed
from typing import Any

from davy_core.findings.find import KINDS, find
from davy_core.findings.history import History, Step

SEED = 20261122
EACH = 60
MONDAY = datetime(2026, 11, 2, 0, 0, tzinfo=UTC)  # 08:00 in Beijing
PLACES: Mapping[str, tuple[float, float]] = {f"p{n}": (n % 8 * 150.0, n // 8 * 150.0) for n in range(40)}
ROWS = ("residue", "backflow", "drains", "sparks", "neighbours", "gas_change", "shock", "burns", "escape")


@dataclass
class Plant:
    """Draws histories; whoever stamps writes down what should be found."""

    dice: Random
    histories: list[History] = field(default_factory=list)
    truth: set[tuple[str, str]] = field(default_factory=set)
    count: int = 0

    def name(self, what: str) -> str:
        self.count += 1
        return f"{what}{self.count}"

    def step(self, type_: str, at: datetime, by: str, late: float = 1, **data: Any) -> Step:
        """An event that was recorded `late` seconds after it happened."""
        strokes = data.pop("strokes", None)
        return Step(self.name("e"), type_, at, at + timedelta(seconds=late), by, data, strokes)

    def add(self, steps: Sequence[Step], *, point: str | None = None, work: str = "hot") -> History:
        found = History(self.name("w"), work, point or self.dice.choice(tuple(PLACES)), steps)
        self.histories.append(found)
        return found

    def stamped(self, kind: str, *histories: History) -> None:
        """The last permit of a case stands for it."""
        self.truth.add((kind, histories[-1].permit))

    def answers(self, at: datetime, by: str, gap: Callable[[], float], controls: str = "") -> list[Step]:
        steps = []
        for row in ROWS:
            at += timedelta(seconds=gap())
            chosen = [f"{row}.{controls or self.dice.choice('abcd')}"]
            steps.append(self.step("HazardConfirmed", at, by, row=row, applies=True, controls=chosen))
        return steps

    def signature(self, at: datetime, by: str, **data: Any) -> Step:
        return self.step("StageSigned", at, by, strokes=self.name("s"), stage="unit", **data)

    def gas(self, at: datetime, by: str, values: Sequence[str], late: float = 1) -> Step:
        substances = ("oxygen", "combustible", "hydrogen_sulfide")
        readings = [
            {"point": point, "substance": s, "value": {"value": v, "unit": "%vol"}}
            for point in ("upper", "middle")
            for s, v in zip(substances, values, strict=True)
        ]
        return self.step("RoundRecorded", at, by, late, readings=readings, sampled_at=at.isoformat())


def some_day(dice: Random) -> datetime:
    return MONDAY + timedelta(days=dice.randrange(28), minutes=dice.randrange(480))


# ---- honest, and near the limits


def honest(plant: Plant) -> None:
    dice, by, at = plant.dice, plant.name("h"), some_day(plant.dice)
    dice.choice((_reads, _same_place, _signs_three, _waited, _zero_air, _two_nights, _walks))(plant, by, at)


def _reads(plant: Plant, by: str, at: datetime) -> None:
    plant.add(plant.answers(at, by, lambda: plant.dice.lognormvariate(2.0, 0.5)))


def _same_place(plant: Plant, by: str, at: datetime) -> None:
    for day in range(3):
        start = at + timedelta(days=day)
        plant.add(plant.answers(start, by, lambda: plant.dice.uniform(4, 15), "a"), point="p1")


def _signs_three(plant: Plant, by: str, at: datetime) -> None:
    for n in range(3):
        plant.add([plant.signature(at + timedelta(seconds=70 * n), by)])


def _waited(plant: Plant, by: str, at: datetime) -> None:
    plant.add([plant.gas(at, by, ("20.6", "0.02", "1"), late=plant.dice.uniform(60, 4000))])


def _zero_air(plant: Plant, by: str, at: datetime) -> None:
    for n in range(4):
        plant.add([plant.gas(at + timedelta(hours=2 * n), by, ("20.9", "0", "0"))])


def _two_nights(plant: Plant, by: str, at: datetime) -> None:
    for night in range(2):
        plant.add(_night(plant, at + timedelta(days=night), [by]))


def _walks(plant: Plant, by: str, at: datetime) -> None:
    apart = timedelta(seconds=plant.dice.uniform(120, 600))
    plant.add([plant.step("CheckedIn", at, by, on_site="inside")], point="p0")
    plant.add([plant.step("CheckedIn", at + apart, by, on_site="inside")], point="p1")


def _night(plant: Plant, day: datetime, crew: list[str]) -> list[Step]:
    begins = day.replace(hour=14, minute=30)  # 22:30 in Beijing
    return [
        plant.step("PermitDrafted", day, crew[0], crew={"workers": crew}),
        plant.step("WorkStarted", begins, crew[0]),
        plant.step("WorkFinished", begins + timedelta(hours=3), crew[0]),
    ]


# ---- stamped


def fast_answers(plant: Plant, by: str, at: datetime) -> list[History]:
    mean = plant.dice.uniform(0.5, 3.4)
    return [plant.add(plant.answers(at, by, lambda: plant.dice.uniform(0.4, 2 * mean)))]


def copied_analysis(plant: Plant, by: str, at: datetime) -> list[History]:
    def slowly() -> float:
        return plant.dice.uniform(4, 12)

    points = plant.dice.sample(tuple(PLACES), 3)
    changes = plant.dice.random() < 0.1
    days = [at + timedelta(days=n) for n in range(3)]
    said = ("a", "b" if changes else "a", "a")
    return [
        plant.add(plant.answers(day, by, slowly, words), point=point)
        for day, words, point in zip(days, said, points, strict=True)
    ]


def one_hand(plant: Plant, by: str, at: datetime) -> list[History]:
    gap = plant.dice.uniform(5, 110)
    return [plant.add([plant.signature(at + timedelta(seconds=gap * n), by)]) for n in range(5)]


def two_places(plant: Plant, by: str, at: datetime) -> list[History]:
    apart = timedelta(seconds=plant.dice.uniform(2, 60))
    first = plant.add([plant.step("CheckedIn", at, by, on_site="inside")], point="p0")
    return [first, plant.add([plant.signature(at + apart, by, on_site="inside")], point="p1")]


def back_dated(plant: Plant, by: str, at: datetime) -> list[History]:
    return [plant.add([plant.gas(at, by, ("20.6", "0.02", "1"), late=plant.dice.uniform(3000, 20000))])]


def night_after_night(plant: Plant, by: str, at: datetime) -> list[History]:
    crew = [by, plant.name("h")]
    return [plant.add(_night(plant, at + timedelta(days=n), crew)) for n in range(3)]


def same_photo(plant: Plant, by: str, at: datetime) -> list[History]:
    photo = plant.name("f")
    edited = plant.dice.random() < 0.1
    shown = (photo, f"{photo}x" if edited else photo)
    return [
        plant.add([plant.step("MeasureAnswered", at + timedelta(days=n), by, measure="blinded", photo=one)])
        for n, one in enumerate(shown)
    ]


def same_strokes(plant: Plant, by: str, at: datetime) -> list[History]:
    drawn = plant.name("s")
    return [
        plant.add([plant.step("TicketVerified", at + timedelta(days=n), by, strokes=drawn)]) for n in range(2)
    ]


def same_readings(plant: Plant, by: str, at: datetime) -> list[History]:
    values = ("20.4", "0.03", "2") if plant.dice.random() < 0.9 else ("20.9", "0", "0")
    return [plant.add([plant.gas(at + timedelta(hours=3 * n), by, values)]) for n in range(3)]


STAMPED: Mapping[str, Callable[[Plant, str, datetime], list[History]]] = {
    made.__name__: made
    for made in (
        fast_answers, copied_analysis, one_hand, two_places, back_dated, night_after_night, same_photo,
        same_strokes, same_readings,
    )
}  # fmt: skip


@dataclass(frozen=True)
class Measured:
    """How a detector did: stamped cases found and missed, and findings about honest work."""

    found: int
    missed: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong) if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed)


def drawn(seed: int = SEED, each: int = EACH) -> Plant:
    """`each` stamped cases of every kind among ten times as many honest ones."""
    plant = Plant(Random(seed))  # noqa: S311 - no secret
    for kind, make in STAMPED.items():
        for _ in range(each):
            plant.stamped(kind, *make(plant, plant.name("h"), some_day(plant.dice)))
    for _ in range(10 * each):
        honest(plant)
    return plant


def measure(seed: int = SEED, each: int = EACH) -> Mapping[str, Measured]:
    """Precision and recall of every detector on one draw."""
    plant = drawn(seed, each)
    told = {(finding.kind, permit) for finding in find(plant.histories, PLACES) for permit in finding.permits}
    cases = Counter(kind for kind, _ in plant.truth)
    hits = Counter(kind for kind, _ in plant.truth & told)
    stamped = {permit for _, permit in plant.truth} | _beside(plant)
    wrong = Counter(
        finding.kind for finding in find(plant.histories, PLACES) if not stamped & set(finding.permits)
    )
    return {kind: Measured(hits[kind], cases[kind] - hits[kind], wrong[kind]) for kind in KINDS}


def _beside(plant: Plant) -> set[str]:
    """All permits of the people who stamped: what is told of them is not told of honest work."""
    stamped = {permit for _, permit in plant.truth}
    people = {step.by for h in plant.histories if h.permit in stamped for step in h.steps}
    return {h.permit for h in plant.histories if any(step.by in people for step in h.steps)}
