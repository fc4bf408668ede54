"""A crowd: 100,000 volunteers, 300,000 registrations and 1,000 trainings, with all that hangs on
them. PostgreSQL makes the rows itself, as copies of one that Django made; `fill` is the way in.

The three largest trainings have some 14,000 registrations each, and most have about a hundred. Who
is who, from where and in which state follows from a row's number, so that each run has the same.
"""

from crowd.held import hold
from crowd.letters import make_letters, make_lists, make_trail
from crowd.people import make_people
from crowd.record import make_record
from crowd.registrations import register, spread
from crowd.rows import FIRST

__all__ = ["FIRST", "REGISTRATIONS", "TRAININGS", "VOLUNTEERS", "fill"]

VOLUNTEERS, REGISTRATIONS, TRAININGS = 100_000, 300_000, 1_000


def fill(volunteers=VOLUNTEERS, registrations=REGISTRATIONS, trainings=TRAININGS) -> list[int]:
    """Make the crowd, and give the keys of its trainings, the largest first.

    Nobody registers more than three times. The first training takes registrations, the second was
    held.
    """
    keys = make_record(trainings)
    make_people(volunteers)
    spread(volunteers, registrations, trainings)
    register()
    make_letters()
    make_trail()
    make_lists()
    hold()
    return keys
