"""A door as the production server has it, and a second one for another worker."""

import io
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from config.pages.door import Door

MB = 1024 * 1024


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Worker:
    """A process of the server: `made` counts the pages that Django itself had to make."""

    def __init__(self, most_bytes: int = 8 * MB):
        self.made = 0
        self.during = lambda: None
        self.django = WSGIHandler()
        self.door = Door(self.make, most_bytes=most_bytes)

    def make(self, environ, start_response):
        self.made += 1
        answer = self.django(environ, start_response)
        self.during()
        return answer

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """What the worker answers; `headers` such as `cookie` or `accept_encoding`."""
        path, _mark, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": method,
            "PATH_INFO": quote(path, safe="/%").encode().decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "HTTP_HOST": "localhost",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
        } | {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        begun = []
        answer = self.door(environ, lambda *told: begun.extend(told))
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        heads = {name.lower(): str(value) for name, value in begun[1]}
        return Answer(int(begun[0][:3]), heads, body)


@pytest.fixture
def worker(db, settings):
    """A worker of a site on which nothing changes while a test lasts."""
    settings.ALLOWED_HOSTS = ["localhost", "hashar.example.org"]
    one = Worker()
    # As Django's own client does: the connection of the test outlives each request.
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield one
    for signal in signals:
        signal.connect(close_old_connections)
    one.door.stamps.forget()


@pytest.fixture
def workers(transactional_db, worker):
    """Two workers of a site whose changes are committed, so that the doors learn of them."""
    other = Worker()
    yield worker, other
    other.door.stamps.forget()
