"""A login may be of a contractor firm; then its one role is that of a firm, and nobody else has that."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="account",
            name="firm_id",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
        migrations.AddConstraint(
            model_name="account",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("firm_id", None), models.Q(("roles__contains", ["firm_officer"]), _negated=True)
                    ),
                    models.Q(
                        ("firm_id__isnull", False), ("person_id__isnull", False), ("roles", ["firm_officer"])
                    ),
                    _connector="OR",
                ),
                name="account_of_firm",
            ),
        ),
    ]
