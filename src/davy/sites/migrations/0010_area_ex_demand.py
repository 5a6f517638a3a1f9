"""An area may tell the gas group and the temperature class that a terminal must be good for. Whether it takes
terminals that nobody knows is no longer its choice: none does (S26)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0009_area_ex_only"),
    ]

    operations = [
        migrations.AddField("area", "ex_group", models.CharField(blank=True, max_length=4, null=True)),
        migrations.AddField("area", "ex_temperature", models.CharField(blank=True, max_length=4, null=True)),
        migrations.RemoveField("area", "ex_only"),
    ]
