"""Whether an area takes terminals with an Ex mark only: then one that nobody knows is refused too (S26)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0008_area_risk_grade"),
    ]

    operations = [
        migrations.AddField("area", "ex_only", models.BooleanField(db_default=False, default=False)),
    ]
