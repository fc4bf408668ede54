"""Reading a form of the desk as a browser would send it back."""

from urllib.parse import urlencode

import html5lib
from lxml import html

NAMESPACE = "{http://www.w3.org/1999/xhtml}"
QUICK = html.HTMLParser(remove_comments=True, remove_pis=True)


def tags(element, inside_form=False):
    """All elements of a page but those in patterns (`template`) and outside the long form."""
    for child in element:
        name = str(child.tag).removeprefix(NAMESPACE)
        if name != "template":
            yield name, child
            yield from tags(child)


def page_of(response):
    """The answer as a browser reads it; it is read once, which takes a while for a long form."""
    if not hasattr(response, "parsed"):
        response.parsed = html5lib.parse(response.content.decode(), treebuilder="etree")
    return response.parsed


def sent(response) -> dict:
    """The names and values that the page's long form would send as it stands.

    Read by lxml, twelve times as fast as html5lib; test_forms.py holds it against that.
    """
    return sent_by(html.document_fromstring(response.content.decode(), parser=QUICK))


def sent_by(page) -> dict:
    """The names and values that the long form of a parsed page would send."""
    found: dict[str, list[str]] = {}
    forms = [tag for name, tag in tags(page) if "_form" in tag.get("id", "")]
    for name, tag in tags(forms[0]):
        for value in values_of(name, tag):
            found.setdefault(tag.get("name", ""), []).append(value)
    found.pop("", None)
    return found


def values_of(name: str, tag) -> list[str]:
    if name == "textarea":
        return [(tag.text or "").removeprefix("\n")]
    if name == "select":
        options = [one for kind, one in tags(tag) if kind == "option"]
        chosen = [one.get("value", "") for one in options if one.get("selected") is not None]
        return chosen or (
            [] if tag.get("multiple") is not None else [o.get("value") for o in options[:1]]
        )
    if name != "input" or tag.get("type") in ("submit", "file"):
        return []
    if tag.get("type") in ("checkbox", "radio"):
        return [tag.get("value", "on")] if tag.get("checked") is not None else []
    return [tag.get("value", "")]


def send(client, address: str, button: str = "_continue", **typed):
    """Open the page, type, press the button; the response follows to the page shown then.

    Names of inputs with dashes are written with two underscores: `sessions__0__room`.
    """
    page = client.get(address)
    assert page.status_code == 200
    values = sent(page)
    for name, value in typed.items():
        real = name.replace("__", "-")
        values[real] = value if isinstance(value, list) else [value]
    values[button] = ["1"]
    pairs = [(name, str(value)) for name, of in values.items() for value in of]
    return client.post(
        address,
        urlencode(pairs),
        content_type="application/x-www-form-urlencoded",
        follow=True,
    )


def errors(response) -> dict[str, list[str]]:
    """The sentences beside each input, by the name of the input's column and row."""
    context = response.context
    found = {name: list(of) for name, of in context["adminform"].form.errors.items()}
    for formset in context["inline_admin_formsets"]:
        for number, of in enumerate(formset.formset.errors):
            for name, sentences in of.items():
                found[f"{formset.formset.prefix}-{number}-{name}"] = list(sentences)
    return found


def said(response) -> list[str]:
    """The messages at the top of the page."""
    return [str(message) for message in response.context["messages"]]
