"""Pages of what belongs to a training or a report and leads back there when saved."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from trainings.admin.base import DeskAdmin
from trainings.models import Training
from trainings.services.changing import note_change


class PartAdmin(DeskAdmin):
    """A part with a page of its own. `whole` names the column it belongs to."""

    whole = "training"
    anchor = ""

    def has_module_permission(self, request):
        return False  # reached from the page it belongs to

    def has_add_permission(self, request):
        return False

    def back_to(self, obj) -> str:
        """The address of the page this part belongs to, at its section."""
        record = getattr(obj, self.whole)
        name = f"admin:{record._meta.app_label}_{record._meta.model_name}_change"
        return f"{reverse(name, args=[record.pk])}#{self.anchor}"

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            self.note_change(form.instance)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self.note_change(obj)

    def note_change(self, obj):
        record = getattr(obj, self.whole)
        if isinstance(record, Training):
            note_change(record)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj and obj.pk:
            context["back"] = {"url": self.back_to(obj), "text": str(getattr(obj, self.whole))}
        return super().render_change_form(request, context, add, change, form_url, obj)

    def response_post_save_change(self, request, obj):
        return HttpResponseRedirect(self.back_to(obj))

    def delete_view(self, request, object_id, extra_context=None):
        obj = self.get_object(request, object_id)
        request.back_to = self.back_to(obj) if obj else ""
        return super().delete_view(request, object_id, extra_context)

    def response_delete(self, request, obj_display, obj_id):
        self.message_user(request, format_html(_("“{}” is gone."), obj_display))
        return HttpResponseRedirect(request.back_to)
