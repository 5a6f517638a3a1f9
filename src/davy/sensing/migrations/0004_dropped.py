"""What the log dropped before it was read, and up to where each partition was read to the end."""

from django.db import migrations, models

from davy.db.migration import GrantApp


class Migration(migrations.Migration):
    dependencies = [("sensing", "0003_oldest")]

    operations = [
        migrations.AddField(model_name="lease", name="passed", field=models.BigIntegerField(null=True)),
        migrations.CreateModel(
            name="Dropped",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "partition", "first", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("partition", models.SmallIntegerField()),
                ("first", models.BigIntegerField()),
                ("last", models.BigIntegerField()),
                ("since", models.DateTimeField()),
                ("noticed_at", models.DateTimeField()),
            ],
            options={"db_table": "sensing_dropped"},
        ),
        GrantApp("sensing_dropped", "select,insert"),
    ]
