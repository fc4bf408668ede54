"""Documents of forms that have something to mend: kept for a day, then gone."""

import re
import secrets
from datetime import timedelta

from django.core.files import File
from django.db import transaction
from django.utils.timezone import now

from volunteers.models import Question, Upload

KEPT = timedelta(days=1)
TOKEN = re.compile(r"[\w-]{43}", re.ASCII)


def keep(question: Question, file: File, *, name: str) -> Upload:
    """Keep `file`, sent as an answer to `question`; its token is an address nobody guesses."""
    return Upload.objects.create(
        token=secrets.token_urlsafe(32), question=question, name=name[:200], file=file
    )


def kept(question: Question, token: str) -> Upload | None:
    """The document kept under `token` for `question`; None where there is none any more."""
    if not TOKEN.fullmatch(token):
        return None
    return Upload.objects.filter(
        token=token, question=question, created_at__gt=now() - KEPT
    ).first()


def let_go(upload: Upload) -> None:
    """Forget a kept document; its file goes when the transaction has ended well."""
    Upload.objects.filter(pk=upload.pk).delete()
    transaction.on_commit(lambda: upload.file.delete(save=False))


def purge() -> int:
    """Delete what was kept longer than a day. Returns how many."""
    late = list(Upload.objects.filter(created_at__lte=now() - KEPT))
    for upload in late:
        with transaction.atomic():
            let_go(upload)
    return len(late)
