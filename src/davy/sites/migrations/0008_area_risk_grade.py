"""The risk grade a plant declares for an area itself, one of four or none."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0007_equipment_kind"),
    ]

    operations = [
        migrations.AddField("area", "risk_grade", models.CharField(blank=True, max_length=8, null=True)),
        migrations.AddConstraint(
            "area",
            models.CheckConstraint(
                condition=models.Q(("risk_grade__isnull", True))
                | models.Q(("risk_grade__in", ["red", "orange", "yellow", "blue"])),
                name="sites_area_risk_grade",
            ),
        ),
    ]
