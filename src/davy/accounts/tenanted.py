"""The base of every row of reference data: it belongs to one company; its id is unique everywhere."""

from django.db import models

from davy import ids

__all__ = ["Tenanted"]


class Tenanted(models.Model):
    """A row of one company. References between rows are plain ids held by composite foreign keys in SQL.

    A foreign key on the id alone would be checked past row security and accept a row of another company.
    """

    id = models.UUIDField(primary_key=True, default=ids.uuid7, editable=False)
    company_id = models.UUIDField(editable=False)

    class Meta:
        abstract = True
