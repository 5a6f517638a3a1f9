"""What is told of an emergency leads to it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notify", "0003_taken_back")]

    operations = [
        migrations.AddField(model_name="inboxrow", name="emergency_id", field=models.UUIDField(null=True)),
    ]
