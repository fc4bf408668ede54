"""What the database says of its own changes."""

from django.db import models


class Stamp(models.Model):
    """A number of a scope that triggers replace by another in each transaction that changes it.

    A scope has several on PostgreSQL, one for each of those that write at the same time, so that
    nobody waits for anybody; its stamp is their sum.
    """

    scope = models.CharField(max_length=16)
    value = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.scope} {self.value}"
