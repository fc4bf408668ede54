"""The desk's pages for accounts, for registering and deciding, and for letters."""

from volunteers.admin import (
    accounts,
    consents,
    letters,
    registrations,
    trainings,
    volunteers,
    wordings,
)

__all__ = [
    "accounts",
    "consents",
    "letters",
    "registrations",
    "trainings",
    "volunteers",
    "wordings",
]
