"""Writing a text at the desk as a browser without scripts would: the whole form with one button."""

from urllib.parse import urlencode

from tests.desk.forms import page_of, sent, tags

JSON = {"HTTP_ACCEPT": "application/json"}


def address(text, ending="change") -> str:
    return f"/admin/trainings/reporttext/{text.pk}/{ending}/"


def typed(client, text) -> dict:
    """What the form holds when the page is opened."""
    return sent(client.get(address(text)))


def press(
    client, text, button="save", values=None, *, follow=True, file=None, headers=None, **words
):
    """Open the page unless `values` are what an open page holds, type `words`, press `button`.

    A button of publishing is called by its name, such as `_publish`.
    """
    values = {**(values or typed(client, text)), **{name: [word] for name, word in words.items()}}
    values |= {button: ["1"]} if button.startswith("_") else {"do": [button]}
    if file:
        return client.post(address(text), {**values, **file}, follow=follow, **(headers or {}))
    pairs = [(name, str(value)) for name, several in values.items() for value in several]
    kind = "application/x-www-form-urlencoded"
    return client.post(address(text), urlencode(pairs), kind, follow=follow, **(headers or {}))


def blocks(response) -> list[str]:
    """The kind of each block in the form, in order; one that was taken out in brackets."""
    values = sent(response)
    keys = values.get("block", [])
    return [
        f"({values[f'{key}-kind'][0]})" if values[f"{key}-removed"][0] else values[f"{key}-kind"][0]
        for key in keys
    ]


def said(response) -> list[str]:
    """The messages on top of the page."""
    return [
        " ".join("".join(tag.itertext()).split())
        for _name, tag in tags(page_of(response))
        if tag.get("class") in ("success", "warning")
    ]


def refusal(response) -> str:
    """Why the page says that nothing was saved; "" where it does not."""
    [notice] = [tag for _name, tag in tags(page_of(response)) if tag.get("id") == "refusal"]
    line = next(tag for _name, tag in tags(notice) if tag.get("data-said") is not None)
    return "" if notice.get("hidden") is not None else "".join(line.itertext())
