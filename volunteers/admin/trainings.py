"""The page of a training at the desk, with what registering adds to it."""

from dataclasses import replace
from functools import partial

from django.contrib import admin
from django.db.models import OuterRef
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.admin.hand import hang
from trainings.admin.training import TrainingAdmin
from trainings.models import Training
from trainings.models.places import number_of
from volunteers import notices
from volunteers.admin import (
    attendance,
    attendance_list,
    attended,
    certificates,
    cloning,
    copying,
    deciding,
    donor,
    messages,
    nominating,
    overview,
    papers,
)
from volunteers.admin.call import CallRows, QuestionRows, QuotaRows
from volunteers.admin.intakes import needed_to_bring
from volunteers.models import IntakeKind, Registration, State
from volunteers.services.attendance import marked_days

ROWS = {"registration": (CallRows, QuotaRows, QuestionRows)}

# The pages about the people of a training: address, name, and view, which says who may see it.
PAGES = (
    ("desk", "volunteers_desk", overview.desk),
    ("step", "volunteers_step", overview.step),
    ("clone", "volunteers_clone", cloning.clone_page),
    ("decide", "volunteers_decide", deciding.decide),
    ("act", "volunteers_act", deciding.act),
    ("note", "volunteers_add_note", deciding.add_note),
    ("promote", "volunteers_promote", deciding.promote),
    ("register", "volunteers_nominate", nominating.nominate),
    ("costs", "volunteers_donor_costs", donor.costs),
    ("papers", "volunteers_papers", papers.papers_page),
    ("papers/sign-in", "volunteers_sign_in_sheet", papers.sign_in_sheet),
    ("papers/badges", "volunteers_badges", papers.badges),
    ("papers/agenda", "volunteers_agenda", papers.agenda),
    ("papers/design", "volunteers_certificate_design", certificates.design),
    ("papers/preview", "volunteers_certificate_preview", certificates.preview),
    ("papers/issue", "volunteers_issue", certificates.issue),
    ("papers/certificates", "volunteers_certificates", certificates.all_of_them),
    ("papers/certificates/print", "volunteers_print_certificates", certificates.print_all),
    ("papers/certificates/<int:certificate>", "volunteers_certificate", certificates.one),
    (
        "papers/certificates/<int:certificate>/pdf",
        "volunteers_certificate_file",
        certificates.file,
    ),
    ("attendance", "volunteers_attendance", attendance.attendance),
    ("attendance/rule", "volunteers_attendance_rule", attendance.set_rule),
    ("attendance/list", "volunteers_attendance_list", attendance_list.attendance_list),
    ("attended/<int:registration>", "volunteers_attended", attended.attended),
    ("write", "volunteers_messages", messages.messages_page),
    ("write/new", "volunteers_write", messages.message_page),
    ("write/<int:message>", "volunteers_message", messages.message_page),
    ("write/<int:message>/preview", "volunteers_message_preview", messages.preview),
    ("write/<int:message>/test", "volunteers_message_test", messages.try_on),
    ("write/<int:message>/send", "volunteers_message_send", messages.send),
    ("write/<int:message>/stop", "volunteers_message_stop", messages.halt),
    ("copy-questions", "volunteers_copy_questions", copying.copy_questions_page),
)

# Beside a training: what each needs, its name, what it is asked for a training's key, its words.
LINKS = (
    ((), "volunteers_desk", "", _("The desk: all numbers")),
    (("volunteers.view_registration",), "volunteers_decide", "", _("Who comes")),
    (
        ("volunteers.view_registration",),
        "volunteers_papers",
        "",
        _("Papers: sheets, badges, certificates"),
    ),
    (("volunteers.view_attendance",), "volunteers_attendance", "", _("Attendance")),
    (("volunteers.send_message",), "volunteers_messages", "", _("Write to a group")),
    (
        ("volunteers.add_registration",),
        "volunteers_nominate",
        "",
        _("Register someone on their behalf"),
    ),
    (
        ("volunteers.view_donor_figures",),
        "volunteers_frozenfigures_changelist",
        "?what=training&training={}",
        _("Donor figures"),
    ),
    (
        needed_to_bring(IntakeKind.REGISTRATIONS),
        "volunteers_intake_add",
        "?training={}",
        _("Bring in a list of people"),
    ),
    (("trainings.change_session",), "trainings_move_agenda", "", _("Move the agenda")),
    (
        ("trainings.add_report", "trainings.add_reporttext"),
        "trainings_training_draft",
        "",
        _("Draft a report from the record"),
    ),
    (("trainings.add_training",), "volunteers_clone", "", _("Repeat this training")),
    (
        ("volunteers.add_letterwording",),
        "volunteers_letterwording_add",
        "?training={}",
        _("Change the words of a letter"),
    ),
)

admin.site.unregister(Training)


@admin.register(Training)
class CallingAdmin(TrainingAdmin):
    """A training with its call: `trainings` knows nothing of volunteers, so it is added here."""

    sections = tuple(
        replace(section, parts=(*section.parts, *ROWS.get(section.slug, ())))
        for section in TrainingAdmin.sections
    )

    def marked_days(self, training):
        return marked_days(training)

    def notices(self, request, obj):
        hang(obj, "call", "quotas", "questions")
        return [*super().notices(request, obj), *notices.of_call(obj, request.user.world)]

    def get_queryset(self, request):
        """With `to_decide_count`, for those who may see registrations."""
        if not request.user.has_perm("volunteers.view_registration"):
            return super().get_queryset(request)
        seen = Registration.objects.visible_to(request.user).filter(training=OuterRef("pk"))
        waiting = seen.filter(state=State.CONFIRMED).order_by()
        return super().get_queryset(request).annotate(to_decide_count=number_of(waiting))

    def get_list_display(self, request):
        seen = request.user.has_perm("volunteers.view_registration")
        shown = super().get_list_display(request)
        return [*shown, "to_decide"] if seen else shown

    @admin.display(description=_("to decide"))
    def to_decide(self, training):
        if not training.to_decide_count:
            return ""
        address = reverse("admin:volunteers_decide", args=[training.pk])
        text = ngettext("%(count)s person", "%(count)s people", training.to_decide_count)
        count = wording.number(training.to_decide_count)
        return format_html('<a href="{}">{}</a>', address, text % {"count": count})

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            context["side_links"] = self.links(request, obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def links(self, request, training) -> list[tuple]:
        """Where the people of this training are decided about and registered."""
        links = []
        for needed, name, asked, words in LINKS:
            if request.user.has_perms(needed):
                address = reverse(f"admin:{name}", args=[] if asked else [training.pk])
                links.append((address + asked.format(training.pk), words))
        waiting = getattr(training, "to_decide_count", 0)
        if waiting:
            decide = reverse("admin:volunteers_decide", args=[training.pk])
            text = _("Decide who comes (%(count)s)") % {"count": wording.number(waiting)}
            links = [(address, text if address == decide else said) for address, said in links]
        return links

    def get_urls(self):
        site = self.admin_site
        ours = [
            path(f"<int:pk>/{slug}/", site.admin_view(partial(view, site=site)), name=name)
            for slug, name, view in PAGES
        ]
        return [*ours, *super().get_urls()]
