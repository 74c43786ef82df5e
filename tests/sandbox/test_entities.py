"""Telegram HTML is read as Telegram reads it, and whatever is quoted comes back whole."""

import re

import pytest
from aiogram.types import MessageEntity
from aiogram.utils.text_decorations import html_decoration
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import parse_html, utf16_units
from sandbox.errors import ApiError
from sandbox.formatting import formatted
from sandbox.rendering import to_html


def kinds(entities: list[MessageEntity]) -> list[tuple[str, int, int]]:
    return [(entity.type, entity.offset, entity.length) for entity in entities]


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("<b>дом</b> и двор", "дом и двор", [("bold", 0, 3)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("🔑 <i>ключ</i>", "🔑 ключ", [("italic", 3, 4)]),
        ("<pre><code class='language-sql'>x</code></pre>", "x", [("pre", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ('<a href="tg://user?id=1">x</a>', "x", [("text_link", 0, 1)]),
        ("<a>example.com</a>", "example.com", [("text_link", 0, 11)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("1 &lt; 2 &amp;&amp; &#1093;&#x445;&quot; &nbsp; &", '1 < 2 && хх" &nbsp; &', []),
        ("a > b", "a > b", []),
    ],
)
def test_markup_is_read(source: str, text: str, expected: list[tuple[str, int, int]]) -> None:
    """Tags become entities counted in UTF-16 units."""
    parsed, entities = parse_html(source)

    assert parsed == text
    assert kinds(entities) == expected


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x <user>", 'Unsupported start tag "user" at byte offset 2'),
        ("ключ <br>", 'Unsupported start tag "br" at byte offset 9'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("x <b", "Unclosed start tag at byte offset 2"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=a/b>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_wrong_markup_is_refused(source: str, reason: str) -> None:
    """In the words of Telegram's parser."""
    with pytest.raises(ApiError) as refusal:
        parse_html(source)

    assert refusal.value.code == 400
    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


def test_ends_are_trimmed_and_entities_move_along() -> None:
    """Telegram cuts the spaces around a text."""
    text, entities = formatted("  \n<b> дом </b>  ", "HTML", None)

    assert text == "дом"
    assert kinds(entities) == [("bold", 0, 3)]


def test_telegram_finds_commands_and_links_by_itself() -> None:
    """What looks like a command, an address or a name becomes one, but not inside a code."""
    source = "🔑 /start https://a.example/b. @vera_k a@b.example #двор <code>/no</code> 1/2"
    _, entities = formatted(source, "HTML", None)

    assert [entity.type for entity in entities] == [
        "bot_command",
        "url",
        "mention",
        "email",
        "hashtag",
        "code",
    ]
    assert kinds(entities)[0] == ("bot_command", 3, 6)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
tags = st.sampled_from(["b", "i", "u", "s", "code", "tg-spoiler", "blockquote"])
pieces = st.recursive(
    words.map(html_decoration.quote),
    lambda inner: st.tuples(tags, st.lists(inner, max_size=3)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=8,
)


@given(words)
def test_quoted_text_comes_back_whole(text: str) -> None:
    """Whatever a person is called, quoting keeps it out of the mark-up."""
    assert parse_html(html_decoration.quote(text)) == (text, [])
    assert parse_html(f"<b>{html_decoration.quote(text)}</b>")[0] == text


@given(pieces)
def test_rendering_and_reading_are_inverse(source: str) -> None:
    """HTML made from a text and its entities reads as the same text and entities."""
    text, entities = parse_html(source)
    again, entities_again = parse_html(to_html(text, entities))

    assert again == text
    assert kinds(entities_again) == kinds(entities)
    assert text == re.sub(r"<[^>]+>", "", source).replace("&lt;", "<").replace("&gt;", ">").replace(
        "&amp;", "&"
    )


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(source: str) -> None:
    """Any text is either read, with entities inside it, or refused with a reason."""
    try:
        text, entities = parse_html(source)
    except ApiError as refusal:
        assert "can't parse entities" in refusal.description
    else:
        assert all(e.offset + e.length <= utf16_units(text) for e in entities)
