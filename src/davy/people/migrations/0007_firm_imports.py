"""An import may be of a firm's own login."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0006_imports"),
    ]

    operations = [
        migrations.AddField(
            model_name="import",
            name="firm_id",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.RunSQL(
            "ALTER TABLE people_import ADD CONSTRAINT people_import_firm_id_fk"
            " FOREIGN KEY (company_id, firm_id) REFERENCES people_firm (company_id, id) NOT VALID",
            "ALTER TABLE people_import DROP CONSTRAINT people_import_firm_id_fk",
        ),
    ]
