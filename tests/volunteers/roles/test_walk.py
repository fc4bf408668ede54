"""Every address of the desk as each role: what is not in the table is not allowed to be there."""

import pytest

from tests.volunteers.roles.people import make_half, make_record, make_staff
from tests.volunteers.roles.table import TABLE
from tests.volunteers.roles.walking import address, both, names, opened, read
from volunteers import audit
from volunteers.roles import Role

ALLOWED = read(TABLE)


def test_every_address_is_in_the_table():
    assert (set(names()) - set(ALLOWED), set(ALLOWED) - set(names())) == (set(), set())


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_what_the_table_says_and_nothing_else(db, role):
    own, other = make_half("TJ", "Zebo Own"), make_half("KZ", "Dana Elsewhere")
    countries = ["TJ"] if role == Role.COORDINATOR else []
    user = make_staff(role, countries=countries, trainings=[own.training])
    audit.record(user, audit.Kind.SAW, own.registration)
    rows = make_record(own.training, user)
    own.message.author = user  # the other one is a colleague's
    own.message.save()

    def found(name: str) -> str:
        paths = [address(name, **keys_of(name, rows, half)) for half in (own, other)]
        words = {path: opened(user, path, post=name.endswith(":post")) for path in paths}
        return both(*(words[path] for path in paths))

    assert {name: found(name) for name in ALLOWED} == {
        name: words[role] for name, words in ALLOWED.items()
    }


def keys_of(name: str, rows: dict, half) -> dict:
    """The keys in an address: of this half, or of the only row of its kind there is."""
    of_half = {
        "registration": half.registration.pk,
        "volunteer": half.registration.volunteer_id,
        "letter": half.letter.pk,
        "volunteers_send_again": half.letter.pk,
        "volunteers_answer_file": half.answer.pk,
        "volunteers_next_consent": rows["consenttext"].pk,
        "volunteers_same_person": half.registration.volunteer_id,
        "check_in_badge": half.registration.badge_code,
    }
    noun = "frozenfigures" if "frozen" in name else name.split("_")[1] if "_" in name else name
    key = of_half.get(name) or of_half.get(noun) or getattr(rows.get(noun), "pk", half.training.pk)
    more = {
        "registration": half.registration.pk,
        "certificate": half.certificate.pk,
        "message": half.message.pk,
    }
    return {"pk": key, **more}
