"""When a contact was last proven to be within the fence."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("permits", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="contact",
            name="proven_at",
            field=models.DateTimeField(null=True),
        ),
    ]
