"""What a company's own row and its scale may be: nothing that the rules could not read."""

from davy.problems.response import Problem
from davy.rulebook import law
from davy.rulebook.jsa import queries
from davy.rulebook.models import JsaRow, RiskScale
from davy_core.place.equipment import KINDS
from davy_core.risk.tighten import LooserError

__all__ = ["check_row", "check_scale"]


def check_row(row: JsaRow) -> None:
    """Raises Problem ``reference_unknown`` for a kind, a work or an equipment that the rules do not know."""
    known = {law.template(name)["type"] for name in law.templates()}
    if row.kind not in law.consequences():
        raise Problem("reference_unknown", field="kind")
    if set(row.types) - known:
        raise Problem("reference_unknown", field="types")
    if set(row.equipment) - set(KINDS):
        raise Problem("reference_unknown", field="equipment")


def check_scale(choice: RiskScale) -> None:
    """Raises Problem ``reference_unknown`` for no scale, ``risk_scale_looser`` for a higher score."""
    try:
        queries.scale_of(choice.scale, choice.bands)
    except LookupError as wrong:
        raise Problem("reference_unknown", field="scale") from wrong
    except LooserError as wrong:
        raise Problem("risk_scale_looser", grade=wrong.grade) from wrong
