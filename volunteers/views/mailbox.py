"""The mailbox of the demo, where nobody gets letters: everyone may read them here."""

from django.conf import settings
from django.db.models import Q
from django.db.models.functions import Lower
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from trainings.views.page import page_of, render_page
from volunteers.models import Letter, User
from volunteers.services import outbox


@require_safe
@never_cache
def demo_letters(request: HttpRequest) -> HttpResponse:
    page = page_of(readable(), request)
    return render_page(request, "volunteers/demo_letters.html", {"page": page})


@require_safe
@never_cache
def demo_letter(request: HttpRequest, pk: int) -> HttpResponse:
    letter = get_object_or_404(readable(), pk=pk)
    return render_page(request, "volunteers/demo_letter.html", {"letter": letter})


def readable():
    """The letters that strangers may read, newest first.

    Raises Http404 outside the demo, and where letters leave it: they are then their readers' own.
    """
    if not settings.DEMO or outbox.is_configured():
        raise Http404
    # A sign-in code of an organizer would open the desk to whoever reads it.
    desk = User.objects.filter(Q(is_staff=True) | Q(is_superuser=True))
    addresses = desk.annotate(folded=Lower("email")).values("folded")
    letters = Letter.objects.annotate(folded=Lower("to")).exclude(folded__in=addresses)
    return letters.order_by("-created_at", "-pk")
