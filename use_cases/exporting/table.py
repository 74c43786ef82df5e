"""A survey's responses as a table: its columns, and the row of each response."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from surveys.answers import Answer, Written
from surveys.expressions.evaluating import Look
from surveys.expressions.tree import Expression
from surveys.offering import offered
from surveys.quality.flags import GivenResponse, Signs
from surveys.questions import Listed, Question, QuestionKey, Survey, filter_of
from surveys.routing import KEPT_BESIDE, Way, looked_at_before, way_through
from surveys.values import look_into
from use_cases.exporting.about import COLUMNS, about
from use_cases.exporting.calculated import calculated_columns, kinds_of, value_cell
from use_cases.exporting.care import CARE, NOT_JUDGED, care_cells
from use_cases.exporting.columns import columns_of, reason
from use_cases.exporting.names import Names
from use_cases.exporting.parts import Columns, Given
from use_cases.exporting.uniting import United, unite
from use_cases.exporting.values import Cell, Column, Missing, Row
from use_cases.records.exports import ExportedResponse

CELLS_REMEMBERED_MAX = 1_000  # Of one question.
NO_KEY = QuestionKey("")


@dataclass(frozen=True, slots=True)
class _Filled:
    """A united question and its part of the row."""

    united: United
    part: Columns


_Remembered = tuple[Given | None, tuple[Cell, ...]]
"""What was given and the cells it comes to. It is held, so that nothing else can have its `id`:
stores hand out one and the same value for like answers, and hashing those would take longer."""


@dataclass(frozen=True, slots=True)
class _Version:
    """What is looked up for every response of one version."""

    survey: Survey
    questions: tuple[Question | None, ...]  # For each united question, as this version asked it.
    keys: tuple[QuestionKey, ...]  # "" where it did not ask it: nothing is ever given to that.
    branches: bool
    filters: bool
    formulas: Mapping[str, Expression]
    calculated: tuple[str | None, ...]  # For each calculated column, the key it has here.
    calculates: bool
    remembered: tuple[dict[int, _Remembered], ...]  # For each united question, by `id` of Given.


class Table:
    """All versions of one survey, in the order of publication, as one table.

    Raises nothing for odd words: cells hold what every format can. `usual` are the seconds that
    each question takes most people.
    """

    def __init__(
        self,
        versions: Sequence[Survey],
        *,
        pseudonym: Callable[[int], str],
        masked: bool,
        usual: Mapping[QuestionKey, float] | None = None,
    ) -> None:
        assert versions, "a survey that was published has a version"
        self.survey = versions[-1]
        self._pseudonym = pseudonym
        self._signs = Signs(self.survey, usual or {})
        names = Names()
        self._filled = [
            _Filled(each, columns_of(each, masked=masked)) for each in unite(versions, names)
        ]
        self._calculated = calculated_columns(versions, names)
        self.columns: tuple[Column, ...] = (
            *COLUMNS,
            *CARE,
            *(column for each in self._filled for column in each.part.columns),
            *self._calculated.values(),
        )
        self._versions = {survey.version: self._version(survey) for survey in versions}

    def knows(self, version: int) -> bool:
        """Whether the version had been published when the table was made."""
        return version in self._versions

    def row(self, response: ExportedResponse) -> Row:
        """The cells of one response, in the order of `columns`."""
        version = self._versions[response.version]
        answers = response.answers
        kept = {key: answers[key] for key in KEPT_BESIDE if key in answers}
        # Where all are asked everything, nobody need look for the way.
        found = version.branches or bool(kept)
        way = way_through(version.survey, answers) if found else Way((), answers)
        cells: list[Cell] = list(about(response, self._pseudonym))
        cells += self._judged(response, way.answers)
        looks = version.filters or version.calculates
        look = look_into(version.survey, {**kept, **way.answers}) if looks else _nothing
        given: Iterable[Given | None] = map(answers.get, version.keys)
        if found:
            given = _given_on(version, way)
        for place, (remembered, each) in enumerate(zip(version.remembered, given, strict=True)):
            known = remembered.get(id(each))
            cells += known[1] if known else self._cells(version, place, each, look)
        cells += [value_cell(look(key)) if key else None for key in version.calculated]
        return tuple(cells)

    def _cells(
        self, version: _Version, place: int, given: Given | None, look: Look
    ) -> tuple[Cell, ...]:
        """A part of the row; remembered where like answers recur and nothing else counts."""
        question, part = version.questions[place], self._filled[place].part
        if question is not None and filter_of(question) is not None:
            return part.read(_as_offered(question, look), _or_reason(question, given))
        cells = part.read(question, _or_reason(question, given))
        remembered = version.remembered[place]
        if len(remembered) < CELLS_REMEMBERED_MAX and not isinstance(given, Written):
            remembered[id(given)] = given, cells
        return cells

    def _judged(
        self, response: ExportedResponse, counted: Mapping[QuestionKey, Answer]
    ) -> Sequence[Cell]:
        """With how much care it was given: of those who finished, as for segments."""
        if not response.completed:
            return NOT_JUDGED
        given = GivenResponse(counted, response.seconds, response.language)
        return care_cells(self._signs.of(given))

    def _version(self, survey: Survey) -> _Version:
        kinds = kinds_of(survey)
        questions = tuple(each.united.by_version.get(survey.version) for each in self._filled)
        calculated = tuple(
            key if kinds.get(key) is kind else None for key, kind in self._calculated
        )
        return _Version(
            survey=survey,
            branches=survey.branches,
            filters=any(filter_of(question) is not None for question in survey.questions),
            questions=questions,
            keys=tuple(each.key if each is not None else NO_KEY for each in questions),
            formulas={str(each.key): each.formula for each in survey.calculated},
            calculated=calculated,
            calculates=any(calculated),
            remembered=tuple({} for _ in questions),
        )


def _as_offered(question: Question | None, look: Look) -> Question | None:
    """The question with the choices that the filter lets through."""
    if question is None or filter_of(question) is None:
        return question
    assert isinstance(question, Listed), "only they have filters"
    return replace(question, choices=offered(question, look))


def _given_on(version: _Version, way: Way) -> Iterator[Given | None]:
    """For each united question the answer that counts, or why nobody asked for one."""
    ahead = _ahead(version, way) if version.branches else frozenset()
    asked = {question.key for question in way.questions}
    for key in version.keys:
        if key in asked:
            yield way.answers.get(key)
        else:
            yield Missing.NOT_REACHED if key in ahead else Missing.NOT_SHOWN


def _or_reason(question: Question | None, given: Given | None) -> Given:
    """The answer, or why there is none."""
    if question is None:
        return Missing.NOT_SHOWN
    if isinstance(given, Missing):
        return given
    why = reason(given)
    if why is not None:
        return why
    assert given is not None, "no answer is a reason"
    return given


def _nothing(_key: str) -> None:
    """What is seen where nothing is looked at."""


def _ahead(version: _Version, way: Way) -> frozenset[QuestionKey]:
    """Questions beside the way that may yet be asked: it depends on answers still to come."""
    undecided = {str(question.key) for question in way.questions} - set(map(str, way.answers))
    if not undecided:
        return frozenset()
    asked = {question.key for question in way.questions}
    found: set[QuestionKey] = set()
    for question in version.survey.questions:
        if question.key not in asked and looked_at_before(question, version.formulas) & undecided:
            undecided.add(str(question.key))
            found.add(question.key)
    return frozenset(found)
