"""Sessions in the database, where each new one is written once."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.utils.crypto import get_random_string


class SessionStore(db.SessionStore):
    """Django's own, without the empty row that it writes and fills in a second go.

    Nor does it look whether a new key is taken: 32 random signs are not, and the column is unique.
    """

    is_new = False

    def create(self):
        self._session_key = get_random_string(32, VALID_KEY_CHARS)
        # What it holds is known: nothing, or what was put in before.
        self._session_cache = getattr(self, "_session_cache", {})
        self.is_new = self.modified = True

    def save(self, must_create=False):
        if self.session_key is None:
            self.create()
        if self.is_new:
            # One row needs no transaction of its own.
            self.create_model_instance(self._session_cache).save(force_insert=True)
            self.is_new = False
        else:
            super().save(must_create=must_create)
