"""How old the oldest message is that waits to be written."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sensing", "0002_watched")]

    operations = [
        migrations.AddField(model_name="lease", name="oldest_at", field=models.DateTimeField(null=True)),
    ]
