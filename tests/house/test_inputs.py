"""Inputs drawn without templates are what Django's templates make of them, but for empty lines."""

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from config.inputs import DRAWN, PlainInputs
from trainings.admin.widgets import LanguageSelect

ODD = {"class": "a & b", "data-x": '"<', "required": True, "hidden": False, "maxlength": 12}
CHOICES = [
    ("", "–"),
    ("Europe <", [("de", "Germany & co"), (7, _("Year"))]),
    (None, mark_safe("<b>")),
    (True, "yes"),
]
INPUTS = (
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.HiddenInput),
    *(forms.PasswordInput, forms.DateInput, forms.DateTimeInput, forms.TimeInput),
    *(forms.CheckboxInput, forms.FileInput, forms.Textarea, forms.TelInput, forms.SearchInput),
)


@pytest.mark.parametrize("kind", INPUTS)
@pytest.mark.parametrize(
    "value", [None, "", 'a "quoted" <b> & more', "two\n\nlines", 1234567, True]
)
def test_an_input_is_the_same_as_by_its_template(kind, value):
    drawn, made = [
        kind(ODD).render("it", value, {"id": "id_it"}, renderer)
        for renderer in (PlainInputs(), TemplatesSetting())
    ]
    assert drawn == made


@pytest.mark.parametrize("kind", [forms.Select, forms.SelectMultiple, forms.NullBooleanSelect])
@pytest.mark.parametrize("value", ["", "de", "7", None, "gone"])
def test_a_choice_is_the_same_as_by_its_template(kind, value):
    asked = {} if kind is forms.NullBooleanSelect else {"choices": CHOICES}
    drawn, made = [
        [
            line
            for line in kind(ODD, **asked).render("it", value, None, renderer).split("\n")
            if line
        ]
        for renderer in (PlainInputs(), TemplatesSetting())
    ]
    assert drawn == made


def test_each_of_them_is_compared():
    kinds = {one.template_name for one in (*INPUTS, forms.Select)}
    assert kinds == set(DRAWN)


def test_no_errors_are_nothing_and_some_are_listed():
    form = forms.Form({}, renderer=PlainInputs())
    assert str(form.non_field_errors()) == ""
    form.add_error(None, "Not <now>.")
    assert "<li>Not &lt;now&gt;.</li>" in str(form.non_field_errors())


def test_a_language_that_is_not_among_those_offered_stays_chosen():
    html = LanguageSelect(may_be_empty=True).render("it", 'x"y', {"id": "id_it"})
    assert html.startswith('<select id="id_it" name="it"><option value="">–</option>')
    assert html.endswith('<option value="x&quot;y" selected>x&quot;y</option></select>')
    assert html.count(" selected") == 1


@pytest.mark.parametrize("code", ["", "ru"])
def test_one_language_alone_is_chosen(code):
    html = LanguageSelect(may_be_empty=True).render("it", code)
    assert (html.count(" selected"), f'value="{code}" selected' in html) == (1, True)


@pytest.mark.parametrize("kind", [forms.TextInput, forms.Textarea])
def test_signs_that_no_html_may_hold_are_not_given_back(kind):
    drawn = kind().render("it", "\0a\x01\x1bb\x85\ufffe\tc\n", None, PlainInputs())
    assert "ab\tc\n" in drawn
