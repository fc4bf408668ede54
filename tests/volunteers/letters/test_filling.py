"""Words and values become a letter: nothing is filled twice, nothing typed becomes markup."""

import re

import pytest
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from trainings.markdown import TAGS
from volunteers.letters.filling import Words, address, fill, plain, prose

LINK = "https://hashar.example.org/en/confirm/a_b-c:d/"


def filled(body, **values):
    return fill(Words("Subject", body), values)


NAMES = ["*<b>{link}", "**x** {name}", "\ue000link\ue001", "[a](https://x.example.org)", "& < >"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_out_as_it_was_typed(name):
    letter = filled("Hello {name}, see {link}", name=plain(name), link=address(LINK))
    assert letter.text == f"Hello {name}, see {LINK}"
    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert letter.html == f'<p>Hello {shown}, see <a href="{LINK}">{LINK}</a></p>\n'


def test_a_subject_stays_one_line_whatever_a_value_holds():
    letter = fill(Words("About {training}", "."), {"training": plain("A\r\nBcc: x@example.org")})
    assert letter.subject == "About A Bcc: x@example.org"


def test_a_paragraph_whose_values_are_all_unknown_disappears():
    letter = filled("First.\n\nThe reason: {reason}\n\nLast.", reason=plain(""))
    assert letter.text == "First.\n\nLast."
    assert letter.html == "<p>First.</p>\n<p>Last.</p>\n"


def test_a_line_whose_value_is_unknown_disappears_alone():
    values = {"training": plain("Clean water"), "dates": plain(None), "place": plain("Osh")}
    letter = filled("**{training}**\n{dates}\n{place}", **values)
    assert letter.text == "Clean water\nOsh"
    assert letter.html == "<p><strong>Clean water</strong><br>\nOsh</p>\n"


def test_a_heading_goes_with_what_stands_under_it():
    assert filled("**Good to know**\n{practical}", practical=prose("")).text == ""


def test_a_link_of_the_words_is_a_button_with_its_address():
    letter = filled("[Confirm]({link})", link=address(LINK))
    assert letter.text == f"Confirm:\n{LINK}"
    assert f'class="button" href="{LINK}"' in letter.html
    assert f'<p class="address">{LINK}</p>' in letter.html


def test_a_value_can_be_part_of_an_address():
    letter = filled("[Write](mailto:{contact}) to us.", contact=plain('a"b@example.org'))
    assert letter.text == 'Write (mailto:a"b@example.org) to us.'
    assert letter.html == '<p><a href="mailto:a%22b@example.org">Write</a> to us.</p>\n'


def test_an_address_in_a_name_makes_no_link_of_ours():
    letter = filled(
        "[Hello]({name})", name=plain("http://x.example.org>{link}"), link=address(LINK)
    )
    assert "<a " not in letter.html
    assert LINK not in letter.html


def test_a_value_of_markdown_is_rendered_with_full_addresses(settings):
    letter = filled("Read: {practical}", practical=prose("**Bring**\n\n- [a map](/en/)"))
    assert letter.html == (
        "<p>Read:</p>\n<p><strong>Bring</strong></p>\n<ul>\n"
        f'<li><a href="{settings.SITE_URL}/en/" rel="nofollow noopener">a map</a></li>\n</ul>\n\n'
    )


def test_words_can_hold_no_markup_of_their_own():
    assert filled("<script>x</script>").html == "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"


def test_a_brace_that_is_no_placeholder_stays():
    assert filled("{ {unknown} }", name=plain("Zebo")).text == "{ {unknown} }"


@given(st.text(min_size=1))
def test_whatever_a_name_holds_stays_words(name):
    letter = filled("Hello.\n\nTo {name}!", name=plain(name))
    line = " ".join(name.split())
    assert letter.text == (f"Hello.\n\nTo {line}!" if line else "Hello.")
    assert letter.html == "<p>Hello.</p>\n" + (f"<p>To {escape(line)}!</p>\n" if line else "")


PIECES = ["{name}", "{link}", "[a]({link})", "[a](http:{name})", "\n", "<b>", "*", "`", "# ", "x "]


@given(st.lists(st.sampled_from(PIECES)))
def test_whatever_the_words_are_only_tags_of_letters_come_out(pieces):
    letter = filled("".join(pieces), name=plain("<i>{link}"), link=address(LINK))
    assert set(re.findall(r"<(\w+)", letter.html)) <= TAGS | {"h3", "h4", "h5", "h6"}
    assert "\ue000" not in letter.html
