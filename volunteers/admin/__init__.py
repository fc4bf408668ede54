"""The desk's pages for accounts, and for registering and deciding."""

from volunteers.admin import accounts, trainings

__all__ = ["accounts", "trainings"]
