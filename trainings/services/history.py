"""Keeping a record from others while it changes, and writing down in its history what was done."""

from django.contrib.admin.models import CHANGE, LogEntry


def locked(record):
    """The row as it stands in the database, kept from others until the transaction ends."""
    return type(record)._default_manager.select_for_update().get(pk=record.pk)


def logged(record, by, message: str):
    """Write `message` into the history of `record` in the name of `by`; returns the record."""
    LogEntry.objects.log_actions(by.pk, [record], CHANGE, message)
    return record
