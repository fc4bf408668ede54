"""The review of a text: what keeps it from the public, what colleagues say, and the buttons.

Everything stands on a page of its own; a panel of it is part of the page where a text is written.
"""

from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from config.inputs import without_controls
from trainings import wording
from trainings.admin.publishing import with_ways
from trainings.admin.review_forms import (
    CorrectForm,
    DescribeForm,
    MomentForm,
    RemarkForm,
    TranslateForm,
)
from trainings.admin.review_told import Review, review_address
from trainings.models import Comment
from trainings.services import clearance, freezing, material, publish, remarks, translating
from trainings.services.draft_rows import blocks_of
from trainings.services.refusal import NotAllowed, spots_of


class Reviewed:
    """The page of a text's review, for the admin of texts."""

    def get_urls(self):
        view = self.admin_site.admin_view(partial(review, model_admin=self))
        return [
            path("<int:pk>/review/", view, name="trainings_reporttext_review"),
            *super().get_urls(),
        ]

    def address_after_refusal(self, obj, refusal) -> str:
        if isinstance(refusal, clearance.Unconfirmed):
            return review_address(obj)
        address = super().address_after_refusal(obj, refusal)
        place = next((f"#{spot.place}" for spot in spots_of(refusal)), "")
        return f"{address}{place}"


def review(request: HttpRequest, pk: int, *, model_admin) -> HttpResponse:
    """The page of a text's review. Each of its buttons names in `verb` what it does."""
    text = model_admin.get_queryset(request).filter(pk=pk).first()
    if text is None or not model_admin.has_view_permission(request, text):
        raise Http404
    page = Review(text, request.user)
    if request.method == "POST":
        verb = VERBS.get(request.POST.get("verb", ""))
        if verb is None:
            raise Http404
        if answer := done(request, page, verb):
            return answer
    return render(
        request, "admin/trainings/review/review.html", context_of(request, page, model_admin)
    )


def context_of(request: HttpRequest, page: Review, model_admin) -> dict:
    return {
        **model_admin.admin_site.each_context(request),
        "title": _("Review and publish"),
        "text": page.text,
        "review": page,
        "ticked": request.POST.getlist("confirmed"),
        "correcting": request.POST.get("block", ""),
        "typed_why": without_controls(request.POST.get("why", "")),
    }


def done(request: HttpRequest, page: Review, verb: Callable) -> HttpResponse | None:
    """Do what was pressed and lead back; None where it was refused, which is said."""
    try:
        said = verb(request, page)
    except NotAllowed as refusal:
        messages.warning(request, with_ways(str(refusal), refusal, page.text))
        return None
    if said is None:
        messages.warning(request, _("Not done yet: something below needs another look."))
        return None
    if isinstance(said, HttpResponse):
        return said
    messages.success(request, said)
    return redirect(page.address)


def needs(request: HttpRequest, permission: str) -> None:
    if not request.user.has_perm(f"trainings.{permission}"):
        raise PermissionDenied


def describe(request: HttpRequest, page: Review) -> int:
    """Keep what was typed of the photographs of `page`; returns of how many."""
    page.to_describe = {key: DescribeForm(request.POST, prefix=key) for key in page.to_describe}
    said = {key: form.cleaned_data for key, form in page.to_describe.items() if form.says_something}
    for one in page.asked:
        if words := said.get(one.key):
            given = {"language": page.text.language, "is_decorative": words["is_decorative"]}
            material.describe(one.record, words["alt"], **given)
    page.read_again()
    return len(said)


def publish_now(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    describe(request, page)
    confirmed = request.POST.getlist("confirmed")
    publish.publish(page.text, by=request.user, confirmed=confirmed)
    return with_unsettled(_("Published. Everyone can read it now."), page)


def publish_later(request: HttpRequest, page: Review) -> str | None:
    needs(request, "change_reporttext")
    page.moment_form = form = MomentForm(request.POST, text=page.text)
    describe(request, page)
    if not form.is_valid():
        return None
    confirmed = request.POST.getlist("confirmed")
    text = publish.publish(
        page.text, by=request.user, at=form.cleaned_data["at"], confirmed=confirmed
    )
    moment = wording.moment(text.published_at, form.cleaned_data["zone"])
    said = _("It will be public from %(moment)s.") % {"moment": moment}
    return with_unsettled(said, page)


def with_unsettled(said: str, page: Review) -> str:
    """What was done, and which remarks are open still."""
    if not page.unsettled:
        return said
    open_ones = "; ".join(str(comment) for comment in page.unsettled)
    return _("%(said)s Remarks that nobody settled: %(remarks)s") % {
        "said": said,
        "remarks": open_ones,
    }


def confirm(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    keys = request.POST.getlist("confirmed")
    blocks = [*page.blocks]
    if page.has_changes:
        blocks += blocks_of(page.text, page.draft.content)
    described = describe(request, page)
    if clearance.confirm_each(page.text, keys, blocks, by=request.user):
        return _("Confirmed. The history keeps it.")
    if not described:
        raise NotAllowed(_("Tick what you confirm, each by itself."))
    return _("Kept what the photographs show.")


def hand_in(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    publish.hand_in(page.text, by=request.user)
    return _("Handed in for review.")


def take_back(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    publish.unpublish(page.text, by=request.user)
    return _("Taken back to a draft. Only staff see it now.")


def archive(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    publish.archive(page.text, by=request.user)
    return _("Archived. The public page is gone.")


def remark(request: HttpRequest, page: Review) -> str | None:
    needs(request, "add_comment")
    page.remark_form = form = RemarkForm(request.POST, blocks=page.text.blocks.all())
    if not form.is_valid():
        return None
    given = form.cleaned_data
    remarks.write(page.text, given["words"], by=request.user, block=given["block"])
    return _("Your remark stands below.")


def settle(request: HttpRequest, page: Review) -> str:
    needs(request, "change_comment")
    remarks.settle(comment_of(request, page), by=request.user)
    return _("Settled.")


def reopen(request: HttpRequest, page: Review) -> str:
    needs(request, "change_comment")
    remarks.reopen(comment_of(request, page))
    return _("Opened again.")


def comment_of(request: HttpRequest, page: Review) -> Comment:
    return get_object_or_404(page.text.comments, pk=number_in(request, "comment"))


def correct(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    block = get_object_or_404(page.text.blocks, pk=number_in(request, "block"))
    form = CorrectForm(request.POST)
    if not form.is_valid():
        raise NotAllowed(" ".join(form.errors["why"]))
    freezing.correct(block, why=form.cleaned_data["why"], by=request.user)
    return _("Corrected. The page shows the numbers of now, and says that and why.")


def number_in(request: HttpRequest, name: str) -> int:
    """A key that was sent; 404 for what is none."""
    sent = request.POST.get(name, "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 19):
        raise Http404
    return int(sent)


def translate(request: HttpRequest, page: Review) -> HttpResponse | None:
    needs(request, "add_reporttext")
    page.translate_form = form = TranslateForm(request.POST, report=page.text.report)
    if not form.is_valid():
        return None
    made = translating.translate(page.text, form.cleaned_data["language"], by=request.user)
    language = wording.language_name(made.language)
    said = _("A draft in a new language was begun: %(language)s.") % {"language": language}
    messages.success(request, said)
    return redirect("admin:trainings_reporttext_change", made.pk)


def catch_up(request: HttpRequest, page: Review) -> str:
    needs(request, "change_reporttext")
    translating.catch_up(page.text, by=request.user)
    return _("Noted: this translation holds what its source says now.")


VERBS: dict[str, Callable] = {
    "publish": publish_now,
    "publish_later": publish_later,
    "confirm": confirm,
    "hand_in": hand_in,
    "take_back": take_back,
    "archive": archive,
    "remark": remark,
    "settle": settle,
    "reopen": reopen,
    "correct": correct,
    "translate": translate,
    "catch_up": catch_up,
}
