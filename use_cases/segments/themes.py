"""What people say in own words, where it counts: themes in words, and the texts still to be read.

Reading a text takes a model of language. Whoever completes a survey stands in its segments at once
by everything that needs none; their words are read a moment later, and they are placed again.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from segmentation.run import SegmentationRun
from segmentation.values import AnswerTable
from surveys.answers import Answer
from surveys.questions import (
    Choice,
    ChoiceKey,
    MultipleChoice,
    OpenQuestion,
    Question,
    QuestionKey,
    Survey,
)
from surveys.routing import counted_answers
from surveys.text import Text
from use_cases.ports import Clock, OpenWork, UnitOfWork
from use_cases.records import StoredRun
from use_cases.segments.placing import has_texts, membership, read_run

PEOPLE_AT_ONCE = 200  # whose texts are read together: nobody waits long for them

Given = Mapping[QuestionKey, Answer]
Read = Callable[[SegmentationRun, AnswerTable], Awaitable[AnswerTable]]
"""Runs segmentation.themes.reading.as_read somewhere that does not hold up the bot."""


def themed(question: Question, run: SegmentationRun | None) -> Question:
    """An open question as if its themes had been choices to tick; any other one as it is."""
    found = run.themes.get(question.key) if run is not None else None
    if found is None or not isinstance(question, OpenQuestion):
        return question
    choices = tuple(
        Choice(key=ChoiceKey(theme.key), label=_quoted(theme.name)) for theme in found.themes
    )
    return MultipleChoice(
        key=question.key, prompt=question.prompt, basis=question.basis, choices=choices
    )


def themed_survey(survey: Survey, run: SegmentationRun | None) -> Survey:
    """The survey with the themes of the run as choices, so that segments can be told apart."""
    if run is None or not run.themes:
        return survey
    return replace(survey, questions=tuple(themed(each, run) for each in survey.questions))


async def read_everybody(
    read: Read | None, run: SegmentationRun | None, answers: Mapping[int, Given]
) -> Mapping[int, Given]:
    """Everybody's answers with themes in the place of texts."""
    if read is None or run is None or not run.themes:
        return answers
    table = await read(run, AnswerTable.of(answers))
    return {
        person: {
            key: answer
            for key, column in table.answers.items()
            if (answer := column[row]) is not None
        }
        for row, person in enumerate(table.people)
    }


@dataclass(frozen=True, slots=True)
class ReadTexts:
    """The job that reads what newcomers wrote, and places them by it.

    Who waits stands in the database: a kill at any moment leaves nobody unread. Reading is done
    between two units of work; whoever answered anew meanwhile is left for the next time.
    """

    open_work: OpenWork
    clock: Clock
    read: Read

    async def __call__(self) -> int:
        """Read the texts of those who wait longest; how many people that were."""
        async with self.open_work() as work:
            waiting = await work.segments.unread(PEOPLE_AT_ONCE)
        for scheme_id in dict.fromkeys(scheme for scheme, _ in waiting):
            people = [person for scheme, person in waiting if scheme == scheme_id]
            await self._of_scheme(scheme_id, people)
        return len(waiting)

    async def _of_scheme(self, scheme_id: int, people: Sequence[int]) -> None:
        async with self.open_work() as work:
            stored, given = await _standing(work, scheme_id, people)
        run = read_run(stored) if stored is not None else None
        read: Mapping[int, Given] = given
        if run is not None and any(has_texts(run, answers) for answers in given.values()):
            read = await read_everybody(self.read, run, given)
        async with self.open_work() as work:
            now_stored, now_given = await _standing(work, scheme_id, people)
            if (now_stored and now_stored.id) != (stored and stored.id):
                return  # Another run took over: read by its themes, the next time.
            settled = [one for one in people if now_given.get(one) == given.get(one)]
            if run is not None and stored is not None and run.segments:
                placed = {one: read[one] for one in settled if one in read}
                await self._place(work, stored, run, placed)
            await work.segments.read(scheme_id, settled)
            await work.commit()

    async def _place(
        self,
        work: UnitOfWork,
        stored: StoredRun,
        run: SegmentationRun,
        answers: Mapping[int, Given],
    ) -> None:
        from segmentation.placing import place_all

        found = await work.segments.segments(stored.scheme_id, as_found=True)
        segments = {segment.key: segment for segment in found}
        now = self.clock.now()
        placed = place_all(run, AnswerTable.of(answers))
        await work.segments.place(
            membership(person, each, stored, segments, now) for person, each in placed.items()
        )


async def _standing(
    work: UnitOfWork, scheme_id: int, people: Iterable[int]
) -> tuple[StoredRun | None, dict[int, Given]]:
    """The run in force, and what these people answered of its questions."""
    scheme = await work.segments.get_scheme(scheme_id)
    stored = await work.segments.latest_run(scheme_id)
    found: dict[int, Given] = {}
    for person in people if scheme is not None and stored is not None else ():
        assert scheme is not None
        walk = await work.responses.of_person(scheme.survey_key, person)
        survey = await work.surveys.get(walk.survey_id) if walk is not None else None
        if walk is not None and survey is not None:
            found[person] = counted_answers(survey.survey, walk.response.answers)
    return stored, found


def _quoted(name: str) -> Text:
    """What an open answer speaks of, told apart from the options of a question."""
    return Text({"": f"«{name}»", "en": f"“{name}”"})
