"""The same browser at the desk as for its other pages."""

from tests.desk.conftest import desk

__all__ = ["desk"]
