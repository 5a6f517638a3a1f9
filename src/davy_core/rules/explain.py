"""Say what a judgement means for a person: what is missing, by which clause, and what remedies it."""

from __future__ import annotations

from collections.abc import Iterable

from davy_core.rules.evaluate import Judgement
from davy_core.rules.plain import Plain, plain
from davy_core.rules.requirement import Requirement

Entry = dict[str, Plain]
"""{requirement, pack, clause, alarm, title{zh,en}, outcome, remedy, until, evidence{path: value}, marks,
group}, as plain data."""


def entry(requirement: Requirement, judgement: Judgement) -> Entry:
    """One line of a permit's list of requirements, as plain data: the phone's, the gate's and the archive's.

    Raises ValueError when the judgement is of another requirement."""
    if judgement.requirement != requirement.id:
        raise ValueError(f"{judgement.requirement} was judged, not {requirement.id}")
    return {
        "requirement": requirement.id,
        "pack": requirement.pack,
        "clause": requirement.clause,
        "alarm": requirement.alarm,
        "title": {"zh": requirement.says.zh, "en": requirement.says.en},
        "outcome": judgement.outcome.value,
        "remedy": requirement.needs,
        "until": plain(judgement.until),
        "evidence": plain(judgement.evidence),
        "marks": list(requirement.marks),
        "group": requirement.group,
    }


def entries(requirements: Iterable[Requirement], judgements: Iterable[Judgement]) -> list[Entry]:
    """Every judgement explained, in their order. Raises KeyError for one of an unknown requirement."""
    known = {r.id: r for r in requirements}
    return [entry(known[j.requirement], j) for j in judgements]


def missing(requirements: Iterable[Requirement], judgements: Iterable[Judgement]) -> list[Entry]:
    """Only what stands in the way: failed and unknown."""
    return entries(requirements, [j for j in judgements if not j.passes])
