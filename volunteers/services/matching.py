"""Who is meant by a line of a list: by badge, by address, or by name, and never by a guess."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from trainings import folding
from trainings.services.refusal import NotAllowed
from volunteers.models import Registration
from volunteers.models.registration import BADGE_SIGNS

MOST_LINES = 1000
MOST_CANDIDATES = 8
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


@dataclass
class Line:
    """A line of the list: what was typed, and who that may be. One alone is meant for certain."""

    text: str
    day: dt.date | None = None
    certain: Registration | None = None
    candidates: list[Registration] = field(default_factory=list)


def typed_code(words: str) -> str:
    """The code of a badge as someone typed it, with gaps and capitals or without."""
    return "".join(sign for sign in words.lower() if sign in BADGE_SIGNS)


def read_lines(text: str) -> list[Line]:
    """The lines of a list: a name, a code or an address each, perhaps with a day after it.

    Cells are parted by commas, semicolons or tabs. Raises NotAllowed for a list that is too long.
    """
    kept = [line for line in text.replace("\0", "").splitlines() if line.strip()]
    if len(kept) > MOST_LINES:
        raise NotAllowed(
            _("A list may have at most %(most)s lines. Part it into several.")
            % {"most": MOST_LINES}
        )
    joined = "\n".join(kept)
    sign = max("\t;,", key=joined.count)
    rows = csv.reader(io.StringIO(joined), delimiter=sign)
    return [line for cells in rows if (line := line_of([cell.strip() for cell in cells]))]


def line_of(cells: list[str]) -> Line | None:
    """A line out of its cells; None where no cell holds anything but a day."""
    days = [day for cell in cells if (day := day_in(cell))]
    texts = [cell for cell in cells if cell and not day_in(cell)]
    # Family name and given name may stand in columns of their own.
    return Line(" ".join(texts), days[0] if days else None) if texts else None


def day_in(cell: str) -> dt.date | None:
    """The day that a cell holds, such as 2027-04-22 or 22.04.2027; None for anything else."""
    try:
        if found := DAY.fullmatch(cell):
            day, month, year = map(int, found.groups())
            return dt.date(year, month, day)
        return dt.date.fromisoformat(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", cell) else None
    except ValueError:
        return None


def match(lines: Iterable[Line], registrations: Sequence[Registration]) -> list[Line]:
    """`lines` with who is meant by each. Someone is certain by the code, by the address, or by
    the whole name, as long as it fits nobody else, not even in part; others are to choose from.
    """
    by_code = {row.badge_code: row for row in registrations}
    by_email = {row.email.lower(): row for row in registrations if row.email}
    found = []
    for line in lines:
        line.certain = by_code.get(typed_code(line.text)) or by_email.get(line.text.lower())
        if line.certain is None:
            match_name(line, registrations)
        found.append(line)
    return found


def match_name(line: Line, registrations: Sequence[Registration]) -> None:
    terms = folding.query_terms(line.text)
    near = [row for row in registrations if terms and fits(row.search_key, terms)]
    whole = [row for row in near if any(folding.meets(line.text, name) for name in names_of(row))]
    if len(near) == len(whole) == 1:
        line.certain = whole[0]
    else:
        others = [row for row in near if row not in whole]
        line.candidates = [*whole, *others][:MOST_CANDIDATES]


def fits(key: str, terms: list[list[str]]) -> bool:
    return all(any(f" {form}" in key for form in forms) for forms in terms)


def names_of(registration: Registration) -> list[str]:
    names = (registration.name, registration.native_name, registration.latin_name)
    return [name for name in names if name]
