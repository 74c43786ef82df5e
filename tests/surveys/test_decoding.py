"""Text in the encodings of the spreadsheets hereabouts; what is a guess is called one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from surveys.decoding import Decoded, NotText, decoded

PEOPLE = "Имя;Квартира\nОлена Їжакевич;12\n«Пётр» – 40 кВт;13\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_says_its_letters_is_no_guess(encoding: str) -> None:
    assert decoded(PEOPLE.encode(encoding)) == Decoded(PEOPLE)


def test_cyrillic_as_windows_writes_it_is_read_and_called_a_guess() -> None:
    assert decoded(PEOPLE.encode("cp1251")) == Decoded(PEOPLE, guessed=True)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Двор и лавки", "koi8-r"),
        ("Двор и лавки", "cp866"),
        ("Café très bientôt", "cp1252"),
        ("Größe", "latin-1"),
    ],
)
def test_other_letters_are_refused_rather_than_garbled(text: str, encoding: str) -> None:
    with pytest.raises(NotText):
        decoded(text.encode(encoding))


def test_english_with_printed_quotes_needs_no_cyrillic() -> None:
    assert decoded("what’s “new”".encode("cp1251")) == Decoded("what’s “new”", guessed=True)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_are_not(content: bytes) -> None:
    try:
        decoded(content)
    except NotText:
        return
