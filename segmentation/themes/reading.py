"""Own words in a table of answers become the themes that they speak of, so that they count.

A text without content speaks of no theme, which is an answer; an empty one is missing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from segmentation.themes.following import followed, numbered_after
from segmentation.themes.values import OtherEncoder, Sought, Themes
from segmentation.themes.wording import has_content, plain_text
from segmentation.values import AnswerTable, ItemKind, Recipe
from surveys.answers import Answer, Picked, Written
from surveys.questions import ChoiceKey, QuestionKey

if TYPE_CHECKING:
    from segmentation.run import SegmentationRun
    from segmentation.themes.vectors import Encoder

GROWTH = 1.5  # as many more answers, before themes that are known are looked for again


def read_themes(
    answers: AnswerTable, themes: Mapping[QuestionKey, Themes], encoder: "Encoder | None"
) -> AnswerTable:
    """The table with themes picked in the place of texts.

    Texts that cannot be compared, because the themes were found with another encoder, are missing.
    """
    read = {
        key: _read(answers.answers[key], found, encoder)
        for key, found in themes.items()
        if key in answers.answers
    }
    return replace(answers, answers={**answers.answers, **read}) if read else answers


def as_read(run: "SegmentationRun", answers: AnswerTable, encoder: "Encoder | None") -> AnswerTable:
    """The table with texts read by the themes of the run."""
    return read_themes(answers, run.themes, encoder)


def seek_themes(
    answers: AnswerTable,
    recipe: Recipe,
    previous: "SegmentationRun | None",
    encoder: "Encoder | None",
) -> tuple[AnswerTable, Recipe, dict[QuestionKey, Sought]]:
    """Find the themes of the recipe's open questions, and count them as answers.

    Items without themes are left out of the recipe. Themes of the previous run stay until there
    are GROWTH times as many answers; what is found then keeps the key of what it follows.
    """
    wanted = [item.key for item in recipe.items if item.kind is ItemKind.THEMES]
    if not wanted:
        return answers, recipe, {}
    before = previous.sought if previous is not None else {}
    sought = {
        key: _sought(_texts(answers, key), before.get(key), encoder, recipe.seed) for key in wanted
    }
    found = {key: each.themes for key, each in sought.items() if each.themes is not None}
    items = tuple(
        replace(item, options=found[item.key].keys) if item.key in found else item
        for item in recipe.items
        if item.kind is not ItemKind.THEMES or item.key in found
    )
    return read_themes(answers, found, encoder), replace(recipe, items=items), sought


def _sought(
    texts: Sequence[str], before: Sought | None, encoder: "Encoder | None", seed: int
) -> Sought:
    from segmentation.themes.finding import find_themes

    plain = [text for text in map(plain_text, texts) if text]
    here = Sought(answered=len(plain), told=sum(map(has_content, plain)))
    known = before.themes if before is not None else None
    name = encoder.name if encoder is not None else ""
    if known is not None and known.encoder != name:
        # Centres of two encoders cannot be compared: the themes begin anew, under new keys.
        found = find_themes(texts, encoder, seed)
        return replace(here, themes=numbered_after(found, known) if found is not None else None)
    if known is not None and here.told < GROWTH * known.told:
        return replace(here, themes=known)
    found = find_themes(texts, encoder, seed)
    if known is None:
        return replace(here, themes=found)
    if found is None:
        return replace(here, themes=known)  # What was shown once is not taken away by chance.
    return replace(here, themes=followed(found, known, plain, encoder))


def _texts(answers: AnswerTable, key: QuestionKey) -> list[str]:
    column = answers.answers.get(key, ())
    return [answer.text for answer in column if isinstance(answer, Written)]


def _read(
    column: Sequence[Answer | None], themes: Themes, encoder: "Encoder | None"
) -> tuple[Answer | None, ...]:
    written = [answer.text if isinstance(answer, Written) else "" for answer in column]
    try:
        told = themes.places_told_by(written, encoder)
    except OtherEncoder:
        return tuple(None if isinstance(answer, Written) else answer for answer in column)
    keys = themes.keys
    return tuple(
        answer
        if places is None
        else Picked(tuple(ChoiceKey(keys[place]) for place in sorted(places)))
        for answer, places in zip(column, told, strict=True)
    )
