"""The English of the interface, to look for on pages in other languages."""

import re

import pytest

from tests.languages.reading import parts
from tests.languages.strings import strings


@pytest.fixture(scope="session")
def english():
    """The fixed parts of the interface's English messages: whole ones, and those of two words."""
    found = [message for message in strings() if message.id]
    ids = {one for m in found for one in (m.id if isinstance(m.id, tuple) else (m.id,))}
    pieces = {piece for message in ids for piece in parts(message)}
    return ids, {piece for piece in pieces if " " in piece and re.search("[a-z]", piece)}
