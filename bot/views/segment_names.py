"""Proposes short names for segments, from what sets each apart, in the reader's language."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from bot.words import Words
from segmentation.run import Direction, Marker
from segmentation.values import PLACE_MARK, SCORE_MARK
from surveys.questions import (
    NO,
    MaxDiff,
    MultipleChoice,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    YesNo,
)

NAME_CHARS_MAX = 40
MARKERS_READ_MAX = 4


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


def _candidates(markers: Sequence[Marker], survey: Survey, language: str) -> Iterator[str]:
    """Names from the most to the least telling, without end."""
    words = Words(language)
    phrases = _phrases(markers, survey, words)
    for first, second in combinations(phrases, 2):
        pair = f"{first}, {_lowered(second)}"
        if len(pair) <= NAME_CHARS_MAX:
            yield pair
    yield from phrases
    plain = phrases[0] if phrases else words("name-plain")
    if not phrases:
        yield plain
    number = 2
    while True:
        ending = f" · {number}"
        yield _shortened(plain, NAME_CHARS_MAX - len(ending)) + ending
        number += 1


def _phrases(markers: Sequence[Marker], survey: Survey, words: Words) -> list[str]:
    """A phrase for each of the strongest markers; one for each trait and option."""
    found: dict[tuple[str, str | None], tuple[int, float, str]] = {}
    for marker in markers:
        question, option = _asked(marker, survey)
        if question is None:
            continue
        more = marker.direction is Direction.MORE
        if isinstance(question, YesNo) and marker.option == NO:
            more = not more
        about: tuple[str, str | None]
        match question:
            case SingleChoice() | YesNo() if marker.option is None:
                label = question.prompt.in_language(words.language).rstrip(" .!")
                phrase = words("name-for" if more else "name-against", label=f"«{label}»")
                about, rank = (str(question.key), marker.option), 1
            case (
                SingleChoice(choices=choices)
                | MultipleChoice(choices=choices)
                | Ranking(choices=choices)
                | MaxDiff(choices=choices)
            ):
                choice = next((c for c in choices if c.key == option), None)
                if choice is None:
                    continue
                label = choice.label.in_language(words.language)
                phrase = label if more else words("name-less", label=label)
                about, rank = (str(question.key), option), 0 if more else 2
            case _:
                backwards = (
                    isinstance(question, Scale) and question.reversed and not _is_score(marker)
                )
                trait = f"trait-{question.construct}-{'more' if more != backwards else 'less'}"
                label = question.prompt.in_language(words.language).rstrip(" .!")
                rest = words("name-higher" if more else "name-lower", label=f"«{label}»")
                known = question.construct is not None and words.has(trait)
                phrase = words(trait) if known else rest
                about = (question.construct or str(marker.item), None)
                rank = 0 if known else 1
        entry = (rank, -abs(marker.effect), _shortened(phrase, NAME_CHARS_MAX))
        found[about] = min(found.get(about, entry), entry)
    return [phrase for _, _, phrase in sorted(found.values())[:MARKERS_READ_MAX]]


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


def _lowered(phrase: str) -> str:
    """The phrase as the second one of a name; abbreviations keep their capitals."""
    head = phrase.split(" ", 1)[0]
    return phrase if head.isupper() and len(head) > 1 else phrase[:1].lower() + phrase[1:]


def _shortened(phrase: str, chars: int) -> str:
    if len(phrase) <= chars:
        return phrase
    cut = phrase[: chars - 2].rsplit(" ", 1)[0].rstrip(" ,;:—-")
    return cut + ("…»" if "«" in cut else "…")
