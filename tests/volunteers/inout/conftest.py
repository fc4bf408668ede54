"""Accounts that may do some things with lists."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from tests.factories import make_account


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
