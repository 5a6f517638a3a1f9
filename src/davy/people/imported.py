"""Tables of imports: files of people and papers, their rows, and what headings mean for a company."""

from typing import ClassVar

from django.db import models

from davy import clock
from davy.accounts.tenanted import Tenanted

__all__ = ["Import", "ImportColumn", "ImportRow"]


class Import(Tenanted):
    """One file of people and papers: checked, entered, perhaps taken back (davy.people.importing)."""

    account_id = models.UUIDField()
    firm_id = models.UUIDField(null=True, blank=True)  # whose own login sent it: bounded to its people
    name = models.CharField(max_length=200)
    # waiting checking checked applying applied undoing undone failed
    state = models.CharField(max_length=10, default="waiting")
    made_at = models.DateTimeField(default=clock.now)
    moved_at = models.DateTimeField(default=clock.now)  # when it last got on; an old one in work is resumed
    mapping = models.JSONField(default=dict)  # sheet → number of column → meaning
    sheets = models.JSONField(default=list)  # what was found in the file
    counts = models.JSONField(default=dict)  # rows by verdict
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    problem = models.JSONField(null=True, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "people_import"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["company_id", "id"], name="people_import_key")
        ]


class ImportRow(models.Model):
    """One row for one register: what the check said, what somebody chose, and what became of it."""

    pk = models.CompositePrimaryKey("company_id", "import_id", "n")
    company_id = models.UUIDField()
    import_id = models.UUIDField()
    n = models.PositiveIntegerField()
    sheet = models.CharField(max_length=64)
    row = models.PositiveIntegerField()
    kind = models.CharField(max_length=16)  # person certificate checkup training
    phase = models.PositiveSmallIntegerField()  # people before papers, doubles last
    sealed = models.BinaryField()  # what stands in the row, and in the ledger
    verdict = models.CharField(max_length=8)  # new same change double wrong
    findings = models.JSONField(default=list)
    choice = models.CharField(max_length=4, default="")  # take keep
    state = models.CharField(max_length=8, default="waiting")  # waiting done skipped undone
    person_id = models.UUIDField(null=True)
    row_id = models.UUIDField(null=True)
    made = models.BooleanField(default=False)

    class Meta:
        db_table = "people_import_row"
        indexes: ClassVar = [
            models.Index(
                fields=["company_id", "import_id", "state", "phase", "n"], name="people_import_row_next"
            ),
            models.Index(fields=["company_id", "person_id"], name="people_import_row_person"),
        ]


class ImportColumn(models.Model):
    """What a heading means for this company, as somebody said once."""

    pk = models.CompositePrimaryKey("company_id", "heading")
    company_id = models.UUIDField()
    heading = models.CharField(max_length=128)
    meaning = models.CharField(max_length=64)  # empty: the column is left out

    class Meta:
        db_table = "people_import_column"
