"""Record files: trainings with everything around them, written to YAML and read from it."""

from trainings.records.dumping import dump
from trainings.records.errors import Trouble
from trainings.records.loading import Outcome, load

__all__ = ["Outcome", "Trouble", "dump", "load"]
