"""The page on which a text is written: a draft with its blocks, and the public page beside it."""

from csp.constants import SELF
from csp.decorators import csp_replace
from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from trainings import wording
from trainings.admin import editor_blocks, editor_form
from trainings.models import ReportText, TextState
from trainings.services import drafts, presence
from trainings.services.draft_rows import blocks_of
from trainings.services.draft_shape import key_of_row
from trainings.services.refusal import NotAllowed, spots_of

OVERTAKEN, REFUSED = 409, 400


class Editing:
    """The editor as the change page of a text, the preview of its draft, and who has it open."""

    def get_urls(self):
        def at(ending, view, name):
            view = self.admin_site.admin_view(view)
            return path(f"<int:pk>/{ending}/", view, name=f"trainings_reporttext_{name}")

        return [
            at("draft", require_safe(self.draft_view), "draft_preview"),
            at("open", require_POST(self.open_view), "open"),
            *super().get_urls(),
        ]

    def change_view(self, request, object_id, form_url="", extra_context=None):
        text = self.get_object(request, unquote(object_id))
        if text is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, text):
            raise PermissionDenied
        if request.method == "POST":
            if not self.has_change_permission(request, text):
                raise PermissionDenied
            return self.sent(request, text)
        if self.has_change_permission(request, text):
            presence.say_open(text, by=request.user)
        return self.page(request, text, drafts.writing(text))

    def sent(self, request: HttpRequest, text: ReportText) -> HttpResponse:
        """Save what was typed as the draft, then do what the pressed button says."""
        verb, first, second = editor_form.pressed(request.POST)
        version = key_of_row(first if verb == "keep" else request.POST.get("version")) or 0
        content = None
        try:
            content = editor_form.content_of(request.POST)
            with transaction.atomic():
                place = editor_form.arranged(content, verb, first, second)
                editor_form.put_on_record(request, text, content, verb, first)
                draft = drafts.save(text, content, version=version, by=request.user)
        except drafts.Overtaken as refusal:
            return self.refused(request, text, content, refusal, OVERTAKEN)
        except NotAllowed as refusal:
            return self.refused(request, text, content, refusal, REFUSED)
        if wants_json(request):
            return JsonResponse(self.told(request, text, draft, content, place))
        return self.finished(request, text, verb, draft.version) or self.back_at(text, place)

    def refused(self, request, text, content, refusal, status) -> HttpResponse:
        """Say why it was not saved; what was typed stays on the page."""
        going_on = drafts.writing(text)
        if wants_json(request):
            place = next((spot.place for spot in spots_of(refusal)), "")
            told = {"said": str(refusal), "version": going_on.version, "place": place}
            return JsonResponse(told, status=status)
        shown = drafts.Writing(content or going_on.content, going_on.draft, pending=True)
        context = {"refusal": refusal, "overtaken": status == OVERTAKEN}
        context["spots"] = spots_of(refusal)
        # The version stays the one that was typed on: only “keep mine” goes on from theirs.
        context["version"] = key_of_row(request.POST.get("version")) or 0
        return self.page(request, text, shown, status=status, **context)

    def told(self, request, text, draft, content, place) -> dict:
        """What the script is told: that it is saved, and how the block in question stands now."""
        told = {
            "version": draft.version,
            "saved": saved_in_words(draft),
            "pending": bool(draft.content),
            "others": open_in_words(text, request.user),
        }
        block = next((one for one in content["blocks"] if one["key"] == place), None)
        if block:
            options = editor_blocks.Options(text)
            [shown] = editor_blocks.shown_blocks(text, {**content, "blocks": [block]}, options)
            context = {"block": shown, "options": options}
            html = render_to_string("admin/trainings/editor/_block.html", context, request)
            told |= {"key": place, "block": html}
        return told

    def finished(self, request, text, verb, version) -> HttpResponse | None:
        """Put the draft into the text, throw it away, or press a button of publishing."""
        publishing = next((name for name in self.verbs if name in request.POST), None)
        try:
            if verb == "discard":
                drafts.discard(text, by=request.user, version=version)
                messages.success(request, _("The draft is thrown away. The text is as it was."))
            elif verb == "put_in" or (publishing and drafts.writing(text).pending):
                put_in = drafts.put_in(text, by=request.user, version=version)
                if not publishing:
                    messages.success(request, put_in_words(put_in))
        except NotAllowed as refusal:
            said = _("Kept as a draft, but not put into the text: %(why)s")
            said %= {"why": refusal}
            if spots := spots_of(refusal):
                kept = drafts.writing(text)
                return self.page(request, text, kept, REFUSED, refusal=said, spots=spots)
            messages.warning(request, said)
            return HttpResponseRedirect(self.address_after_refusal(text, refusal))
        return self.said_and_done(request, text) if publishing else None

    def back_at(self, text, place="") -> HttpResponse:
        address = reverse("admin:trainings_reporttext_change", args=[text.pk])
        return HttpResponseRedirect(f"{address}#{place}" if place else address)

    def page(self, request, text, writing, status=200, **more) -> HttpResponse:
        options = editor_blocks.Options(text)
        blocks = editor_blocks.shown_blocks(text, writing.content, options)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(text),
            "original": text,
            "back": {"url": self.back_to(text), "text": str(text.report)},
            "writing": writing,
            "version": writing.version,
            "content": writing.content,
            "saved": saved_in_words(writing.draft) if writing.pending else "",
            "blocks": blocks,
            "head_origins": editor_blocks.of_the_head(blocks),
            "options": options,
            "patterns": editor_blocks.patterns(options),
            "others": open_in_words(text, request.user),
            "may_change": self.has_change_permission(request, text),
            "may_delete": self.has_delete_permission(request, text),
            "publishing": self.publishing(request, text),
            "media": self.media,
            **more,
        }
        return TemplateResponse(request, "admin/trainings/editor/page.html", context, status=status)

    @method_decorator(xframe_options_sameorigin)
    @method_decorator(csp_replace({"frame-ancestors": [SELF]}))
    def draft_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The public page as the draft would make it; the editor shows it in a frame of its own."""
        from trainings.views.reports import report_page

        text = self.get_queryset(request).filter(pk=pk).first()
        if text is None or not self.has_view_permission(request, text):
            raise Http404
        content = drafts.writing(text).content
        for name in ("headline", "lead", "byline"):
            setattr(text, name, content[name])
        blocks = [block for block in blocks_of(text, content) if is_whole(block)]
        return report_page(request, text.report, text, blocks)

    def open_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Note that the page is open, or with `closed` that it was left; tell who else has it."""
        text = self.get_queryset(request).filter(pk=pk).first()
        if text is None or not self.has_change_permission(request, text):
            raise PermissionDenied
        if "closed" in request.POST:
            presence.say_closed(text, by=request.user)
            return JsonResponse({})
        presence.say_open(text, by=request.user)
        draft = drafts.writing(text).draft
        said = str(drafts.Overtaken(draft)) if draft.version else ""
        others = open_in_words(text, request.user)
        return JsonResponse({"others": others, "version": draft.version, "said": said})


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def is_whole(block) -> bool:
    """Whether a block has what its kind can't be shown without."""
    needed = {"quote": block.quote_id, "photo": block.photo_id}
    return bool(needed.get(block.kind, True))


def saved_in_words(draft) -> str:
    return _("Draft saved: %(when)s") % {"when": drafts.moment(draft)}


def put_in_words(text: ReportText) -> str:
    if text.state == TextState.PUBLISHED:
        return _("Published: readers see the changes now.")
    return _("The changes are in the text now.")


def open_in_words(text: ReportText, user) -> str:
    """That colleagues have the text open as well; "" where nobody has."""
    names = [str(one) for one in presence.others(text, than=user)]
    if not names:
        return ""
    said = ngettext(
        "%(names)s has this text open too.", "%(names)s have this text open too.", len(names)
    )
    return said % {"names": wording.list_of(names)}
