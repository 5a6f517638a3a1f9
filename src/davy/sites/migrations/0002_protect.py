"""Rows of places belong to one company, and so does whatever they refer to."""

from django.db import migrations

from davy.db.migration import EnableRls, GrantApp

# table, column, table referred to
REFERENCES = (
    ("sites_unit", "site_id", "sites_site"),
    ("sites_area", "site_id", "sites_site"),
    ("sites_area", "unit_id", "sites_unit"),
    ("sites_equipment", "area_id", "sites_area"),
    ("sites_work_point", "area_id", "sites_area"),
    ("sites_work_point", "equipment_id", "sites_equipment"),
    ("sites_plan_drawing", "site_id", "sites_site"),
    ("sites_calendar", "site_id", "sites_site"),
    ("sites_special_period", "site_id", "sites_site"),
    ("sites_working_day", "site_id", "sites_site"),
    ("sites_shift", "site_id", "sites_site"),
)
KEPT = ("site", "unit", "area", "equipment", "work_point", "plan_drawing", "calendar")
DELETABLE = ("special_period", "working_day", "shift")


def reference(table: str, column: str, to: str) -> migrations.RunSQL:
    """A foreign key that can only reach a row of the same company."""
    name = f"{table}_{column}_fk"
    return migrations.RunSQL(
        f"ALTER TABLE {table} ADD CONSTRAINT {name}"
        f" FOREIGN KEY (company_id, {column}) REFERENCES {to} (company_id, id)",
        f"ALTER TABLE {table} DROP CONSTRAINT {name}",
    )


class Migration(migrations.Migration):
    dependencies = [("sites", "0001_initial")]

    operations = [
        *(reference(*row) for row in REFERENCES),
        *(EnableRls(f"sites_{name}") for name in KEPT + DELETABLE),
        *(GrantApp(f"sites_{name}", "select,insert,update") for name in KEPT),
        *(GrantApp(f"sites_{name}", "select,insert,update,delete") for name in DELETABLE),
    ]
