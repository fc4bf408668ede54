"""What a form may begin with: what an address says, and what is known of who signed in."""

from volunteers.forms.lines import one_line
from volunteers.models import User, Volunteer

# What may stand in an address that somebody passes on: nothing but what a form asks anyway.
GIVEN = (
    *("name", "native_name", "latin_name", "email", "phone", "nationality", "country"),
    *("category", "host_organisation"),
)


def given_in(query) -> dict:
    """What the address of the page says of someone, as far as a form may begin with it."""
    return {name: one_line(query[name])[:200] for name in GIVEN if query.get(name)}


def known_of(user: User | None) -> dict:
    """What is known of the volunteer who signed in, by field; nothing of a stranger."""
    if user is None:
        return {}
    known: dict = {"email": user.email}
    if volunteer := Volunteer.objects.filter(user=user).first():
        known |= {key: value for key, value in volunteer.described().items() if value}
        for name in ("country", "nationality"):
            known |= {name: known[name].pk} if name in known else {}
    if known.keys() & {"birth_year", "birth_year_withheld"}:
        known = {"birth_year": None, "birth_year_withheld": False, **known}
    return known
