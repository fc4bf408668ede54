"""The words people say yes to: a version that someone has read stays as it was read."""

from django.db import transaction

from volunteers.models import ConsentText


def is_used(text: ConsentText) -> bool:
    """Whether someone has said yes to this version, so that it may not change any more."""
    return bool(text.pk) and text.consents.exists()


@transaction.atomic
def next_version(text: ConsentText) -> ConsentText:
    """A copy of the newest version of the kind of `text`, with the next number, to be edited."""
    newest = ConsentText.objects.select_for_update().filter(kind=text.kind).first() or text
    return ConsentText.objects.create(
        kind=newest.kind, version=newest.version + 1, text=text.text, detail=text.detail
    )
