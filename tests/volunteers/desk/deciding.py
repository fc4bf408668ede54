"""Reading the decision page and pressing its buttons, as an organizer does."""

from tests.desk.forms import page_of, tags


def page(training) -> str:
    return f"/admin/trainings/training/{training.pk}/decide/"


def words(element) -> str:
    return " ".join("".join(element.itertext()).split())


def press(client, verb, *registrations, **typed):
    """Press the button of a line, or of the summary page; the response follows to the queue."""
    training = registrations[0].training
    return client.post(
        page(training).replace("decide", "act"),
        {"verb": verb, "chosen": [one.pk for one in registrations], "sure": "1", **typed},
        follow=True,
    )


def lines(response) -> list[str]:
    """The names in the queue, in their order."""
    return [
        words(next(tag for name, tag in tags(person) if name == "h3"))
        for person in people(response)
    ]


def people(response) -> list:
    found = [tag for name, tag in tags(page_of(response)) if name == "li"]
    return [tag for tag in found if "person" in tag.get("class", "").split()]


def line(response, registration) -> str:
    """Everything the line of one registration says."""
    found = [one for one in people(response) if one.get("id") == f"line-{registration.pk}"]
    return words(found[0])


def buttons(response, registration) -> list[str]:
    """What can be done with one registration: the verbs of its buttons."""
    found = [one for one in people(response) if one.get("id") == f"line-{registration.pk}"]
    return [tag.get("value") for name, tag in tags(found[0]) if tag.get("name") == "verb"]


def bars(response) -> dict[str, list[str]]:
    """The numbers of the table of seats: seated, left, at least, hoped for, at most, waiting,
    to decide, by the name of the line."""
    rows = [tag for name, tag in tags(page_of(response)) if name == "tr"]
    found = {}
    for row in rows:
        cells = [tag for name, tag in tags(row) if name in ("td", "th")]
        if any(cell.get("data-of") for cell in cells):
            numbers = [words(cell) for cell in cells if cell.get("data-of")]
            found[words(cells[0])] = numbers
    return found
