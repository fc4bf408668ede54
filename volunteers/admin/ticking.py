"""Rows of another table to tick, all of them listed."""

from django import forms
from django.core.exceptions import ValidationError

from trainings.fields import is_key


class TickedField(forms.ModelMultipleChoiceField):
    def clean(self, value):
        """The rows; a key that is too large a number is refused before the database is asked."""
        for key in value or []:
            if not is_key(str(key)):
                words = self.error_messages["invalid_choice"]
                raise ValidationError(words, "invalid_choice", {"value": key})
        return super().clean(value)
