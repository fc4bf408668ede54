"""The person behind a registration: the account of an address, and what is known of her or him."""

from django.db import IntegrityError, transaction

from volunteers.models import Registration, User, Volunteer


def account(email: str) -> tuple[User, bool]:
    """The account of an address, and whether it was made now: without a password and a name.

    It is locked until the transaction ends: of two forms of one person, one comes after the other.
    """
    found = User.objects.with_email(email)
    if found is None:
        try:
            with transaction.atomic():
                return User.objects.create_user(email), True
        except IntegrityError:  # another form of the same person was faster
            found = User.objects.get(email__iexact=email)
    return User.objects.select_for_update(no_key=True).get(pk=found.pk), False


def person(email: str, *, language: str) -> tuple[Volunteer, bool]:
    """The volunteer of an address, and whether she is new: then without a name, until it is proven.

    Within a transaction: nobody else sees a new account before it ends.
    """
    user, is_new = account(email)
    if is_new:
        return Volunteer.objects.create(user=user, language=language), True
    return Volunteer.objects.select_related("user").get_or_create(
        user=user, defaults={"language": language}
    )


@transaction.atomic
def write_in(volunteer: Volunteer, language: str) -> Volunteer:
    """Write all letters to `volunteer` in `language` from now on."""
    volunteer.language = language
    volunteer.save(update_fields=["language"])
    volunteer.registrations.update(language=language)
    return volunteer


def take_over(registration: Registration) -> None:
    """Bring what is known of the person up to a proven registration; its gaps change nothing."""
    volunteer = registration.volunteer
    if volunteer is None:
        return
    given = {column: value for column, value in registration.described().items() if value}
    if registration.birth_year or registration.birth_year_withheld:
        given["birth_year"] = registration.birth_year
        given["birth_year_withheld"] = registration.birth_year_withheld
    volunteer.describe(given)
    volunteer.language = registration.language
    volunteer.save()
    if not volunteer.user.name:
        volunteer.user.name = registration.name
        volunteer.user.save(update_fields=["name"])
