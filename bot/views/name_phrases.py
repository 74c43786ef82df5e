"""What sets a segment apart as short phrases of a name, in the reader's language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from bot.words import Words
from segmentation.run import Direction, Marker
from segmentation.values import PLACE_MARK, SCORE_MARK
from surveys.piping import without_answers
from surveys.questions import (
    NO,
    Basis,
    Choice,
    MaxDiff,
    MultipleChoice,
    NumberQuestion,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    YesNo,
    choices_of,
)
from surveys.text import Text

PHRASES_MAX = 4
LITTLE_OF = {"greenery", "price", "safety", "warmth", "comfort"}
"""Traits whose other end is only a want of them; that of "quiet" is a liking of its own."""
ASKS_WHAT_MATTERS = {Basis.NEEDS, Basis.BENEFITS}
_ASIDE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PICTURE = re.compile(r"[^\w\s\"«»“”'’.,:;!?%+&/()\[\]№#@*–—-]+")


class Sort(Enum):
    """How a phrase becomes part of a name."""

    TOLD = auto()  # It stands as it is.
    WANTED = auto()  # An option that these people find important.
    LESS_WANTED = auto()
    LESS = auto()  # An option that fewer of them choose.


@dataclass(frozen=True, slots=True)
class Phrase:
    """`said` is the trait, the option, or the statement in quotes with what is said of it."""

    sort: Sort
    said: str
    positive: bool = True


def phrases_of(markers: Sequence[Marker], survey: Survey, words: Words) -> list[Phrase]:
    """A phrase for each of the strongest markers, one for each trait and option: first known
    traits and what is chosen more often, then statements, then what is chosen less often."""
    found: dict[tuple[str, str | None], tuple[int, float, str, Phrase]] = {}
    for marker in markers:
        question, option = _asked(marker, survey)
        told = _phrase(marker, question, option, words) if question is not None else None
        if question is None or told is None:
            continue
        rank, about, phrase = told
        entry = (rank, -abs(marker.effect), phrase.said, phrase)
        found[about] = min(found.get(about, entry), entry, key=lambda each: each[:3])
    ranked = sorted(found.values(), key=lambda each: each[:3])
    return [phrase for *_, phrase in ranked[:PHRASES_MAX]]


About = tuple[str, str | None]


def _phrase(
    marker: Marker, question: Question, option: str | None, words: Words
) -> tuple[int, About, Phrase] | None:
    """How telling it is (0 is most), what it is about, and the phrase."""
    more = marker.direction is Direction.MORE
    match question:
        case YesNo():
            agreed = more != (marker.option == NO)
            kind = "name-for" if marker.option is None else "name-says"
            return 1, (str(question.key), None), _stated(question, agreed, kind, words)
        case SingleChoice() if marker.option is None:
            return 1, (str(question.key), None), _stated(question, more, "name-for", words)
        case SingleChoice() | MultipleChoice() | Ranking() | MaxDiff():
            choice = next((c for c in choices_of(question) if c.key == option), None)
            if choice is None:
                return None
            about, rank = (str(question.key), option), 0 if more else 2
            return rank, about, _picked(question, choice, more, words)
        case _:
            return _scaled(marker, question, more, words)


def _picked(question: Question, choice: Choice, more: bool, words: Words) -> Phrase:
    label = _bare(choice.label, words)
    wanted = question.basis in ASKS_WHAT_MATTERS and not choice.exclusive
    wanted = wanted and not label.startswith(("«", "“"))  # A theme is what is spoken of.
    if more:
        return Phrase(Sort.WANTED if wanted else Sort.TOLD, label)
    return Phrase(Sort.LESS_WANTED if wanted else Sort.LESS, label, positive=False)


def _scaled(
    marker: Marker, question: Question, more: bool, words: Words
) -> tuple[int, About, Phrase]:
    turned = isinstance(question, Scale) and question.reversed and not _is_score(marker)
    trait = f"trait-{question.construct}-{'more' if more != turned else 'less'}"
    if question.construct is not None and words.has(trait):
        positive = more != turned or question.construct not in LITTLE_OF
        return 0, (question.construct, None), Phrase(Sort.TOLD, words(trait), positive)
    asked = isinstance(question, NumberQuestion) or _prompt(question, words).endswith("?")
    kind = "name-higher" if asked else "name-agree"
    return 1, (question.construct or str(marker.item), None), _stated(question, more, kind, words)


def _stated(question: Question, more: bool, kind: str, words: Words) -> Phrase:
    """The statement in quotes after what these people say of it; `kind` is the words for "more"."""
    other = {"name-higher": "name-lower", "name-for": "name-against", "name-agree": "name-disagree"}
    label = words.quoted(_prompt(question, words).rstrip(" .!"))
    if kind == "name-says":
        return Phrase(Sort.TOLD, words("name-says-yes" if more else "name-says-no", label=label))
    return Phrase(Sort.TOLD, words(kind if more else other[kind], label=label), positive=more)


def _prompt(question: Question, words: Words) -> str:
    return without_answers(question.prompt).in_language(words.language).strip()


def _bare(label: Text, words: Words) -> str:
    """An option without pictures, what stands in brackets, and its full stop."""
    whole = label.in_language(words.language)
    bare = " ".join(_PICTURE.sub(" ", _ASIDE.sub("", whole)).split()).strip(" .;,:")
    return bare or whole


def _is_score(marker: Marker) -> bool:
    return marker.item.startswith(SCORE_MARK)


def _asked(marker: Marker, survey: Survey) -> tuple[Question | None, str | None]:
    """The question that a marker is about, and which of its options.

    A score is about the first item that is not reversed; the place of an option in a ranking, or
    its worth, is named after both.
    """
    if _is_score(marker):
        scale = marker.item.removeprefix(SCORE_MARK)
        items = [q for q in survey.questions if isinstance(q, Scale) and q.construct == scale]
        return min(items, key=lambda item: item.reversed, default=None), None
    found = survey.question(marker.item)
    if found is None:
        key, _, option = marker.item.rpartition(PLACE_MARK)
        return survey.question(key), option
    return found, marker.option
