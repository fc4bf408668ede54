"""Deleting at the desk what the trail does not watch by itself: accounts and groups."""

from volunteers import audit


class DeletionsInTrail:
    """Writes each deletion into the trail, also where several rows go at once."""

    def delete_model(self, request, obj):
        audit.record(request.user, audit.Kind.DELETED, obj)
        super().delete_model(request, obj)

    def delete_queryset(self, request, queryset):
        for row in queryset:
            self.delete_model(request, row)
