"""Public pages as the words a reader sees."""

import re
from html.parser import HTMLParser

from django.test import Client

NOT_READ = {"script", "style", "template"}
INSIDE_A_WORD = {"abbr", "em", "i", "q", "strong", "sup"}


class _Words(HTMLParser):
    """Collects text; what stands in two elements is two words."""

    def __init__(self):
        super().__init__()
        self.words: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag, attrs):
        self.unread += tag in NOT_READ
        self.words.append("" if tag in INSIDE_A_WORD else " ")

    def handle_endtag(self, tag):
        self.unread -= tag in NOT_READ
        self.words.append("" if tag in INSIDE_A_WORD else " ")

    def handle_data(self, data):
        if not self.unread:
            self.words.append(data)


def words_of(address: str) -> str:
    """The words of the page at `address` on one line, without what stands around every page."""
    response = Client().get(address)
    assert response.status_code == 200, address
    body = response.content.decode()
    reader = _Words()
    reader.feed(body[body.index("<main") : body.index("</main>")])
    return re.sub(r"\s+(?=,)", "", re.sub(r"\s+", " ", "".join(reader.words))).strip()
