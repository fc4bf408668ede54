"""The outbox at the desk: which letters wait, which failed and why, and how each was read."""

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.admin.base import DeskAdmin
from trainings.admin.filters import OfTrainingFilter
from volunteers import audit
from volunteers.admin.framed import allow_style_of
from volunteers.admin.saving import PersonalLists
from volunteers.mail import mail_notices
from volunteers.models import Letter, LetterKind, LetterState
from volunteers.services import outbox


class DeliveryFilter(admin.SimpleListFilter):
    """How far letters have come; those that failed first."""

    title = _("delivery")
    parameter_name = "delivery"

    def lookups(self, request, model_admin):
        return [("stuck", _("failed at least once")), *LetterState.choices]

    def queryset(self, request, queryset):
        if self.value() == "stuck":
            return queryset.stuck()
        return queryset.filter(state=self.value()) if self.value() else queryset


@admin.register(Letter)
class LetterAdmin(PersonalLists, DeskAdmin):
    change_form_template = "admin/volunteers/letter.html"
    change_list_template = "admin/volunteers/letters.html"
    contact_columns = ("to",)
    list_display = ("subject", "to", "kind", "in_state", "tried", "when")
    list_filter = (OfTrainingFilter, DeliveryFilter, "kind")
    search_fields = ("to", "subject")
    search_help_text = _("The address, or words of the subject.")
    ordering = ("-pk",)
    actions = ("send_chosen_again",)
    empty_text = _("No letter yet. The first one is written when somebody registers.")

    def get_queryset(self, request):
        seen = super().get_queryset(request).visible_to(request.user)
        if not request.user.has_perm("volunteers.view_registration"):
            return seen.filter(registration=None)
        return seen

    def get_search_results(self, request, queryset, search_term):
        term = search_term.strip()
        if not term:
            return queryset, False
        found = Q(to__icontains=term)
        # SQLite ignores the case of Latin letters only.
        for spelling in {term, term.lower(), term.capitalize()}:
            found |= Q(subject__icontains=spelling)
        return queryset.filter(found), False

    def has_add_permission(self, request):
        return False  # each is written by what causes it

    def has_delete_permission(self, request, obj=None):
        return False  # what was said to people stays on record

    def get_urls(self):
        view = self.admin_site.admin_view(self.send_again_view)
        name = "volunteers_send_again"
        return [path("<int:pk>/again/", view, name=name), *super().get_urls()]

    def send_again_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Let one letter begin anew; only its button acts."""
        letter = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, letter):
            raise PermissionDenied
        if request.method == "POST":
            self.say_how_many(request, int(outbox.send_again(letter)))
        return redirect("admin:volunteers_letter_change", pk)

    @admin.action(description=_("Send again"), permissions=["change"])
    def send_chosen_again(self, request, queryset):
        self.say_how_many(request, sum(outbox.send_again(letter) for letter in queryset))

    def say_how_many(self, request, number: int) -> None:
        if not number:
            said = _("Nothing to send again: only letters that failed at least once are.")
            self.message_user(request, said, messages.WARNING)
            return
        said = ngettext(
            "%(count)s letter goes out again within seconds.",
            "%(count)s letters go out again within seconds.",
            number,
        )
        self.message_user(request, said % {"count": wording.number(number)}, messages.SUCCESS)

    def changelist_view(self, request, extra_context=None):
        extra = {"mail_notices": mail_notices(request.user), **(extra_context or {})}
        return super().changelist_view(request, extra)

    def change_view(self, request, object_id, form_url="", extra_context=None):
        letter = self.get_object(request, object_id)
        # A sign-in code opens the account of whom it was sent to: nobody else reads it.
        readable = letter and letter.kind != LetterKind.CODE
        extra = {
            "readable": readable,
            "can_go_again": letter
            and Letter.objects.stuck().filter(pk=letter.pk).exists()
            and self.has_change_permission(request, letter),
            "mail_notices": mail_notices(request.user),
        }
        if letter and self.has_view_permission(request, letter):
            audit.record(request.user, audit.Kind.SAW, letter, fields=["contacts"])
        response = super().change_view(request, object_id, form_url, extra)
        return allow_style_of(letter.html, response) if readable else response

    def get_readonly_fields(self, request, obj=None):
        return [field.name for field in self.opts.fields]

    @admin.display(description=_("state"), ordering="state")
    def in_state(self, letter):
        if letter.state == LetterState.WAITING and letter.tries:
            return _("failed, tries again")
        return letter.get_state_display()

    @admin.display(description=_("tries"), ordering="tries")
    def tried(self, letter):
        text = ngettext("%(count)s try", "%(count)s tries", letter.tries)
        return text % {"count": wording.number(letter.tries)} if letter.tries else ""

    @admin.display(description=_("sent, or next try"), ordering="next_try_at")
    def when(self, letter):
        if letter.state == LetterState.GIVEN_UP:
            return ""
        moment = letter.sent_at or letter.next_try_at
        return wording.moment(moment, settings.TIME_ZONE)
