"""The desk's pages for the record. One file a noun, as in the models."""

from trainings.admin import agenda, figures, people, places, report, text, training

__all__ = ["agenda", "figures", "people", "places", "report", "text", "training"]
