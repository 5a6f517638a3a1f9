"""The printed list leads to the isolation by its id; no code of its own is needed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("isolations", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("IsolationRow", "isolations_token"),
        migrations.RemoveField("IsolationRow", "token"),
    ]
