"""The desk's pages for accounts, and for registering and deciding."""

from volunteers.admin import accounts, consents, registrations, trainings, volunteers

__all__ = ["accounts", "consents", "registrations", "trainings", "volunteers"]
