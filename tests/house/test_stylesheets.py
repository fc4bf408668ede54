"""The stylesheets hold nothing that no page has, and no page asks for what they lack."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLASS = re.compile(r"\.([a-zA-Z][\w-]*)")
# What is styled of what Django's admin and crispy-forms write themselves.
FOREIGN = {
    *("action-checkbox", "action-checkbox-column", "sortoptions", "sortremove", "form-row"),
    *("asteriskField", "form-control", "form-label", "form-select", "invalid-feedback", "mb-3"),
}


def texts(*patterns: str) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for one in patterns for path in sorted(ROOT.glob(one))
    )


@cache
def styled() -> set[str]:
    """The classes that a selector of ours names."""
    rules = re.sub(r"/\*.*?\*/", "", texts("static/css/*.css"), flags=re.DOTALL)
    return set(CLASS.findall(re.sub(r"\{[^{}]*\}", "{}", rules)))


@cache
def written() -> str:
    """All that writes pages: templates, code, scripts."""
    code = [f"{app}/**/*.py" for app in ("trainings", "volunteers", "config")]
    return texts("templates/**/*.html", "static/js/*.js", *code)


def beginnings() -> tuple[str, ...]:
    """What a class begins with whose end is a value, as `g` in `class="goal g{{ number }}"`."""
    named = "\n".join(re.findall(r"class=\"([^\"]*)", written()))
    return tuple(set(re.findall(r"([a-z]+-?)\{\{", named)))


def test_every_class_that_is_styled_is_on_some_page():
    words = set(re.findall(r"[A-Za-z][\w-]*", written())) | FOREIGN
    assert {one for one in styled() - words if not one.startswith(beginnings())} == set()


def test_every_stylesheet_is_asked_for():
    sheets = {path.name for path in ROOT.glob("static/css/*.css")}
    imported = set(re.findall(r'^@import "(.*?)";', texts("static/css/*.css"), re.MULTILINE))
    assert {one for one in sheets - imported if f"css/{one}" not in written()} == set()


def test_every_colour_and_size_is_one_of_the_tokens():
    rules = texts("static/css/*.css")
    assert set(re.findall(r"var\((--[\w-]+)\)", rules)) <= set(re.findall(r"(--[\w-]+):", rules))


def test_no_token_is_left_over():
    kept = set(re.findall(r"(--[\w-]+):", texts("static/css/tokens.css")))
    assert kept <= set(re.findall(r"var\((--[\w-]+)", texts("static/css/*.css")))
