"""Simulated people walk through a survey by random answers: who gets through, and what nobody sees.

They answer what is asked, through the real engine, as long as some answer is taken. How long it
takes is an estimate from the words to read and the kind of each answer.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from random import Random
from statistics import median

from surveys import engine
from surveys.engine import AnswerRejected, Response
from surveys.lots import SEED_MAX
from surveys.maxdiff.asking import sets_of
from surveys.offering import said_of
from surveys.outlines import source_of
from surveys.questions import (
    ContactQuestion,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Survey,
    choices_of,
)
from surveys.replies import TappedDone
from surveys.text import Text
from surveys.ticks import places_of
from use_cases.authoring.random_replies import random_replies

WORDS_A_MINUTE = 200  # Silent reading of plain text on a phone.
SECONDS_A_TAP = 2.5
SECONDS_A_TYPED_ANSWER = 8.0
SECONDS_IN_ONES_OWN_WORDS = 25.0
TRIES_MAX = 60  # Of random answers, before somebody counts as stuck.


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsal:
    """What became of so many simulated people; `minutes` is the median of those who completed."""

    people: int
    seed: int
    completed: int
    stuck_at: Mapping[QuestionKey, int]
    minutes: float | None
    asked: Mapping[QuestionKey, int]  # How many of them met each question.
    never_reached: tuple[QuestionKey, ...]

    @property
    def stuck(self) -> int:
        return sum(self.stuck_at.values())


def rehearse(survey: Survey, *, people: int, seed: int, today: date) -> Rehearsal:
    """Let that many people walk through the survey; the same seed gives the same walks."""
    dice = Random(seed)
    stuck: Counter[QuestionKey] = Counter()
    asked: Counter[QuestionKey] = Counter()
    minutes: list[float] = []
    for _ in range(people):
        walk = _Walk(survey, dice, today)
        met = list(walk.questions())
        asked.update(question.key for question in met)
        if walk.response.current is not None:
            stuck[walk.response.current] += 1
        else:
            minutes.append(sum(_seconds(question) for question in met) / 60)
    return Rehearsal(
        people=people,
        seed=seed,
        completed=len(minutes),
        stuck_at=dict(stuck),
        minutes=round(median(minutes), 2) if minutes else None,
        asked=dict(asked),
        never_reached=_never_reached(survey, asked),
    )


def _never_reached(survey: Survey, asked: Mapping[QuestionKey, int]) -> tuple[QuestionKey, ...]:
    """What nobody was asked; of a loop's question, only where nobody was asked about anything."""
    reached = {source_of(key) for key in asked}
    listed = dict.fromkeys(QuestionKey(source_of(each.key)) for each in survey.questions)
    return tuple(key for key in listed if key not in reached)


class _Walk:
    """One person's way, to the end or to where no answer is taken."""

    def __init__(self, survey: Survey, dice: Random, today: date) -> None:
        self.survey, self.dice, self.today = survey, dice, today
        seed = dice.randrange(SEED_MAX) if survey.draws_lots else 0
        self.response: Response = engine.begin(survey, today=today, seed=seed)

    def questions(self) -> Iterator[Question]:
        asked: Question | None = None
        while (question := engine.current_question(self.survey, self.response)) is not None:
            if question is not asked:  # Of best and worst, one tap after another.
                yield question
            asked = question
            if not self._answer(question):
                return

    def _answer(self, question: Question) -> bool:
        shown = engine.question_shown(self.survey, self.response, question)
        replies = random_replies(shown, self.dice, self.today)
        for wanted, _ in zip(replies, range(TRIES_MAX), strict=False):
            reply = said_of(wanted, shown, question)
            step = engine.take_reply(self.survey, self.response, question.key, reply)
            if not any(isinstance(event, AnswerRejected) for event in step.events):
                self.response = self._no_more_words(step.response, question)
                return True
        return False

    def _no_more_words(self, response: Response, question: Question) -> Response:
        """One message is all that simulated people say to an open question."""
        if not response.collects:
            return response
        return engine.take_reply(self.survey, response, question.key, TappedDone()).response


def _seconds(question: Question) -> float:
    """How long reading and answering takes."""
    choices = choices_of(question)
    read = sum(_words(text) for text in (question.prompt, question.hint) if text is not None)
    read += sum(_words(choice.label) for choice in choices)
    return read * 60 / WORDS_A_MINUTE + _seconds_to_answer(question)


def _seconds_to_answer(question: Question) -> float:
    match question:
        case OpenQuestion():
            return SECONDS_IN_ONES_OWN_WORDS
        case Ranking():
            return SECONDS_A_TAP * (places_of(question) + 1)
        case MaxDiff():
            return SECONDS_A_TAP * 4 * len(sets_of(question, 0))
        case MultipleChoice(picks_min=least):
            return SECONDS_A_TAP * (max(least, 1) + 1)
        case Note() | LocationQuestion() | ContactQuestion():
            return SECONDS_A_TAP
        case MediaQuestion():
            return SECONDS_IN_ONES_OWN_WORDS
    taps = bool(choices_of(question)) or hasattr(question, "gauge")
    return SECONDS_A_TAP if taps else SECONDS_A_TYPED_ANSWER


def _words(text: Text) -> int:
    """In the author's first language."""
    return len(next(iter(text.by_language.values()), "").split())
