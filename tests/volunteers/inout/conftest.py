"""Accounts that may do some things with lists."""

import shutil

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.test import Client

from tests.factories import make_account


@pytest.fixture(autouse=True)
def _no_lists_left_over():
    """Start without the files of lists that other tests left."""
    shutil.rmtree(settings.PRIVATE_ROOT / "intakes", ignore_errors=True)


@pytest.fixture
def client_who_may(db):
    """A function giving a client of staff with the named permissions."""

    def client_with(*names: str) -> Client:
        account = make_account(f"{'-'.join(names)}@example.org", is_staff=True)
        account.user_permissions.set(Permission.objects.filter(codename__in=names))
        client = Client()
        client.force_login(account)
        return client

    return client_with
