"""Saving and deleting at the desk what the trail does not watch by itself: accounts and groups.

Their members and permissions stand in tables between two models, of which django-auditlog would say
what came and what went, not what it was and became.
"""

from volunteers import audit


class InTrail:
    """Writes each change of a row and each deletion into the trail, also of several at once."""

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        kind = audit.Kind.CHANGED if change else audit.Kind.ADDED
        if not change or form.changed_data:
            audit.record(request.user, kind, obj, changes=audit.changes_in(form))

    def delete_model(self, request, obj):
        audit.record(request.user, audit.Kind.DELETED, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            self.delete_model(request, row)
