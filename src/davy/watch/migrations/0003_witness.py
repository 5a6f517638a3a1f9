"""What we witness of the logs of others, and what we refused."""

from django.db import migrations, models

from davy.db.migration import AppendOnly, EnableRls, GrantApp


def _key(*columns: str) -> tuple[str, models.CompositePrimaryKey]:
    return "pk", models.CompositePrimaryKey(
        *columns, blank=True, editable=False, primary_key=True, serialize=False
    )


class Migration(migrations.Migration):
    dependencies = [
        ("watch", "0002_efforts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Witnessed",
            fields=[
                _key("company_id", "origin"),
                ("company_id", models.UUIDField()),
                ("origin", models.TextField()),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "watch_witnessed"},
        ),
        migrations.CreateModel(
            name="Refusal",
            fields=[
                _key("company_id", "origin", "size", "root"),
                ("company_id", models.UUIDField()),
                ("origin", models.TextField()),
                ("size", models.BigIntegerField()),
                ("root", models.BinaryField()),
                ("note", models.TextField()),
                ("known", models.TextField()),
                ("fork", models.BooleanField()),
                ("at", models.DateTimeField()),
            ],
            options={"db_table": "watch_refusal"},
        ),
        EnableRls("watch_witnessed"),
        GrantApp("watch_witnessed", "select,insert,update"),
        EnableRls("watch_refusal"),
        AppendOnly("watch_refusal"),
    ]
