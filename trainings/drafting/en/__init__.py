"""The English sentences of a draft, as a newspaper prints them."""

from .figures import participants
from .lead import headline, lead
from .opening import opening
from .people import people
from .work import aims, work

__all__ = ["aims", "headline", "lead", "opening", "participants", "people", "work"]
