"""Earlier answers put into texts: ``${people}`` in a prompt becomes what was answered."""

import re
from collections.abc import Callable, Iterator, Mapping

from surveys.questions import Question, Scale, Survey
from surveys.text import Text

_ANY_PLACE = re.compile(r"\$\{\s*([^{}]+?)\s*\}")
_PLACE = re.compile(r"\$\{\s*([a-z0-9_-]{1,32}(?:\[[a-z0-9_-]{1,32}\]){0,3}(?:\.other)?)\s*\}")
OTHER = ".other"
"""Behind a key: the words that came with "other: please say"."""


def placeholders(text: Text) -> tuple[str, ...]:
    """The keys that the text asks for, in whatever language, each once."""
    words = "\n".join(text.by_language.values())
    keys = (key.removesuffix(OTHER) for key in _PLACE.findall(words))
    return tuple(dict.fromkeys(keys))


def filled(words: str, say: Callable[[str], str]) -> str:
    """The words with every placeholder replaced by what `say` says of its key."""
    return _PLACE.sub(lambda found: say(found[1]), words)


def renamed(words: str, keys: Mapping[str, str]) -> str:
    """The words with other keys in the placeholders; names that are in nobody's list stay."""

    def instead(found: re.Match[str]) -> str:
        return "${" + keys[found[1]] + "}" if found[1] in keys else found[0]

    return _ANY_PLACE.sub(instead, words)


def rewritten(words: str, keys: Mapping[str, str], said: Mapping[str, str]) -> str:
    """The words with other keys in the placeholders, and what is known already put in."""

    def instead(found: re.Match[str]) -> str:
        key = found[1].removesuffix(OTHER)
        if key in said:
            return said[key]
        return found[0].replace(key, keys[key], 1) if key in keys else found[0]

    return _PLACE.sub(instead, words)


def without_answers(text: Text) -> Text:
    """The text for those who read about many people: "…" where each had their own answer."""
    if not placeholders(text):
        return text
    return Text({language: _PLACE.sub("…", words) for language, words in text.by_language.items()})


def texts_with_answers(question: Question) -> Iterator[tuple[str, Text]]:
    """The texts of a question into which answers can be put, each with its place in a file."""
    battery = question.battery if isinstance(question, Scale) else None
    for place, text in (
        ("prompt", question.prompt),
        ("battery", battery.stem if battery is not None else None),
        ("hint", question.hint),
        ("constraint_message", question.constraint_message),
    ):
        if text is not None:
            yield place, text


def survey_texts_with_answers(survey: Survey) -> Iterator[tuple[str, Text]]:
    """The texts beside the questions into which answers can be put."""
    if survey.thanks is not None:
        yield "thanks", survey.thanks
