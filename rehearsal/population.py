"""The simulated residents of the demo: nobody real stands behind them, and one seed makes them.

How they are drawn
------------------
- Each household has a latent kind (`households.py`). Most are of one kind; MIXED_SHARE of them are
  undecided mixtures, whose every answer comes from one of two kinds by the toss of a coin.
- A scale answer is the kind's mean on the construct (turned round for reversed statements), plus
  the household's own leaning on that construct, plus its habit of agreeing, plus noise, rounded to
  the nearest point. Importance from 0 to 10 is drawn in the same way.
- Needs are ticked by chance, each on its own, at most as many as the survey allows.
- Open answers are drawn from sayings of the kind in the person's language, and so is the language.
- Optional questions are skipped by chance. Some people stop in the middle, some never consent, some
  fall silent, and some close the bot after they have answered.

The truth is kept apart from what the bot is told: it serves only to compare segments with it. How
well the ways of living are found depends on the draw: over five seeds the adjusted Rand index lay
at 0.64 (three segments found where four kinds were drawn), 0.85, 0.87, 0.90 and 0.90. SEED is that
of the second.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from rehearsal.crowd import Newcomer
from rehearsal.households import SHARES, TENDENCIES, Kind
from rehearsal.resident import End, Intent
from rehearsal.sayings import FIRST_NAMES, FIX_FIRST, LIKES
from surveys.answers import Answer, Chosen, Counted, Picked, Rated, Skipped, Written
from surveys.questions import (
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)

SEED = 3
LANGUAGE_SHARES = {"ru": 0.5, "uk": 0.3, "en": 0.2}
MIXED_SHARE = 0.12
LEANING_SD = 0.5  # Of a household on one construct, in points of a 1-5 scale.
AGREEING_SD = 0.25  # Of a household on all statements.
NOISE_SD = 0.8  # Of a single answer.
WIDE_STRETCH = 2.0  # The noise on a 0-10 scale against that on a 1-5 scale.
SKIP_SHARE = 0.25  # Of optional questions.
UNFINISHED_SHARE = 0.04
DECLINED_SHARE = 0.02
SILENT_SHARE = 0.02
BLOCKING_SHARE = 0.03
PEOPLE_BY_HOUSEHOLD = {
    "alone": (1, 1), "couple": (2, 2), "small_children": (3, 5), "schoolchildren": (3, 5),
    "relatives": (3, 6), "flatmates": (2, 4),
}  # fmt: skip
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """One simulated resident: the kinds behind the answers (two for a mixture), and the visit."""

    kinds: tuple[Kind, ...]
    newcomer: Newcomer

    @property
    def truth(self) -> Kind | None:
        """The kind of a household that is of one kind."""
        return self.kinds[0] if len(self.kinds) == 1 else None


def draw_population(survey: Survey, people: int, seed: int = SEED) -> list[Simulated]:
    """Equal arguments give equal people."""
    dice = Random(seed)
    return [_Draw(survey, dice).resident() for _ in range(people)]


class _Draw:
    """One resident in the making."""

    def __init__(self, survey: Survey, dice: Random) -> None:
        self.survey, self.dice = survey, dice
        first = _one_of(SHARES, dice)
        self.kinds: tuple[Kind, ...] = (first,)
        if dice.random() < MIXED_SHARE:
            self.kinds = (first, dice.choice([kind for kind in Kind if kind is not first]))
        self.language = _one_of(LANGUAGE_SHARES, dice)
        self.agreeing = dice.gauss(0, AGREEING_SD)
        self.leanings: dict[str, float] = {}
        self.household = _one_of(TENDENCIES[first].households, dice)

    def resident(self) -> Simulated:
        """The whole person."""
        answers = {question.key: self._answer(question) for question in self.survey.questions}
        newcomer = Newcomer(
            first_name=self.dice.choice(FIRST_NAMES[self.language]),
            language=self.language,
            intent=self._intent(answers),
        )
        return Simulated(kinds=self.kinds, newcomer=newcomer)

    def _intent(self, answers: Mapping[QuestionKey, Answer]) -> Intent:
        fate, threshold = self.dice.random(), 0.0
        ends = ((End.DECLINED, DECLINED_SHARE), (End.SILENT, SILENT_SHARE))
        for end, share in (*ends, (End.UNFINISHED, UNFINISHED_SHARE)):
            threshold += share
            if fate < threshold:
                stop = self.dice.randrange(1, len(self.survey.questions))
                return Intent(
                    answers=answers, end=end, stops_at=stop if end is End.UNFINISHED else None
                )
        return Intent(answers=answers, blocks=self.dice.random() < BLOCKING_SHARE)

    def _answer(self, question: Question) -> Answer:
        if question.optional and self.dice.random() < SKIP_SHARE:
            return Skipped()
        kind = self.dice.choice(self.kinds)
        match question:
            case Scale():
                return Rated(self._rating(question, kind))
            case MultipleChoice():
                return self._picks(question, kind)
            case SingleChoice():
                return self._choice(question, kind)
            case NumberQuestion():
                return Counted(self.dice.randint(*PEOPLE_BY_HOUSEHOLD[self.household]))
            case OpenQuestion():
                said = FIX_FIRST[kind] if question.key == "fix_first" else LIKES
                return Written(self.dice.choice(said[self.language]))
        raise ValueError(f"nobody in this house knows how to answer {question.key}")

    def _rating(self, question: Scale, kind: Kind) -> int:
        tendency, construct = TENDENCIES[kind], question.construct
        if construct is None or construct not in tendency.traits:
            mean = tendency.importance[question.key]
            wished = mean + self.dice.gauss(0, NOISE_SD * WIDE_STRETCH)
        else:
            trait = tendency.traits[construct] + self._leaning(construct)
            place = question.low + question.high - trait if question.reversed else trait
            wished = place + self.agreeing + self.dice.gauss(0, NOISE_SD)
        return min(max(round(wished), question.low), question.high)

    def _leaning(self, construct: str) -> float:
        """The household's own leaning on a construct, the same in all its statements."""
        if construct not in self.leanings:
            self.leanings[construct] = self.dice.gauss(0, LEANING_SD)
        return self.leanings[construct]

    def _picks(self, question: MultipleChoice, kind: Kind) -> Picked:
        chances = TENDENCIES[kind].needs
        offered = {choice.key: choice for choice in question.choices}
        alone = [key for key, choice in offered.items() if choice.exclusive]
        if alone and self.dice.random() < chances[alone[0]]:
            return Picked((alone[0],))
        several = [key for key in offered if key not in alone]
        ticked = [key for key in several if self.dice.random() < chances[key]]
        most = question.picks_max or len(several)
        if len(ticked) > most:
            ticked = sorted(self.dice.sample(ticked, most), key=several.index)
        return Picked(tuple(ticked) or (max(several, key=lambda key: chances[key]),))

    def _choice(self, question: SingleChoice, kind: Kind) -> Chosen:
        wished = self.household
        if question.key == "age":
            wished = _one_of(TENDENCIES[kind].ages, self.dice)
        return Chosen(next(choice.key for choice in question.choices if choice.key == wished))


def truth_of(population: Sequence[Simulated], telegram_ids: Sequence[int]) -> dict[int, Kind]:
    """The kind by Telegram id, of those who are of one kind."""
    pairs = zip(telegram_ids, population, strict=True)
    return {person: each.truth for person, each in pairs if each.truth is not None}


def _one_of(chances: Mapping[Key, float], dice: Random) -> Key:
    return dice.choices(list(chances), weights=list(chances.values()))[0]
