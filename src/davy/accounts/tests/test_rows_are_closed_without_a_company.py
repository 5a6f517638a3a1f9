"""Every tenant table is closed without a company and shows and takes only the rows of its own."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from davy.accounts.models import AuditRow, SecurityEvent
from davy.accounts.tenanted import Tenanted
from davy.attachments.models import Attachment, Reference
from davy.db import tenant
from davy.people import models as people
from davy.sites import models as sites
from tests.plant import Plant

TABLES: list[type[models.Model]] = [
    AuditRow,
    SecurityEvent,
    Attachment,
    Reference,
    *(model for model in Tenanted.__subclasses__() if not model._meta.abstract),
]


def count(table: str) -> int:
    """How many rows plain SQL sees, with no condition at all."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - a name of ours
        return int(cursor.fetchone()[0])


def test_the_list_of_tables_is_complete() -> None:
    assert len(TABLES) >= 4 + 4 + 10
    assert {people.Person, people.Post, sites.WorkPoint, sites.SpecialPeriod} <= set(TABLES)


@pytest.mark.parametrize("model", TABLES)
def test_without_a_company_the_table_cannot_even_be_counted(db: None, model: type[models.Model]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        count(model._meta.db_table)


@pytest.mark.parametrize("table", ["people_person", "people_firm", "sites_site", "sites_area"])
def test_inside_of_a_company_only_its_own_rows_are_there(plant: Plant, neighbour: Plant, table: str) -> None:
    with tenant.company(plant.company.id):
        ours = count(table)
    with tenant.company(neighbour.company.id):
        theirs = count(table)
    assert ours == (5 if table == "people_person" else 1)
    assert theirs == 1


def test_a_row_for_another_company_is_refused(plant: Plant, neighbour: Plant) -> None:
    with pytest.raises(DatabaseError, match="row-level security"), tenant.company(plant.company.id):
        people.Firm.objects.create(company_id=neighbour.company.id, code="X", name="X")


def test_a_reference_to_a_row_of_another_company_is_refused(plant: Plant, neighbour: Plant) -> None:
    with pytest.raises(DatabaseError, match="foreign key"), tenant.company(plant.company.id):
        people.Person.objects.create(
            company_id=plant.company.id, name="某", hr_code="X", firm_id=neighbour.firm_id
        )
    with pytest.raises(DatabaseError, match="foreign key"), tenant.company(plant.company.id):
        sites.Area.objects.create(company_id=plant.company.id, code="X", name="X", site_id=neighbour.site_id)


@pytest.mark.parametrize("table", ["accounts_audit", "accounts_security_event"])
@pytest.mark.parametrize(
    "statement", ["UPDATE {} SET company_id = company_id", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_records_of_changes_and_logins_cannot_be_changed(plant: Plant, table: str, statement: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"permission denied|append-only"),
        tenant.company(plant.company.id),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


def test_an_account_cannot_be_moved_to_another_company(plant: Plant, neighbour: Plant) -> None:
    from davy.accounts.models import Account

    with pytest.raises(DatabaseError, match="stays in its company"), transaction.atomic():
        Account.objects.filter(id=plant.accounts["li"].id).update(company_id=neighbour.company.id)
