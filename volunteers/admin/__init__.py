"""The desk's pages for accounts."""

from volunteers.admin import accounts

__all__ = ["accounts"]
