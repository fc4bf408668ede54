"""Accounts, and the volunteers behind them."""

from crowd.names import COUNTRIES, FAMILY, GIVEN, HOSTS
from crowd.rows import FIRST, chance, copy, one_of, parted

KINDS = {"national": 70, "international": 9, "online": 14, "community": 7}
SEXES = {"female": 55, "male": 40, "withheld": 3, "": 2}


def make_people(number: int) -> None:
    numbers = f"SELECT n, {FIRST} + n AS key FROM generate_series(0, {number - 1}) n"
    make_volunteers(make_accounts(numbers), numbers)


def make_accounts(numbers: str):
    """An account for each of `numbers`; gives the one they are copies of."""
    from volunteers.models import User

    user = User.objects.create(email="pattern@example.org")
    copy(
        user, numbers,
        id="s.key", email="'v' || s.n || '@example.org'",
        date_joined="now() - s.n * '30 s'::interval",
    )  # fmt: skip
    return user


def make_volunteers(user, numbers: str) -> None:
    from volunteers.models import Volunteer

    volunteer = Volunteer.objects.create(user=user, name="Pattern", language="ru")
    given, family = one_of(GIVEN, chance(1)), one_of(FAMILY, chance(2))
    place = f"CASE WHEN {chance(8)} < 50 THEN '' ELSE ' ' || {chance(9)} END"
    copy(
        volunteer, numbers,
        id="s.key", user_id="s.key",
        name=f"{given} || ' ' || {family} || ' ' || s.n",
        # These names are plain Latin letters, which folding leaves as they are.
        search_key=f"lower(' ' || {given} || ' ' || {family} || ' ' || s.n)",
        country_id=parted(chance(4), COUNTRIES),
        nationality_id=parted(chance(4), COUNTRIES),
        category=parted(chance(5), KINDS),
        sex=parted(chance(6), SEXES),
        birth_year=f"CASE WHEN {chance(7)} < 95 THEN 1960 + {chance(3)} % 48 END",
        host_organisation=f"{one_of(HOSTS, chance(10))} || {place}",
        phone="'+996 555 ' || s.n",
    )  # fmt: skip
