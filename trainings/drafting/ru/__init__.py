"""The Russian sentences of a draft.

Names, titles, countries and numbers come from the record in the nominative, and nobody's sex is
asked: so they stand after a colon or in a list, and no verb or adjective agrees with them.
"""

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
