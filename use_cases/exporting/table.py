"""A survey's responses as a table: its columns, and the row of each response."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from surveys.answers import Answer
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


@dataclass(frozen=True, slots=True)
class _Filled:
    """A united question and its part of the row."""

    united: United
    part: Columns


@dataclass(frozen=True, slots=True)
class _Version:
    """What is looked up for every response of one version."""

    survey: Survey
    questions: tuple[Question | None, ...]  # For each united question, as this version asked it.
    branches: bool
    filters: bool
    formulas: Mapping[str, Expression]
    calculated: tuple[str | None, ...]  # For each calculated column, the key it has here.


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
        ahead = _ahead(version, way) if version.branches else frozenset()
        asked = {question.key for question in way.questions} if found else None
        look = look_into(version.survey, {**kept, **way.answers})
        cells: list[Cell] = list(about(response, self._pseudonym))
        cells += self._judged(response, way.answers)
        for filled, question in zip(self._filled, version.questions, strict=True):
            given = _given(question, way.answers, asked, ahead)
            shown = _as_offered(question, look) if version.filters else question
            cells += filled.part.read(shown, given)
        cells += [value_cell(look(key)) if key else None for key in version.calculated]
        return tuple(cells)

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
        return _Version(
            survey=survey,
            branches=survey.branches,
            filters=any(filter_of(question) is not None for question in survey.questions),
            questions=tuple(each.united.by_version.get(survey.version) for each in self._filled),
            formulas={str(each.key): each.formula for each in survey.calculated},
            calculated=tuple(
                key if kinds.get(key) is kind else None for key, kind in self._calculated
            ),
        )


def _as_offered(question: Question | None, look: Look) -> Question | None:
    """The question with the choices that the filter lets through."""
    if question is None or filter_of(question) is None:
        return question
    assert isinstance(question, Listed), "only they have filters"
    return replace(question, choices=offered(question, look))


def _given(
    question: Question | None,
    answers: Mapping[QuestionKey, Answer],
    asked: set[QuestionKey] | None,
    ahead: frozenset[QuestionKey],
) -> Given:
    """The answer that counts, or why there is none; `asked` is None where all are."""
    if question is None:
        return Missing.NOT_SHOWN
    if asked is not None and question.key not in asked:
        return Missing.NOT_REACHED if question.key in ahead else Missing.NOT_SHOWN
    answer = answers.get(question.key)
    why = reason(answer)
    if why is not None:
        return why
    assert answer is not None, "no answer is a reason"
    return answer


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
