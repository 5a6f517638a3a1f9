"""The registers of the ledger, with what of each is personal and stays out of the audit trail."""

from __future__ import annotations

from davy.people import rules
from davy.people.models import Certificate, Checkup, Person, Restriction, Training
from davy.people.register import PeopleRegister

__all__ = ["RESOURCES", "certificates", "checkups", "people", "restrictions", "trainings"]

people = PeopleRegister(
    Person, "people", private=frozenset({"name", "name_pinyin", "phone", "photo", "id_last4", "id_hash"})
)
certificates = PeopleRegister(
    Certificate,
    "certificates",
    check=rules.check_certificate,
    private=frozenset({"number", "holder_name", "scan"}),
)
checkups = PeopleRegister(
    Checkup, "checkups", check=rules.check_checkup, private=frozenset({"verdict", "issuer", "scan", "sealed"})
)
trainings = PeopleRegister(
    Training, "trainings", check=rules.check_training, private=frozenset({"score", "issuer", "scan"})
)
restrictions = PeopleRegister(
    Restriction,
    "restrictions",
    check=rules.check_restriction,
    private=frozenset({"kind", "works", "sealed", "lifted_why"}),
)
RESOURCES = {one.resource: one for one in (people, certificates, checkups, trainings, restrictions)}
"""By the name that the audit trail knows each under."""
