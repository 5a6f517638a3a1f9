from django.db import migrations, models


class Migration(migrations.Migration):
    """Remember which program sent a command: a phone, the console, the clock, the people of the demo."""

    dependencies = [("door", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="storedcommand",
            name="app",
            field=models.TextField(default="", db_default=""),
        ),
    ]
