"""Picks a few open answers of a segment that may be shown to others."""

from collections.abc import Iterator, Mapping, Sequence

from surveys.answers import Answer, words_in
from surveys.masking import MASK, mask
from surveys.piping import without_answers
from surveys.questions import OpenQuestion, Question, QuestionKey, Survey, other_of
from use_cases.reporting.suppression import FEW
from use_cases.reporting.values import Quote

QUOTES_MAX = 3
QUOTE_CHARS_MAX = 280
QUOTE_WORDS_MIN = 3  # "Не знаю" tells nothing.


def quotes_of(survey: Survey, members: Sequence[Mapping[QuestionKey, Answer]]) -> tuple[Quote, ...]:
    """Up to three quotes from `members`, the most typical of whom come first.

    Only questions that at least five members answered in words; each question in turn, so that the
    quotes do not all answer one; nobody is quoted twice.
    """
    questions = [q for q in survey.questions if isinstance(q, OpenQuestion) or other_of(q)]
    waiting = [(question, _spoken(question, members)) for question in questions]
    heard: set[int] = set()
    found: list[Quote] = []
    while waiting and len(found) < QUOTES_MAX:
        question, spoken = waiting.pop(0)
        known = {quote.words.casefold() for quote in found}
        fresh = ((p, w) for p, w in spoken if p not in heard and w.casefold() not in known)
        person, words = next(fresh, (None, ""))
        if person is None:
            continue
        heard.add(person)
        found.append(Quote(without_answers(question.prompt), words))
        waiting.append((question, spoken))
    return tuple(found)


def _spoken(
    question: Question, members: Sequence[Mapping[QuestionKey, Answer]]
) -> Iterator[tuple[int, str]]:
    """Who said something worth showing, masked; nobody where fewer than five spoke at all."""
    said = [
        (place, words)
        for place, answers in enumerate(members)
        if (words := words_in(answers.get(question.key))) and words.strip()
    ]
    for place, text in said if len(said) >= FEW else ():
        words = _shortened(mask(" ".join(text.split())))
        if _tells(words):
            yield place, words


def _tells(quote: str) -> bool:
    """Whether something is left to read."""
    words = quote.replace(MASK, " ").split()
    return sum(1 for word in words if any(map(str.isalpha, word))) >= QUOTE_WORDS_MIN


def _shortened(words: str) -> str:
    if len(words) <= QUOTE_CHARS_MAX:
        return words
    return words[: QUOTE_CHARS_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
