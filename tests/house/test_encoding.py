"""What the tests keep of encoded pictures is what the site would make, and made once."""

from PIL import Image

from tests.encoding import kept_in
from trainings.pictures import making

COLOURS = Image.linear_gradient("L").convert("RGB")


def test_the_same_picture_is_encoded_once(tmp_path):
    asked = []

    def encoded(image, ending, **options):
        asked.append((ending, options))
        return making.encoded(image, ending, **options)

    kept = kept_in(tmp_path, encoded)
    first, again = (kept(COLOURS, "jpg", quality=80) for _ in range(2))
    assert first == again
    assert asked == [("jpg", {"quality": 80})]


def test_another_picture_kind_or_quality_is_another_question(tmp_path):
    kept = kept_in(tmp_path, making.encoded)
    upside_down = COLOURS.transpose(Image.Transpose.ROTATE_180)
    answers = {
        kept(COLOURS, "jpg"),
        kept(COLOURS, "jpg", quality=50),
        kept(COLOURS, "webp"),
        kept(COLOURS, "webp", lossless=True),
        kept(upside_down, "jpg"),
    }
    assert len(answers) == 5
