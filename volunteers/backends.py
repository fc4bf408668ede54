"""Signing in at the desk with a password, and what an account may do there."""

from django.contrib.auth.backends import ModelBackend

from volunteers.models import User
from volunteers.models.granted import PERMISSION
from volunteers.signing_in import of_staff


class Desk(ModelBackend):
    """Django's own, but for its two queries for permissions: an account reads all it was given
    at once."""

    def get_user(self, user_id) -> User | None:
        return of_staff(user_id)

    def get_all_permissions(self, user_obj, obj=None) -> set[str]:
        if not user_obj.is_active or user_obj.is_anonymous or user_obj.is_superuser or obj:
            return super().get_all_permissions(user_obj, obj)
        return set(user_obj.granted[PERMISSION])
