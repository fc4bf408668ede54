"""What people type, and what readers see."""

import pytest
from django.template import Context, Template
from django.utils import translation

from trainings.labels import Label
from trainings.markdown import MAX_LENGTH, plain, render


def shown(template, **context):
    return Template("{% load markdown %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("Salem *dear* **friends**", "<p>Salem <em>dear</em> <strong>friends</strong></p>\n"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("one  \ntwo", "<p>one<br>\ntwo</p>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. c\n4. d", '<ol start="3">\n<li>c</li>\n<li>d</li>\n</ol>\n'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>\n"),
        ("---", "<hr>\n"),
        ("`a < b`", "<p><code>a &lt; b</code></p>\n"),
        ("```python\nx\n```", "<pre><code>x\n</code></pre>\n"),
        (
            "|a|b|c|\n|:-:|--:|:--|",
            (
                "<table>\n<thead>\n<tr>\n"
                '<th class="middle">a</th>\n<th class="end">b</th>\n<th>c</th>\n'
                "</tr>\n</thead>\n</table>\n"
            ),
        ),
        ("a < b & c <b>d</b>", "<p>a &lt; b &amp; c &lt;b&gt;d&lt;/b&gt;</p>\n"),
        ("“Ҳашар” — “асар”", "<p>“Ҳашар” — “асар”</p>\n"),
        ("example.org", "<p>example.org</p>\n"),
        ("[x](www.example.org)", "<p>[x](www.example.org)</p>\n"),
        ("![a picture](/media/a.jpg) here", "<p> here</p>\n"),
        ("", ""),
        (None, ""),
        (Label({}), ""),
    ],
)
def test_markdown_becomes_html(typed, page):
    assert render(typed) == page


@pytest.mark.parametrize(
    ("typed", "levels"),
    [
        ("# a\n## b\n### c", ["h3", "h4", "h5"]),
        ("## a\n### b", ["h3", "h4"]),
        ("###### a", ["h3"]),
        ("# a\n###### b", ["h3", "h6"]),
        ("a\n=\nb\n-", ["h3", "h4"]),
    ],
)
def test_the_highest_heading_of_a_text_stands_below_those_of_the_page(typed, levels):
    page = render(typed)
    assert [
        page[place + 1 : place + 3] for place in range(len(page)) if page[place:][:2] == "<h"
    ] == (levels)


@pytest.mark.parametrize(
    ("address", "rel"),
    [
        ("https://example.org/", ' rel="nofollow noopener"'),
        ("HTTP://example.org/", ' rel="nofollow noopener"'),
        ("//example.org/", ' rel="nofollow noopener"'),
        ("/en/reports/", ""),
        ("#top", ""),
        ("mailto:aigul@example.org", ""),
    ],
)
def test_only_links_out_of_the_site_are_no_recommendation(address, rel):
    assert render(f"[x]({address})").endswith(f'"{rel}>x</a></p>\n')


def test_a_label_is_rendered_in_the_language_of_the_page():
    text = Label({"en": "*Hello*", "ru": "*Привет*"})
    with translation.override("ru"):
        assert shown("{{ text|markdown }}", text=text) == "<p><em>Привет</em></p>\n"


def test_a_text_too_long_to_be_rendered_is_shown_as_it_was_typed():
    text = "*a* <b>\n\nsecond " + "x" * MAX_LENGTH
    assert render(text).startswith("<p>*a* &lt;b&gt;</p>\n\n<p>second xxx")
    assert render(text).count("x") == MAX_LENGTH


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("# Title\n\nSome *words*\nin [two](/x)  lines.", "Title Some words in two lines."),
        ("- [a](/x)\n- b\n\n|c|d|\n|-|-|\n|e|f|", "a b c d e f"),
        ("R&D is < all & <b>this</b>", "R&D is < all & <b>this</b>"),
        ("a  \nb", "a b"),
        ("![no](/x)", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_plain_is_the_words_in_one_line(typed, line):
    assert plain(typed) == line


def test_plain_is_cut_after_a_whole_word():
    assert plain("volunteers met, " * 20, 40) == "volunteers met, volunteers met…"


@pytest.mark.parametrize("length", range(1, 30))
def test_plain_is_never_longer_than_asked(length):
    assert 0 < len(plain("Тренинг волонтёров в Алматы", length)) <= length


def test_plain_is_not_cut_where_it_fits():
    assert plain("x" * 160) == "x" * 160
    assert plain("x" * 161) == "x" * 159 + "…"


def test_plain_in_a_template_is_escaped():
    page = shown('<meta content="{{ text|plain }}">', text='a "b" <script>')
    assert page == '<meta content="a &quot;b&quot; &lt;script&gt;">'
