"""A text that is being written."""

import pytest

from tests.factories import make_account, make_block, make_report, make_training


@pytest.fixture
def training(db):
    return make_training("Springs", slug="springs")


@pytest.fixture
def text(training):
    """A published text of one block, whose report is about the training."""
    text = make_report(training, slug="springs", headline="Water", lead="A lead.").texts.get()
    make_block(text, body="They met.", order=0)
    return text


@pytest.fixture
def colleague(db):
    return make_account("dana@example.org", name="Dana", is_staff=True, is_superuser=True)
