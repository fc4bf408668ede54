"""Uploaded files, where no server in front or object storage hands them out itself."""

import posixpath

from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import last_modified, require_safe

from trainings.documents import TYPES, download_name
from trainings.pictures.making import stand_in
from trainings.stored import ending_of

# What a browser may show in a page; everything else is only handed over to be saved.
SHOWN = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}
# Names come from contents, so what an address holds never changes.
FOR_EVER = "public, max-age=31536000, immutable"
# Nothing in an uploaded file may load, run or embed anything, whatever it turns out to be.
POLICY = "default-src 'none'; sandbox"


def is_plain(name: str) -> bool:
    """Whether `name` could be that of an upload: no way up, no folder, nothing hidden."""
    if "\\" in name or not name.isprintable() or not ending_of(name):
        return False
    return not any(part[:1] in ("", ".") for part in name.split("/"))


def modified(request: HttpRequest, name: str):
    """When the file was stored; None where there is none."""
    try:
        return default_storage.get_modified_time(name) if is_plain(name) else None
    except (OSError, SuspiciousOperation, NotImplementedError):
        return None


@require_safe
@last_modified(modified)
def media(request: HttpRequest, name: str) -> HttpResponseBase:
    """The file `name` of the storage: a picture to look at, anything else to save.

    A size that the worker has not made yet is shown in another kind or width meanwhile.
    """
    try:
        file = default_storage.open(name) if is_plain(name) else None
    except (OSError, SuspiciousOperation):
        file = None
    if file is None and (instead := stand_in(name)):
        answer = redirect("media", instead)
        answer.headers["Cache-Control"] = "no-store"
        return answer
    if file is None:
        raise Http404
    ending = ending_of(name)
    response = FileResponse(
        file,
        as_attachment=ending not in SHOWN,
        filename=download_name(posixpath.basename(name)),
        content_type=SHOWN.get(ending) or TYPES.get(ending) or "application/octet-stream",
    )
    response.headers["Cache-Control"] = FOR_EVER
    response.headers["Content-Security-Policy"] = POLICY
    return response
