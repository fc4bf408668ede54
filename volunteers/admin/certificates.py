"""Certificates at the desk: their design, a preview, issuing, the list, and each with its story."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from trainings import wording
from trainings.models import Training
from trainings.services.refusal import NotAllowed
from trainings.views.page import page_of, words_asked
from volunteers import audit
from volunteers.admin.certificate_forms import (
    DesignForm,
    ReasonForm,
    RevokeForm,
    SignatoryRows,
    save_design,
)
from volunteers.admin.deciding import training_for
from volunteers.audit import Kind
from volunteers.models import Certificate, CertificateKind, Registration
from volunteers.papers import certificates as paper
from volunteers.papers import words
from volunteers.services import certificates, issuing
from volunteers.services.press import design_of
from volunteers.views.pdf import pdf


def design(request: HttpRequest, site, pk: int) -> HttpResponse:
    """What stands on the certificates."""
    training = training_for(request, pk, "change_certificatedesign")
    kept = design_of(training)
    form = DesignForm(request.POST or None, request.FILES or None, instance=kept)
    rows = SignatoryRows(request.POST or None, request.FILES or None, instance=kept)
    if request.method == "POST" and form.is_valid() and rows.is_valid():
        save_design(form, rows)
        messages.success(request, _("Saved. Look at the preview before you issue."))
        warn_of_long_words(request, training)
        return redirect("admin:volunteers_certificate_design", pk)
    usual = [(kind, words.TEXTS[kind][kept.language]) for kind in CertificateKind]
    context = {"form": form, "rows": rows, "placeholders": words.PLACEHOLDERS, "usual": usual}
    title = _("What stands on the certificates")
    return shown(request, site, "certificate_design", training, title, **context)


def warn_of_long_words(request: HttpRequest, training: Training) -> None:
    """Say where the words leave no room, with the longest name there is."""
    for kind in CertificateKind:
        if not paper.fits(sample_of(request, training, kind)):
            said = _("%(kind)s: the words are too long for the sheet. Write fewer.")
            messages.warning(request, said % {"kind": capfirst(kind.label)})


def sample_of(request: HttpRequest, training: Training, kind: CertificateKind) -> paper.Printed:
    """A certificate for the longest name among those who would get one."""
    seen = issuing.to_issue(training, kind, by=request.user).select_related("country")
    longest = max(seen, key=lambda one: len(one.name), default=None)
    return certificates.sample(training, kind, longest)


def preview(request: HttpRequest, site, pk: int) -> HttpResponse:
    """A sample with the longest name there is, so that whatever does not fit shows."""
    training = training_for(request, pk, "view_certificate")
    sheet = sample_of(request, training, asked_kind(request.GET.get("kind", "")))
    content = paper.draw([sheet], certificates.stored_picture, note=_("Sample"))
    return pdf(content, f"sample-{training.slug}")


def asked_kind(said: str) -> CertificateKind:
    return CertificateKind(said) if said in CertificateKind.values else CertificateKind.COMPLETION


def issue(request: HttpRequest, site, pk: int) -> HttpResponse:
    """Order the certificates for all who earned one; the worker makes them."""
    training = training_for(request, pk, "issue_certificate")
    if request.method == "POST":
        kind = asked_kind(request.POST.get("kind", ""))
        try:
            order = issuing.order(training, kind=kind, by=request.user)
            audit.record(request.user, Kind.DECIDED, order, training=pk, certificate=kind)
            messages.success(request, ordered_in_words(order.total))
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
    return redirect("admin:volunteers_papers", pk)


def ordered_in_words(count: int) -> str:
    said = ngettext(
        "%(count)s certificate is being issued. This page says how far it is.",
        "%(count)s certificates are being issued. This page says how far they are.",
        count,
    )
    return said % {"count": wording.number(count)}


def all_of_them(request: HttpRequest, site, pk: int) -> HttpResponse:
    """The list, the newest first, by name or number."""
    training = training_for(request, pk, "view_certificate")
    asked = words_asked(request)
    rows = seen(request, training).select_related("registration__country").order_by("-pk")
    if asked:
        people = Registration.objects.filter(training=training).matching(asked)
        rows = rows.filter(Q(number__contains=asked) | Q(registration__in=people))
    context = {"page": page_of(rows, request), "words": asked}
    return shown(request, site, "certificates", training, _("Certificates"), **context)


def print_all(request: HttpRequest, site, pk: int) -> HttpResponse:
    """All valid certificates of a kind in one file, in the order of their numbers."""
    training = training_for(request, pk, "view_certificate")
    kind = asked_kind(request.GET.get("kind", ""))
    rows = seen(request, training).valid().filter(kind=kind).exclude(name="").order_by("sequence")
    found = list(rows.select_related("registration"))
    if not found:
        messages.warning(request, _("No certificate of this kind is issued yet."))
        return redirect("admin:volunteers_papers", pk)
    content = certificates.pdf_of(found)
    audit.record(request.user, Kind.EXPORTED, found, training=pk, paper="certificates")
    return pdf(content, f"certificates-{training.slug}")


def one(request: HttpRequest, site, pk: int, certificate: int) -> HttpResponse:
    """A certificate with its story, and the forms to replace or revoke it."""
    training = training_for(request, pk, "view_certificate")
    row = get_object_or_404(seen(request, training), pk=certificate)
    verb = request.POST.get("verb", "")
    reissuing = ReasonForm(request.POST if verb == "reissue" else None, prefix="reissue")
    revoking = RevokeForm(request.POST if verb == "revoke" else None, prefix="revoke")
    if request.method == "POST":
        training_for(request, pk, "revoke_certificate")
        if done := carry_out(request, row, reissuing, revoking):
            return redirect("admin:volunteers_certificate", pk, done.pk)
    context = {"certificate": row, "story": story(row), "reissuing": reissuing}
    return shown(request, site, "certificate", training, row.number, revoking=revoking, **context)


def carry_out(request, row: Certificate, reissuing, revoking) -> Certificate | None:
    """Do what the form that was sent says; None where it has to be mended or was refused."""
    by = request.user
    try:
        if reissuing.is_valid():
            done = certificates.reissue(row, by=by, reason=reissuing.cleaned_data["reason"])
            messages.success(request, _("A new version is issued, and a letter says so."))
        elif revoking.is_valid():
            given = revoking.cleaned_data
            public = given["reason_is_public"]
            done = certificates.revoke(row, by=by, reason=given["reason"], is_public=public)
            messages.success(request, _("Revoked. Whoever checks it is told so from now on."))
        else:
            return None
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return None
    audit.record(by, Kind.DECIDED, done, verb=request.POST["verb"])
    return done


def file(request: HttpRequest, site, pk: int, certificate: int) -> HttpResponse:
    """One certificate as PDF."""
    training = training_for(request, pk, "view_certificate")
    row = get_object_or_404(seen(request, training), pk=certificate)
    try:
        content = certificates.pdf_of([row])
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return redirect("admin:volunteers_certificate", pk, row.pk)
    audit.record(request.user, Kind.EXPORTED, row, paper="certificate")
    return pdf(content, row.number)


def seen(request: HttpRequest, training: Training):
    """The certificates of `training` that the account may see."""
    return Certificate.objects.visible_to(request.user).filter(training=training)


def story(certificate: Certificate) -> list[Certificate]:
    """All versions of it, the first one first."""
    rows = [certificate]
    while rows[0].replaces_id:
        rows.insert(0, rows[0].replaces)
    while newer := Certificate.objects.filter(replaces=rows[-1]).first():
        rows.append(newer)
    return rows


def shown(request, site, template: str, training: Training, title: str, **context) -> HttpResponse:
    """A page about certificates, with what each of them needs."""
    whole = {**site.each_context(request), "title": title, "training": training, **context}
    return render(request, f"admin/volunteers/{template}.html", whole)
