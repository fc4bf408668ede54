"""Accounts; volunteers, registrations and places follow."""

from volunteers.models.accounts import User

__all__ = ["User"]
