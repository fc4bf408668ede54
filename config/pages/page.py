"""One page as it is kept, and the answers it gives."""

import gzip
import time
from functools import lru_cache, partial

import brotli

from config.pages.stamps import Stamps

Headers = list[tuple[str, str]]
COMPRESSIBLE = ("text/", "application/xml", "application/atom+xml", "application/json")
# Below this many bytes the head of an answer is longer than what is saved.
WORTH_COMPRESSING = 500
# A reader waits for the first copy, so not the densest; measured in docs/performance.md.
ENCODERS = {
    "br": partial(brotli.compress, quality=5),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}
# Pages are made without any of it: what a page says of its language is for other addresses.
NOT_PERSONAL = {"", "accept-encoding", "accept-language"}
# Said again for each encoding.
OF_ONE_ENCODING = ("content-length", "etag", "vary")
# What a browser that has the page already is not told again.
OF_THE_BODY = ("content-type", "content-length", "content-encoding", "content-disposition")


class Page:
    """The page of an address: its answer, and while which stamps and until when that is right."""

    def __init__(self, status: str, headers: Headers, body: bytes):
        told = {name.lower(): value for name, value in headers}
        self.status, self.body = status, body
        self.kind = told.get("content-type", "")
        varies = {one.strip() for one in told.get("vary", "").lower().split(",")}
        self.is_personal = "set-cookie" in told or bool(varies - NOT_PERSONAL)
        self.tag = told.get("etag", "").removeprefix("W/")
        self.headers = [*without(headers, OF_ONE_ENCODING), ("Vary", "Accept-Encoding")]
        if self.tag:
            self.headers.append(("ETag", f"W/{self.tag}"))
        self.stamps: Stamps = {}
        self.until = 0.0  # Unix time
        self.encoded: dict[str, tuple[Headers, bytes]] = {}

    @property
    def is_for_all(self) -> bool:
        """Whether anybody may be sent it: a whole page that depends on nothing of a browser."""
        return self.status.startswith("200") and bool(self.tag) and not self.is_personal

    def is_right(self, stamps: Stamps) -> bool:
        """Whether nothing it shows has changed, with `stamps` as they are at this moment."""
        return self.until > time.time() and self.stamps.items() <= stamps.items()

    @property
    def size(self) -> int:
        """The bytes it takes, roughly: both compressed copies take less than half as much."""
        return 2000 + 3 * len(self.body) // 2

    def answer(self, environ: dict, start_response) -> list[bytes]:
        """What this reader is sent: the whole, as her browser likes it, or that she has it."""
        wanted = encoding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        headers, body = self.encoded.get(wanted) or self.encode(wanted)
        seen = environ.get("HTTP_IF_NONE_MATCH")
        if seen and self.tag and (self.tag in seen or seen.strip() == "*"):
            start_response("304 Not Modified", without(headers, OF_THE_BODY))
            return []
        start_response(self.status, headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def encode(self, wanted: str) -> tuple[Headers, bytes]:
        """Head and body in an encoding, made once."""
        body, headers = self.body, list(self.headers)
        if wanted and len(body) > WORTH_COMPRESSING and self.kind.startswith(COMPRESSIBLE):
            body = ENCODERS[wanted](body)
            headers.append(("Content-Encoding", wanted))
        headers.append(("Content-Length", str(len(body))))
        self.encoded[wanted] = headers, body
        return headers, body


def without(headers: Headers, names: tuple[str, ...]) -> Headers:
    """The headers but those of these names, in small letters."""
    return [(name, value) for name, value in headers if name.lower() not in names]


@lru_cache(maxsize=200)
def encoding_for(accepted: str) -> str:
    """`br`, `gzip` or nothing, by what a browser says it takes (RFC 9110, 12.5.3)."""
    taken = set()
    for part in accepted.lower().split(","):
        coding, _semicolon, weight = part.partition(";")
        if weight.replace(" ", "").rstrip("0.") != "q=":
            taken.add(coding.strip())
    return next((each for each in ("br", "gzip") if each in taken), "")
