"""The desk's pages for accounts, for registering and deciding, and for letters."""

from volunteers.admin import (
    accounts,
    consents,
    donor,
    groups,
    intakes,
    letters,
    registrations,
    second_step,
    trail,
    trainings,
    volunteers,
    wordings,
)

__all__ = [
    "accounts",
    "consents",
    "donor",
    "groups",
    "intakes",
    "letters",
    "registrations",
    "second_step",
    "trail",
    "trainings",
    "volunteers",
    "wordings",
]
