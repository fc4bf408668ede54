"""An account for each role in the demo, with the organizer's password, to try what each may do."""

from django.contrib.auth.models import Group

from trainings.models import Country, Training
from volunteers.models import User
from volunteers.roles import Role

ACCOUNTS: dict[str, tuple[str, Role]] = {
    "administrator@example.org": ("Demo administrator", Role.ADMINISTRATOR),
    "tajikistan@example.org": ("Demo coordinator of Tajikistan", Role.COORDINATOR),
    "check-in@example.org": ("Demo helper at the door", Role.HELPER),
    "editor@example.org": ("Demo editor", Role.EDITOR),
    "monitoring@example.org": ("Demo monitoring officer", Role.MONITORING),
    "observer@example.org": ("Demo observer", Role.OBSERVER),
}
COUNTRIES = {Role.COORDINATOR: ["TJ"]}


def make(organizer: User, helped: Training | None) -> None:
    """Make the accounts; the helper checks people in at the training `helped`."""
    for email, (name, role) in ACCOUNTS.items():
        # The same hash: a new one for each would cost the first start a second or two.
        user = User(email=email, name=name, is_staff=True, password=organizer.password)
        user.save()
        user.groups.set(Group.objects.filter(name=role))
        user.countries.set(Country.objects.filter(pk__in=COUNTRIES.get(role, ())))
        if role == Role.HELPER and helped:
            user.trainings.set([helped])


def told(password: str) -> list[str]:
    """A line for each of them that this password opens still: the address and the role."""
    users = User.objects.in_bulk(ACCOUNTS, field_name="email")
    by_hash = {user.password: user for user in users.values()}
    opens = {key for key, user in by_hash.items() if user.check_password(password)}
    return [
        f"{email:<26} {role.value}"
        for email, (_name, role) in ACCOUNTS.items()
        if email in users and users[email].password in opens
    ]
