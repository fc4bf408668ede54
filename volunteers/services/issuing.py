"""Issuing to all who earned it: ordered at the desk, done by the worker, with how far it is.

Twenty go in one transaction. A worker that is killed leaves those that are issued, and its claim
runs out; the next one goes on with those who have none yet.
"""

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.timezone import now
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from trainings.models import Training
from trainings.services.refusal import NotAllowed
from volunteers.models import Issuing, Registration, User
from volunteers.services import certificates

# After so many the worker says how far it is, and keeps its claim.
A_STEP = 20


def to_issue(training: Training, kind: str, *, by: User):
    """Those whom `by` may see and who would get a certificate of `kind` now."""
    return certificates.without_one(training, kind).filter(
        pk__in=Registration.objects.visible_to(by).filter(training=training).values("pk")
    )


def order(training: Training, *, kind: str, by: User) -> Issuing:
    """Let the worker issue to all who earned it. Raises NotAllowed where that is nobody."""
    total = to_issue(training, kind, by=by).count()
    if not total:
        raise NotAllowed(_("Everyone who earned this certificate has it already."))
    try:
        with transaction.atomic():
            return Issuing.objects.create(
                training=training,
                kind=kind,
                by=by,
                total=total,
                language=get_language() or settings.LANGUAGE_CODE,
            )
    except IntegrityError as error:
        raise NotAllowed(
            _("These certificates are being issued already. Wait until that is done.")
        ) from error


def issue_due() -> int:
    """Issue what was ordered and nobody is at. Returns how many certificates there are more."""
    issued = 0
    while issuing := claim():
        issued += work(issuing)
    return issued


def claim() -> Issuing | None:
    """The order that is to go next, for this worker alone."""
    free = Issuing.objects.filter(finished_at=None).exclude(leased_until__gt=now())
    for issuing in free.order_by("pk").select_related("training", "by"):
        # One statement: of two workers the second finds it taken.
        if free.filter(pk=issuing.pk).update(leased_until=now() + Issuing.LEASE):
            return issuing
    return None


def work(issuing: Issuing) -> int:
    """Issue all of one order, a step at a time. Returns how many it issued."""
    waiting = to_issue(issuing.training, issuing.kind, by=issuing.by)
    pks = list(waiting.values_list("pk", flat=True))
    refused: list[tuple[int, str]] = []
    done = 0
    for start in range(0, len(pks), A_STEP):
        # Refusals are read by whoever ordered it.
        with override(issuing.language):
            issued, not_issued = certificates.issue_to(
                pks[start : start + A_STEP],
                issuing.training,
                kind=issuing.kind,
                by=issuing.by,
            )
        done += len(issued)
        refused += not_issued
        Issuing.objects.filter(pk=issuing.pk).update(
            done=F("done") + len(issued), leased_until=now() + Issuing.LEASE
        )
    Issuing.objects.filter(pk=issuing.pk).update(
        finished_at=now(), leased_until=None, refused=refused
    )
    return done
