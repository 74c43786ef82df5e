"""A manager's words reach each recipient as they were meant."""

from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaigns.template import (
    MESSAGE_UNITS_MAX,
    Filling,
    Placeholder,
    Template,
    TemplateFault,
    TemplateFaultKind,
    as_read,
    missing,
    read_template,
    render,
    units,
)

awkward = st.text(st.sampled_from("aЖ <>&\"'{}|,.!\n\t😀ё;#"), max_size=60) | st.text(max_size=60)
VERA = Filling(name="Вера", points=50, segment="Ценят тишину", house="Садовая, 5")


def template(text: str) -> Template:
    read = read_template(text)
    assert isinstance(read, Template), read
    return read


def faults(text: str) -> list[TemplateFault]:
    read = read_template(text)
    assert isinstance(read, list), read
    return read


class Tags(HTMLParser):
    """Counts whatever a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_comment(self, data: str) -> None:
        self.tags.append(data)


def escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


@given(text=awkward.filter(str.strip))
def test_a_text_without_placeholders_arrives_as_it_was_typed(text: str) -> None:
    """Braces doubled, the rest typed plainly: what arrives is exactly that."""
    assert text == unescape(render(template(escaped(text)), Filling()))


@given(text=awkward, name=awkward, fallback=st.sampled_from(["", "|neighbour", "|<b>"]))
def test_whatever_is_filled_in_never_becomes_markup(text: str, name: str, fallback: str) -> None:
    """A name like <b> neither breaks the message nor makes it bold."""
    sent = render(template(f"{escaped(text)}{{name{fallback}}}!"), Filling(name=name))

    reader = Tags()
    reader.feed(sent)
    assert reader.tags == []
    assert "<" not in sent and ">" not in sent


@given(text=awkward)
def test_any_text_is_a_template_or_has_faults_in_it(text: str) -> None:
    """Reading never breaks, and every fault points into the text."""
    read = read_template(text)

    if isinstance(read, list):
        assert read and all(0 <= fault.position <= len(text) for fault in read)
    else:
        assert isinstance(render(read, VERA), str)


def test_every_placeholder_is_filled() -> None:
    """Name, points, segment and house, spelled generously."""
    message = template("{name}, {Points} б., «{ segment }», {house} {{так}}")

    assert render(message, VERA) == "Вера, 50 б., «Ценят тишину», Садовая, 5 {так}"


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ("Здравствуйте, {name}!", "Здравствуйте!"),
        ("{name}, добрый день!", "Добрый день!"),
        ("Привет!\n{name}, лифт починили.", "Привет!\nЛифт починили."),
        ("Уважаемый, {name}, лифт починили.", "Уважаемый, лифт починили."),
        ("Здравствуйте {name}!", "Здравствуйте!"),
        ("Письмо для {name} из дома", "Письмо для из дома"),
        ("{name} здравствуйте", "здравствуйте"),
        ("Пишет дом, {name}", "Пишет дом"),
        ("{name}", ""),
        ("Дом, {name}, {house}!", "Дом, Садовая!"),
        ("{name}{house}", "Садовая"),
        ("{name|сосед}, добрый день!", "сосед, добрый день!"),
        ("Здравствуйте, {name|}!", "Здравствуйте!"),
    ],
)
def test_a_missing_name_is_left_out_with_its_comma(text: str, arrives: str) -> None:
    """Somebody without a name reads a whole sentence all the same."""
    assert arrives == render(template(text), Filling(name="  ", house="Садовая"))


def test_only_gaps_without_a_fallback_count_as_missing() -> None:
    """A fallback, an empty one too, says that the manager thought of it."""
    nameless = Filling(points=0, house="Садовая")

    assert {Placeholder.NAME} == missing(template("Hi {name}"), nameless)
    assert not missing(template("Hi {name|neighbour}"), nameless)
    assert not missing(template("Hi {name|}"), nameless)
    assert not missing(template("You have {points}"), nameless)
    assert {Placeholder.SEGMENT} == missing(template("{segment} {house}"), nameless)


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("nmae", Placeholder.NAME),
        ("имя", Placeholder.NAME),
        ("Баллы", Placeholder.POINTS),
        ("segmnt", Placeholder.SEGMENT),
        ("будинок", Placeholder.HOUSE),
        ("weather", None),
        ("", None),
    ],
)
def test_an_unknown_placeholder_is_named_with_what_was_meant(
    written: str, suggestion: Placeholder | None
) -> None:
    """A typing mistake is answered with its place and the right word."""
    expected = TemplateFault(
        kind=TemplateFaultKind.UNKNOWN_PLACEHOLDER,
        position=3,
        found=written,
        suggestion=suggestion,
    )

    assert [expected] == faults(f"Hi {{{written}}}!")


def test_all_faults_are_told_at_once() -> None:
    """Stray, unclosed and unknown, each at its place."""
    found = [(fault.kind.value, fault.position) for fault in faults("a } {x} {name\n{name")]

    assert found == [
        ("stray_brace", 2),
        ("unknown_placeholder", 4),
        ("unclosed_brace", 8),
        ("unclosed_brace", 14),
    ]


def test_an_empty_text_is_no_message() -> None:
    """Spaces alone cannot be sent."""
    assert [fault.kind for fault in faults(" \n")] == [TemplateFaultKind.EMPTY]


def test_the_limit_counts_as_telegram_does() -> None:
    """An emoji counts twice; at the limit a message is fine, beyond it is not."""
    assert 2 == units("😀") == len("😀".encode("utf-16-le")) // 2
    assert template("😀" * (MESSAGE_UNITS_MAX // 2))
    assert [fault.kind for fault in faults("😀" * (MESSAGE_UNITS_MAX // 2) + ".")] == [
        TemplateFaultKind.TOO_LONG
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{name|Здравствуйте}, спасибо за ответы!", "Здравствуйте, спасибо за ответы!"),
        ("Здравствуйте, {name}! Тише & теплее", "Здравствуйте! Тише & теплее"),
        ("У вас {points} баллов, {segment|соседи}.", "У вас … баллов, соседи."),
        ("Скобка {{ остаётся", "Скобка { остаётся"),
    ],
)
def test_a_letter_is_shown_as_somebody_unknown_reads_it(written: str, read: str) -> None:
    """No braces in reports; what differs from person to person is a gap that can be seen."""
    assert as_read(written) == read
