"""The English sentences of a draft, as a newspaper prints them."""

from .figures import participants
from .lead import headline, lead
from .opening import opening
from .people import people
from .several import headline_of, particulars, together
from .work import aims, work

__all__ = [
    "aims",
    "headline",
    "headline_of",
    "lead",
    "opening",
    "participants",
    "particulars",
    "people",
    "together",
    "work",
]
