"""Picks a few open answers of a segment that may be shown to others."""

from collections.abc import Mapping, Sequence

from surveys.answers import Answer, Written
from surveys.masking import MASK, mask
from surveys.questions import OpenQuestion, QuestionKey, Survey
from use_cases.report_values import Quote
from use_cases.suppression import FEW

QUOTES_MAX = 3
QUOTE_CHARS_MAX = 280
QUOTE_WORDS_MIN = 3  # "Не знаю" tells nothing.


def quotes_of(survey: Survey, members: Sequence[Mapping[QuestionKey, Answer]]) -> tuple[Quote, ...]:
    """Up to three quotes from `members`, the most typical of whom come first.

    Only questions that at least five members answered in words; each question in turn, so that the
    quotes do not all answer one; nobody is quoted twice.
    """
    heard: set[int] = set()
    seen: set[str] = set()
    found: list[Quote] = []
    questions = [q for q in survey.questions if isinstance(q, OpenQuestion)]
    spoken = {q.key: _spoken(q, members) for q in questions}
    while len(found) < QUOTES_MAX:
        before = len(found)
        for question in questions:
            for person, words in spoken[question.key]:
                if person not in heard and words.casefold() not in seen:
                    heard.add(person)
                    seen.add(words.casefold())
                    found.append(Quote(question.prompt, words))
                    break
        if len(found) == before:
            break
    return tuple(found[:QUOTES_MAX])


def _spoken(
    question: OpenQuestion, members: Sequence[Mapping[QuestionKey, Answer]]
) -> list[tuple[int, str]]:
    """Who said something worth showing, masked; nobody where fewer than five spoke at all."""
    said = [
        (place, answer.text)
        for place, answers in enumerate(members)
        if isinstance(answer := answers.get(question.key), Written) and answer.text.strip()
    ]
    if len(said) < FEW:
        return []
    masked = ((place, _shortened(mask(" ".join(text.split())))) for place, text in said)
    return [(place, words) for place, words in masked if _tells(words)]


def _tells(quote: str) -> bool:
    """Whether something is left to read."""
    words = quote.replace(MASK, " ").split()
    return sum(1 for word in words if any(map(str.isalpha, word))) >= QUOTE_WORDS_MIN


def _shortened(words: str) -> str:
    if len(words) <= QUOTE_CHARS_MAX:
        return words
    return words[: QUOTE_CHARS_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
