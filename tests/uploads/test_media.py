"""How uploaded files are handed out."""

from urllib.parse import quote

import pytest

from tests.factories import make_document, make_person, make_training
from tests.uploads import samples

pytestmark = pytest.mark.django_db
FOR_EVER = "public, max-age=31536000, immutable"
POLICY = "default-src 'none'; sandbox"


@pytest.fixture
def place(stored):
    """A function that puts a file into the storage by hand and returns its address."""

    def place(name, content=b"Salem"):
        path = stored / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return f"/media/{quote(name)}"

    return place


def headers(response, *names):
    return [response.headers.get(name) for name in names]


def body(response):
    return b"".join(response.streaming_content)


@pytest.mark.parametrize(
    ("ending", "kind"), [("jpg", "jpeg"), ("480.webp", "webp"), ("480.avif", "avif")]
)
def test_a_picture_is_shown_as_what_it_is(client, stored, ending, kind):
    photo = make_person(photo=samples.jpeg()).photo
    address = f"{photo.url.removesuffix('jpg')}{ending}"
    response = client.get(address)
    assert body(response) == (stored / address.removeprefix("/media/")).read_bytes()
    assert headers(response, "Content-Type", "Cache-Control", "Content-Security-Policy") == [
        f"image/{kind}",
        FOR_EVER,
        POLICY,
    ]
    assert response.headers["Content-Disposition"].startswith("inline")


def test_a_size_that_is_not_made_yet_is_shown_as_jpeg_meanwhile(client, stored):
    address = make_person(photo=samples.jpeg()).photo.url.removesuffix("jpg")
    (stored / f"{address}480.avif".removeprefix("/media/")).unlink()
    response = client.get(f"{address}480.avif")
    assert (response.url, response.headers["Cache-Control"]) == (f"{address}480.jpg", "no-store")


def test_a_width_that_is_not_made_yet_is_shown_as_the_picture_itself(client, stored):
    address = make_person(photo=samples.jpeg(samples.scene(900, 40))).photo.url
    for path in stored.rglob("*.720.*"):
        path.unlink()
    response = client.get(address.replace(".jpg", ".720.webp"), follow=True)
    assert response.redirect_chain[-1][0] == address


def test_a_document_is_only_handed_over_to_be_saved(client):
    upload = samples.upload("Программа.txt", b"<script>alert(1)</script>")
    document = make_document(make_training(), file=upload)
    response = client.get(document.file.url)
    assert body(response) == b"<script>alert(1)</script>"
    assert headers(response, "Content-Type", "Content-Disposition", "Content-Security-Policy") == [
        "text/plain",
        'attachment; filename="programma.txt"',
        POLICY,
    ]


@pytest.mark.parametrize(
    "name", ["a.html", "a.svg", "a.js", "a.css", "a.xml", "a.xhtml", "a.gif", "a.jpg.html", "a.swf"]
)
def test_anything_else_is_bytes_without_a_meaning(client, place, name):
    response = client.get(place(name, samples.PROGRAM))
    wanted = ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    assert headers(response, *wanted) == [
        "application/octet-stream",
        f'attachment; filename="{name}"',
        "nosniff",
    ]


def test_a_name_in_other_letters_arrives_whole(client, place):
    response = client.get(place("documents/Барнома.pdf"))
    encoded = quote("Барнома.pdf")
    assert response.headers["Content-Disposition"] == f"attachment; filename*=utf-8''{encoded}"


def test_no_cookie_is_set_even_for_someone_signed_in(organizer_client, place):
    response = organizer_client.get(place("a.jpg"))
    assert response.status_code == 200
    assert list(response.cookies) == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        "documents",
        "documents/",
        "missing.jpg",
        "../secret.txt",
        "documents/../../secret.txt",
        "documents/../documents/a.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "%2e%2e%2fsecret.txt",
        "..\\secret.txt",
        "..%5csecret.txt",
        "/secret.txt",
        "//secret.txt",
        "documents//a.txt",
        "./documents/a.txt",
        ".hidden.txt",
        "documents/.hidden.txt",
        "a.txt%00.jpg",
        "documents/a.txt%0a",
        "folder.txt",
        "a" * 5000 + ".txt",
    ],
)
def test_there_is_no_way_to_anything_but_an_upload(client, stored, place, path):
    place("documents/a.txt")
    place("documents/.hidden.txt")
    place(".hidden.txt")
    place("folder.txt/inside.txt")
    (stored.parent / "secret.txt").write_text("OUTSIDE")
    response = client.get(f"/media/{path}")
    assert response.status_code == 404
    assert b"OUTSIDE" not in response.content


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_only_reading_is_possible(client, place, method):
    assert getattr(client, method)(place("a.txt")).status_code == 405


def test_a_head_says_the_same_without_the_file(client, place):
    address = place("a.txt")
    head, get = client.head(address), client.get(address)
    assert body(head) == b""
    assert head.headers["Content-Length"] == get.headers["Content-Length"] == "5"


def test_what_a_browser_has_already_is_not_sent_again(client, place):
    address = place("a.jpg")
    first = client.get(address)
    again = client.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]})
    assert (again.status_code, again.content) == (304, b"")
