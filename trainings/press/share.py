"""The words to share a report with, in a message of limited length, and a letter with them."""

from urllib.parse import quote

from trainings.markdown import cut
from trainings.models import ReportText

# Counted in code points, as the messengers of the region do.
LENGTH = 280
# A shorter rest of the lead would say nothing.
LEAST = 40


def share_text(text: ReportText) -> str:
    """What an editor wrote for it, or the headline and as much of the lead as fits.

    Never longer than LENGTH; cut after a whole word. "" for a text without either.
    """
    own = text.share_text.strip()
    if own:
        return own
    headline, lead = (" ".join(words.split()) for words in (text.headline, text.lead))
    room = LENGTH - len(headline) - 1
    if not headline or not lead or room < LEAST:
        return cut(headline or lead, LENGTH)
    return f"{headline}\n{cut(lead, room)}"


def mail_link(subject: str, words: str, address: str) -> str:
    """The `mailto:` of a letter that holds `words` and the address of a page (RFC 6068)."""
    body = f"{words}\n\n{address}" if words else address
    return f"mailto:?subject={quoted(subject)}&body={quoted(body)}"


def quoted(words: str) -> str:
    return quote("\r\n".join(words.splitlines()), safe="")
