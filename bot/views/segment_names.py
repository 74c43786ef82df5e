"""Proposes short names for segments, from what sets each apart, in the reader's language."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from bot.views.name_phrases import Phrase, Sort, phrases_of
from bot.words import Words
from segmentation.run import Marker
from surveys.questions import Survey

NAME_CHARS_MAX = 40
ROOT_CHARS = 4  # Words that begin alike say one thing twice.


def propose_names(
    markers: Mapping[int, Sequence[Marker]],
    survey: Survey,
    language: str,
    taken: Collection[str] = (),
) -> dict[int, str]:
    """A name for each key, unlike each other and those `taken`, at most 40 characters long.

    Managers confirm or change them. Known traits ("quiet") have words in the catalogue; other
    scales lend their own statement, shortened; options lend their label.
    """
    used = {name.casefold() for name in taken}
    names = {}
    for key, marks in markers.items():
        name = next(n for n in _candidates(marks, survey, language) if n.casefold() not in used)
        used.add(name.casefold())
        names[key] = name
    return names


def marks_told(markers: Sequence[Marker], survey: Survey, language: str) -> list[str]:
    """What each marker says, in a few words: "Parking", "Less often: parking"."""
    words = Words(language)
    found = (phrase for marker in markers for phrase in phrases_of((marker,), survey, words))
    return [_shortened(_marked(phrase, words), NAME_CHARS_MAX) for phrase in found]


def _marked(phrase: Phrase, words: Words) -> str:
    if phrase.positive or phrase.sort not in {Sort.LESS, Sort.LESS_WANTED}:
        return _raised(phrase.said)
    return words("name-less", label=_lowered(phrase.said))


def _candidates(markers: Sequence[Marker], survey: Survey, language: str) -> Iterator[str]:
    """Names from the most to the least telling, without end."""
    words = Words(language)
    phrases = phrases_of(markers, survey, words)
    for first, second in combinations(phrases, 2):
        if _says_one_thing(first, second):
            continue
        pairs = (_pair(first, second, words), _pair(_bare(first), _bare(second), words))
        yield from [_raised(pair) for pair in pairs if len(pair) <= NAME_CHARS_MAX][:1]
    names = [_single(phrase, words) for phrase in phrases]
    yield from names
    plain = names[0] if names else words("name-plain")
    if not names:
        yield plain
    number = 2
    while True:
        ending = f" · {number}"
        yield _shortened(plain, NAME_CHARS_MAX - len(ending)) + ending
        number += 1


def _pair(first: Phrase, second: Phrase, words: Words) -> str:
    """Two phrases as one; what they are for comes before what they are not."""
    if second.positive and not first.positive:
        first, second = second, first
    if first.sort is second.sort is Sort.WANTED:
        return words("name-first", label=_listed(first.said, second.said, words))
    return f"{_part(first, words)}, {_lowered(_part(second, words))}"


def _bare(phrase: Phrase) -> Phrase:
    """What is wanted as the option says it, where there is no room for more."""
    return replace(phrase, sort=Sort.TOLD) if phrase.sort is Sort.WANTED else phrase


def _listed(one: str, other: str, words: Words) -> str:
    """ "The lift and a ramp"; with a comma where either is a list itself."""
    between = words("name-and", one="", other="").strip()
    if between in one.split() or between in other.split() or "," in one + other:
        return f"{_lowered(one)}, {_lowered(other)}"
    return words("name-and", one=_lowered(one), other=_lowered(other))


def _part(phrase: Phrase, words: Words) -> str:
    match phrase.sort:
        case Sort.WANTED:
            return words("name-first", label=_lowered(phrase.said))
        case Sort.LESS_WANTED:
            return words("name-second", label=_lowered(phrase.said))
        case Sort.LESS:
            return words("name-seldom", label=_lowered(phrase.said))
    return phrase.said


def _single(phrase: Phrase, words: Words) -> str:
    """A phrase as a name by itself; a long option alone, rather than cut."""
    whole = _part(phrase, words)
    fits = len(whole) <= NAME_CHARS_MAX or phrase.sort is not Sort.WANTED
    return _shortened(_raised(whole if fits else phrase.said), NAME_CHARS_MAX)


def _says_one_thing(first: Phrase, second: Phrase) -> bool:
    """Whether a word of one begins like a word of the other: "a warm home, warmth in winter"."""
    roots = [
        {word[:ROOT_CHARS] for word in phrase.said.casefold().replace("ё", "е").split()}
        for phrase in (first, second)
    ]
    return any(len(root) == ROOT_CHARS for root in roots[0] & roots[1])


def _lowered(phrase: str) -> str:
    """The phrase inside a name; abbreviations and names with a capital inside keep theirs."""
    head = phrase.split(" ", 1)[0]
    keeps = len(head) > 1 and any(letter.isupper() for letter in head[1:])
    return phrase if keeps else phrase[:1].lower() + phrase[1:]


def _raised(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]


def _shortened(phrase: str, chars: int) -> str:
    if len(phrase) <= chars:
        return phrase
    cut = phrase[: chars - 2].rsplit(" ", 1)[0].rstrip(" ,;:—-")
    closing = "»" if "«" in cut else "”" if "“" in cut else ""
    return f"{cut}…{closing}"
