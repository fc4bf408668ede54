"""The buttons Preview, Publish and Take back to a draft, and the same as actions of a list."""

from django.contrib import admin, messages
from django.http import Http404, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings.services import publish
from trainings.services.refusal import spots_of

# The names of the buttons, what each does, and what is said afterwards.
VERBS = {
    "_publish": (publish.publish, _("Saved and published. Everyone can read it now.")),
    "_unpublish": (publish.unpublish, _("Taken back to a draft. Only staff see it now.")),
    "_hand_in": (publish.hand_in, _("Saved and handed in for review.")),
    "_archive": (publish.archive, _("Archived. The public page is gone.")),
}


def with_ways(said: str, refusal: publish.NotAllowed, record) -> str:
    """What is `said` of a refusal, with links to where in the editor of `record` it is mended."""
    spots = spots_of(refusal)
    if not spots:
        return said
    editor = reverse("admin:trainings_reporttext_change", args=[record.pk])
    links = [(editor, spot.place, spot.words) for spot in spots]
    return format_html("{}{}", said, format_html_join("", ' <a href="{}#{}">{}</a>', links))


class Publishing:
    """Preview, Publish and Take back for the page of a record and for its list."""

    actions = ("publish_chosen", "unpublish_chosen")
    # The buttons of VERBS that the page of this record offers besides the first two.
    verbs = ("_publish", "_unpublish")

    def get_urls(self):
        name = f"{self.opts.app_label}_{self.opts.model_name}_preview"
        view = self.admin_site.admin_view(self.preview_view)
        return [path("<int:pk>/preview/", view, name=name), *super().get_urls()]

    def preview_view(self, request, pk):
        """The public page as it would be, for staff who may see the record."""
        record = self.get_queryset(request).filter(pk=pk).first()
        if record is None or not self.has_view_permission(request, record):
            raise Http404
        return self.public_page(request, record)

    def public_page(self, request, record):
        """The response of the public page of `record`, published or not."""
        raise NotImplementedError

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["publishing"] = self.publishing(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def publishing(self, request, obj) -> dict:
        """What the page says of publishing, and the buttons it has for it."""
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_preview"
        return {
            "published": bool(obj and obj.pk and self.is_shown(obj)),
            "may": self.has_change_permission(request, obj),
            "preview_url": reverse(name, args=[obj.pk]) if obj and obj.pk else "",
            "state": self.state_in_words(obj),
            "verbs": self.verbs,
        }

    def is_shown(self, obj) -> bool:
        """Whether the public may see the record."""
        return obj.is_published

    def state_in_words(self, obj) -> str:
        """What stands beside “Published” or “Draft”."""
        return ""

    def response_add(self, request, obj, post_url_continue=None):
        return self.said_and_done(request, obj) or super().response_add(
            request, obj, post_url_continue
        )

    def response_change(self, request, obj):
        return self.said_and_done(request, obj) or super().response_change(request, obj)

    def said_and_done(self, request, obj):
        """Do what the pressed button says with the saved record; None for an ordinary save."""
        pressed = next((name for name in self.verbs if name in request.POST), None)
        if pressed is None or not self.has_change_permission(request, obj):
            return None
        verb, said = VERBS[pressed]
        address, record = self.address_of(obj), obj
        try:
            records = self.published_by(obj)
            if not records:
                raise publish.NotAllowed(_("Add a text first, with its headline and lead."))
            for record in records:
                verb(record, by=request.user)
            self.message_user(request, said, messages.SUCCESS)
        except publish.NotAllowed as refusal:
            saved = with_ways(_("Saved, but not done: %(why)s") % {"why": refusal}, refusal, record)
            self.message_user(request, saved, messages.WARNING)
            address = self.address_after_refusal(obj, refusal)
        return HttpResponseRedirect(address)

    def address_of(self, obj) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_change"
        return reverse(name, args=[obj.pk])

    def address_after_refusal(self, obj, refusal: publish.NotAllowed) -> str:
        """Where it can be mended that `obj` was not published."""
        return self.address_of(obj)

    def published_by(self, record) -> list:
        """What publishing a line of the list publishes: the record, or its texts."""
        return [record]

    @admin.action(description=_("Publish"), permissions=["change"])
    def publish_chosen(self, request, queryset):
        done = self.each(request, queryset, publish.publish)
        text = ngettext("%(count)d is public now.", "%(count)d are public now.", done)
        self.message_user(
            request, text % {"count": done}, messages.SUCCESS if done else messages.INFO
        )

    @admin.action(description=_("Take back to a draft"), permissions=["change"])
    def unpublish_chosen(self, request, queryset):
        done = self.each(request, queryset, publish.unpublish)
        text = ngettext("%(count)d is a draft now.", "%(count)d are drafts now.", done)
        self.message_user(
            request, text % {"count": done}, messages.SUCCESS if done else messages.INFO
        )

    def each(self, request, queryset, verb) -> int:
        """Do `verb` with every chosen record and say each refusal; returns how many were done."""
        done = 0
        for record in [one for row in queryset for one in self.published_by(row)]:
            try:
                verb(record, by=request.user)
                done += 1
            except publish.NotAllowed as refusal:
                said = with_ways(f"{record}: {refusal}", refusal, record)
                self.message_user(request, said, messages.WARNING)
        return done
