"""What may become a picture, and the sentence for what may not."""

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from PIL import Image, features

from tests.factories import make_person
from tests.uploads import samples
from trainings.models import Person
from trainings.pictures import PictureFormField, check_picture, checks

# Pillow warns of a bomb by itself; what counts here is the sentence.
pytestmark = pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")

EMPTY = "This file is empty. Choose the picture again."
TOO_LARGE = "This picture is larger than 20 MB. Save it smaller and choose that."
TOO_MANY_PIXELS = (
    "This picture has more than 40 million pixels. Make it smaller (2400 pixels wide is enough) "
    "and choose that."
)
UNREADABLE = (
    "This is not a picture we can read. Save it as JPEG, PNG, WebP or AVIF and choose that."
)
SVG = "SVG drawings are not accepted: they can hold programs. Save it as PNG and choose that."
MOVING = "Moving pictures are not accepted. Save one moment of it as JPEG or PNG."
BROKEN = "This picture is damaged, or was not copied whole. Open it, save it anew and choose that."
OVERPACKED = (
    "This picture is packed in a way that takes too long to open. Save it anew as an ordinary "
    "JPEG and choose that."
)


BOMB = samples.png_with_header(10_000, 10_000)


def misnamed(kind, ending):
    return (
        f"The name of this file doesn't say that it is a {kind} picture. Let it end in .{ending} "
        "and choose it again."
    )


def whole(kind):
    return samples.bytes_of(samples.scene(), kind)


REFUSED = {
    "zero bytes": ("a.jpg", lambda: b"", EMPTY),
    "over 20 MB": ("a.jpg", lambda: whole("JPEG") + b"\0" * 20 * 1024**2, TOO_LARGE),
    "a bomb of 100 megapixels": ("a.png", lambda: BOMB, TOO_MANY_PIXELS),
    "a bomb past Pillow's limit": (
        "a.png",
        lambda: samples.png_with_header(20_000, 10_000),
        TOO_MANY_PIXELS,
    ),
    "one row too many": ("a.png", lambda: samples.png_with_header(8000, 5001), TOO_MANY_PIXELS),
    "text": ("a.jpg", lambda: b"Salem!", UNREADABLE),
    "html": ("a.jpg", lambda: b"<html><script>alert(1)</script>", UNREADABLE),
    "a GIF": ("a.gif", lambda: whole("GIF"), UNREADABLE),
    "a moving GIF": ("a.gif", lambda: samples.moving("GIF"), UNREADABLE),
    "a GIF renamed": ("a.png", lambda: samples.moving("GIF"), UNREADABLE),
    "a TIFF renamed": ("a.jpg", lambda: whole("TIFF"), UNREADABLE),
    "PostScript": ("a.png", lambda: whole("EPS"), UNREADABLE),
    "SVG": ("a.svg", lambda: samples.PROGRAM, SVG),
    "SVG renamed": ("a.png", lambda: b"<?xml version='1.0'?>\n" + samples.PROGRAM, SVG),
    "a moving WebP": ("a.webp", lambda: samples.moving("WEBP"), MOVING),
    "a moving PNG": ("a.png", lambda: samples.moving("PNG"), MOVING),
    "a moving AVIF": ("a.avif", lambda: samples.moving("AVIF"), MOVING),
    "a PNG named .jpg": ("a.jpg", lambda: whole("PNG"), misnamed("PNG", "png")),
    "a JPEG named .png": ("a.png", lambda: whole("JPEG"), misnamed("JPEG", "jpg")),
    "a WebP named .jpg": ("a.jpg", lambda: whole("WEBP"), misnamed("WebP", "webp")),
    "an AVIF named .jpg": ("a.jpg", lambda: whole("AVIF"), misnamed("AVIF", "avif")),
    "a JPEG named .html": ("a.html", lambda: whole("JPEG"), misnamed("JPEG", "jpg")),
    "a JPEG with two endings": ("a.jpg.php", lambda: whole("JPEG"), misnamed("JPEG", "jpg")),
    "a JPEG without an ending": ("a", lambda: whole("JPEG"), misnamed("JPEG", "jpg")),
    "half a JPEG": ("a.jpg", lambda: whole("JPEG")[:9000], BROKEN),
    "half a PNG": ("a.png", lambda: whole("PNG")[:9000], BROKEN),
    "a JPEG of 206 scans": ("a.jpg", samples.jpeg_of_many_scans, OVERPACKED),
}


def sentences(refusal):
    return refusal.value.messages


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_the_form_refuses_it_with_a_sentence(name, content, sentence):
    with pytest.raises(ValidationError) as refusal:
        PictureFormField().clean(samples.upload(name, content()))
    assert sentences(refusal) == [sentence]


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED)
def test_a_row_refuses_it_with_the_same_sentence(name, content, sentence):
    with pytest.raises(ValidationError) as refusal:
        Person(name="Aigul", photo=samples.upload(name, content())).clean_fields()
    assert refusal.value.message_dict == {"photo": [sentence]}


@pytest.mark.parametrize(("name", "content", "sentence"), REFUSED.values(), ids=REFUSED)
@pytest.mark.django_db
def test_it_is_not_stored_even_where_nobody_checked(name, content, sentence, stored):
    with pytest.raises(ValidationError) as refusal:
        Person(name="Aigul", photo=samples.upload(name, content())).save()
    assert sentences(refusal) == [sentence]
    assert list(stored.rglob("*")) == []


def test_the_bomb_is_as_small_as_a_letter():
    assert len(BOMB) < 13_000


def test_a_picture_with_too_many_pixels_is_never_decoded(monkeypatch):
    monkeypatch.setattr(checks, "decode", lambda image: pytest.fail("It was decoded."))
    with pytest.raises(ValidationError, match="40 million"):
        check_picture(samples.upload("a.png", BOMB))


@pytest.mark.parametrize("kind", ["WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_picture_cut_short_is_refused_with_a_sentence(kind, share):
    content = whole(kind)
    with pytest.raises(ValidationError) as refusal:
        check_picture(samples.upload(f"a.{kind.lower()}", content[: int(len(content) * share)]))
    assert sentences(refusal) in ([BROKEN], [UNREADABLE])


ACCEPTED = {
    "JPEG": ("a.jpg", lambda: whole("JPEG")),
    "JPEG with a long ending": ("a.JPEG", lambda: whole("JPEG")),
    "a telephone's JPEG with two pictures": ("a.jpg", lambda: samples.moving("MPO")),
    "PNG": ("a.png", lambda: whole("PNG")),
    "WebP": ("a.webp", lambda: whole("WEBP")),
    "AVIF": ("a.avif", lambda: whole("AVIF")),
    "exactly 40 megapixels": ("a.png", lambda: samples.png_with_header(8000, 5000)),
}


@pytest.mark.parametrize(("name", "content"), ACCEPTED.values(), ids=ACCEPTED)
def test_these_pass_and_are_left_at_their_beginning(name, content):
    file = samples.upload(name, content())
    check_picture(file)
    assert file.tell() == 0


def test_this_pillow_reads_avif():
    assert features.check("avif")


def test_a_name_may_be_as_long_as_a_telephone_likes():
    file = samples.upload("и" * 300 + ".jpg", whole("JPEG"))
    assert PictureFormField(max_length=None).clean(file) is file
    assert Person._meta.get_field("photo").formfield().clean(file) is file


@pytest.mark.django_db
def test_a_form_says_it_once_and_keeps_what_was_typed():
    form = modelform_factory(Person, fields=["name", "photo"])(
        {"name": "Aigul"}, {"photo": samples.upload("a.png", whole("JPEG"))}
    )
    assert form.errors == {"photo": [misnamed("JPEG", "jpg")]}
    assert form["name"].value() == "Aigul"


def test_a_form_asks_for_the_four_kinds():
    assert 'accept="image/jpeg,image/png,image/webp,image/avif"' in str(
        modelform_factory(Person, fields=["photo"])()
    )


@pytest.mark.django_db
def test_a_stored_picture_is_not_read_again_when_its_row_is_checked(stored):
    person = make_person(photo=samples.jpeg())
    for file in stored.rglob("*.*"):
        file.unlink()
    Person.objects.get(pk=person.pk).full_clean()


def test_pillow_itself_is_left_as_it_was():
    check_picture(samples.jpeg())
    assert Image.MAX_IMAGE_PIXELS == 1024**3 // 4 // 3
