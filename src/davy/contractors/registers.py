"""The registers of contractors, with what of each is personal or said freely and stays out of the audit
trail."""

from __future__ import annotations

from davy.accounts.reference import Register
from davy.contractors import rules
from davy.contractors.models import Admission, Ban, FirmPaper, FirmViolation, Submission
from davy.people.models import Firm

__all__ = ["admissions", "bans", "firms", "papers", "submissions", "violations", "withdrawn"]

firms = Register(Firm, "firms")
papers = Register(
    FirmPaper, "firm_papers", check=rules.check_paper, private=frozenset({"number", "issuer", "scan"})
)
bans = Register(Ban, "firm_bans", private=frozenset({"why", "lifted_why"}))
admissions = Register(
    Admission, "admissions", check=rules.check_admission, private=frozenset({"withdrawn_why"})
)
# Taking back is never refused for what stands in the row.
withdrawn = Register(Admission, "admissions", private=frozenset({"withdrawn_why"}))
submissions = Register(
    Submission, "submissions", private=frozenset({"body", "scan", "why", "id_hash", "sealed"})
)
violations = Register(
    FirmViolation, "firm_violations", private=frozenset({"what", "photo", "answer", "withdrawn_why"})
)
