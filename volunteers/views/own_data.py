"""What is held about a volunteer: fetched as a file, and erased."""

import json
import posixpath

from django.contrib.auth import logout
from django.core.serializers.json import DjangoJSONEncoder
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from trainings.documents import TYPES
from trainings.stored import ending_of
from trainings.views.page import render_page
from volunteers.forms.deleting import DeleteForm
from volunteers.models import Answer, Registration
from volunteers.services import privacy
from volunteers.views.forgery import is_sound
from volunteers.views.private import for_the_signed_in, private, sent

# Nothing in a file that someone sent may load, run or embed anything.
POLICY = "default-src 'none'; sandbox"


@for_the_signed_in
@require_safe
def my_data(request: HttpRequest) -> HttpResponse:
    content = json.dumps(
        privacy.held(request.user), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2
    )
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@csrf_exempt  # the view looks for itself
@for_the_signed_in
def delete_me(request: HttpRequest) -> HttpResponse:
    """Says what is erased and what stays; only its POST erases."""
    form = DeleteForm(sent(request))
    if is_sound(form, request, place="sure"):
        privacy.erase(request.user)
        logout(request)
        return render_page(request, "volunteers/me_deleted.html")
    own = Registration.objects.of(request.user).select_related("training")
    context = {
        "form": form,
        "leaving": [one for one in own if one.is_seated and not one.training.is_over],
        "staff": request.user.is_staff,
    }
    return render_page(
        request, "volunteers/me_delete.html", context, status=422 if form.errors else 200
    )


@private
@require_safe
def answer_file(request: HttpRequest, code: str, pk: int) -> FileResponse:
    """The document of an answer, for its volunteer and for staff who may see registrations."""
    seen = Registration.objects.of(request.user)
    if request.user.is_staff and request.user.has_perm("volunteers.view_registration"):
        seen |= Registration.objects.visible_to(request.user)
    answers = Answer.objects.exclude(file="").filter(registration__code=code)
    answer = get_object_or_404(answers, pk=pk, registration__in=seen)
    try:
        file = answer.file.open()
    except OSError as error:
        raise Http404 from error
    ending = ending_of(posixpath.basename(answer.file.name))
    response = FileResponse(
        file,
        as_attachment=True,
        filename=answer.file_name,
        content_type=TYPES.get(ending, "application/octet-stream"),
    )
    response.headers["Content-Security-Policy"] = POLICY
    return response
