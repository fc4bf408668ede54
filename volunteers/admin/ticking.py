"""Rows of another table to tick, all of them listed."""

from django import forms
from django.core.exceptions import ValidationError


class TickedField(forms.ModelMultipleChoiceField):
    def clean(self, value):
        """The rows; a key that is too large a number is refused before the database is asked."""
        key_column = self.queryset.model._meta.pk
        for key in value or []:
            try:
                key_column.run_validators(key_column.to_python(key))
            except ValidationError as refused:
                words = self.error_messages["invalid_choice"]
                raise ValidationError(words, "invalid_choice", {"value": key}) from refused
        return super().clean(value)
