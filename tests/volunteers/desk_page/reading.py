"""Reading the desk of a training: its numbers, and the lists behind them."""

from tests.desk.forms import page_of, tags
from tests.volunteers.desk.deciding import words


def desk(training) -> str:
    return f"/admin/trainings/training/{training.pk}/desk/"


def numbers(response) -> list[tuple[str, int]]:
    """The address behind every number of a page, and the number."""
    return [
        (tag.get("href"), int(tag.get("data-counts")))
        for name, tag in tags(page_of(response))
        if name == "a" and tag.get("data-counts")
    ]


def table(response, heading: str) -> dict[str, list[str]]:
    """The numbers of a table, by the words of its line."""
    parts = [tag for _n, tag in tags(page_of(response)) if tag.get("aria-labelledby") == heading]
    rows = [tag for name, tag in tags(parts[0]) if name == "tr"]
    cells = [[words(tag) for name, tag in tags(row) if name in ("th", "td")] for row in rows[1:]]
    return {first: rest[1:] for first, *rest in cells}


def rows_of_list(client, address: str) -> int:
    """How many rows the list at `address` has; it has to be narrowed by something."""
    page = client.get(address)
    assert page.status_code == 200, address
    assert page.context["cl"].has_active_filters, address
    return page.context["cl"].result_count
