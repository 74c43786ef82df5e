"""Faster than anybody reads: against the words of the question, and against everybody else."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import median

from surveys.paradata import Trace
from surveys.questions import Question, QuestionKey, Survey, choices_of

SIGNS_A_SECOND = {"ru": 40.0, "uk": 40.0, "en": 48.0}
"""Twice the silent reading speed of adults (about 1,200 signs a minute in Russian and Ukrainian,
1,450 in English, with spaces): nobody who reads is faster. Choices are skimmed, so half counts."""
TAP_SECONDS = 0.3
HASTY_SHARE = 0.5  # Of the questions, before a response counts as hurried.
QUESTIONS_MIN = 5
MEDIAN_SHARE = 0.3  # Of what others take for the same questions.
OTHERS_MIN = 10

Seconds = Mapping[QuestionKey, float]
"""What each question took, or needs at least, or takes most people."""


def reading_seconds(survey: Survey, language: str) -> Seconds:
    """The least time in which each question can be read and answered."""
    return {question.key: seconds_to_read(question, language) for question in survey.questions}


def seconds_to_read(question: Question, language: str) -> float:
    """The least time in which the question can be read and answered."""
    signs = len(question.prompt.in_language(language))
    signs += sum(len(choice.label.in_language(language)) for choice in choices_of(question)) // 2
    return signs / SIGNS_A_SECOND.get(language, SIGNS_A_SECOND["en"]) + TAP_SECONDS


def timed(traces: Mapping[QuestionKey, Trace]) -> Seconds:
    """The seconds that say something: a confirmed answer was never read as a question."""
    return {k: t.seconds for k, t in traces.items() if t.seconds > 0 and not t.confirmed}


def is_faster_than_reading(needed: Seconds, taken: Seconds) -> bool:
    """Whether most questions were answered before they could have been read."""
    known = [needed[key] > seconds for key, seconds in taken.items() if key in needed]
    return len(known) >= QUESTIONS_MIN and sum(known) >= HASTY_SHARE * len(known)


def usual_seconds(everybody: Iterable[Seconds]) -> Seconds:
    """The median time of each question that enough people answered."""
    taken: dict[QuestionKey, list[float]] = defaultdict(list)
    for seconds in everybody:
        for key, each in seconds.items():
            taken[key].append(each)
    return {key: median(each) for key, each in taken.items() if len(each) >= OTHERS_MIN}


def usual_of_counts(
    counted: Mapping[QuestionKey, Mapping[float, int]],
) -> Seconds:
    """As `usual_seconds`, from how many took so many seconds: nobody need hold them all."""
    found = {}
    for key, seconds in counted.items():
        people, before = sum(seconds.values()), 0
        if people < OTHERS_MIN:
            continue
        halves: list[float] = []  # The one in the middle, or the two.
        for second in sorted(seconds):
            before += seconds[second]
            if len(halves) == 0 and 2 * before >= people:
                halves.append(second)
            if 2 * before > people:
                halves.append(second)
                break
        found[key] = (halves[0] + halves[-1]) / 2
    return found


def is_faster_than_others(taken: Seconds, usual: Seconds) -> bool:
    """Whether all together took less than a third of what the same questions take others."""
    known, took, usually = 0, 0.0, 0.0
    for key, seconds in taken.items():
        if key in usual:
            known += 1
            took += seconds
            usually += usual[key]
    return known >= QUESTIONS_MIN and took < MEDIAN_SHARE * usually
