"""The letters of a campaign: a manager's message filled for each recipient."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from campaigns.template import (
    Filling,
    Placeholder,
    Template,
    fits,
    missing,
    read_template,
    render,
)
from surveys.questions import Survey
from use_cases.ports import LetterButton, UnitOfWork
from use_cases.records import Campaign, Person, Purpose, ShortSurvey, StoredRun, StoredSegment
from use_cases.segments.placing import standing_for
from use_cases.segments.typing import short_of


class Wording(Protocol):
    """The words that the bot knows and the errands do not."""

    def segment(self, segment: StoredSegment, run: StoredRun | None, language: str) -> str:
        """What the segment is called: the manager's name for it, or the one proposed in `run`."""
        ...

    def house(self, language: str) -> str | None:
        """In whose name the bot speaks, if the organisation has set one."""
        ...

    def gift(self, points: int, language: str) -> str:
        """The line under a message that brings points, as Telegram HTML; empty for no line."""
        ...

    def about_survey(self, campaign: Campaign, survey: Survey, language: str) -> str:
        """The bot's own words for a letter about a survey, as Telegram HTML."""
        ...

    def opening(self, opens: datetime, language: str) -> str:
        """The line under a letter about a survey whose first day is still to come."""
        ...

    def buttons(
        self, campaign: Campaign, language: str, short: ShortSurvey | None
    ) -> tuple[LetterButton, ...]:
        """What can be tapped under a letter about a survey, one that is open in short too."""
        ...


class LetterFault(StrEnum):
    """Why a letter cannot be sent as filled."""

    TOO_LONG = "too_long"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Letter:
    """One recipient's text in Telegram HTML, what it lacks, and the fault that forbids it."""

    text: str
    missing: frozenset[Placeholder] = frozenset()
    fault: LetterFault | None = None
    buttons: tuple[LetterButton, ...] = ()


@dataclass(slots=True)
class Letters:
    """Writes a campaign's letters; the words that recipients share are looked up once a language.

    `balances` are needed by `write` only if `needs_balances`.
    """

    campaign: Campaign
    template: Template | None  # None: the bot's own words about the survey.
    segment: StoredSegment | None
    run: StoredRun | None
    wording: Wording
    survey: Survey | None = None
    opens: datetime | None = None  # The survey's first day, where the letters come before it.
    short: ShortSurvey | None = None
    translated: Mapping[str, Template] = field(default_factory=dict)
    named: str | None = None  # A rule's segment: its name is the same in every language.
    _shared: dict[str, tuple[Filling, str]] = field(default_factory=dict)

    @property
    def needs_balances(self) -> bool:
        """Whether the message tells people their balance."""
        written = [self.template, *self.translated.values()]
        return any(each is not None and each.uses(Placeholder.POINTS) for each in written)

    def write(self, person: Person, balance: int = 0) -> Letter:
        """The letter to one person; the balance told includes the points that it brings."""
        buttons = self._buttons(person.language)
        template = self.translated.get(person.language, self.template)
        if template is None:
            text = self._with_opening(self._own_words(person.language), person.language)
            return Letter(text, buttons=buttons)
        shared, gift = self._of_language(person.language)
        filling = Filling(
            name=person.name,
            points=balance + self.campaign.points,
            segment=shared.segment,
            house=shared.house,
        )
        body = render(template, filling)
        text = f"{body}\n\n{gift}" if gift and body.strip() else body
        if self.campaign.purpose is Purpose.FOLLOW_UP:  # It says to which survey people answered.
            text = f"{self._own_words(person.language)}\n\n{text}"
        text = self._with_opening(text, person.language)
        fault = None
        if not body.strip():
            fault = LetterFault.EMPTY
        elif not fits(text):
            fault = LetterFault.TOO_LONG
        return Letter(text, missing(template, filling), fault, buttons)

    def _own_words(self, language: str) -> str:
        assert self.survey is not None, "letters in the bot's own words are about a survey"
        return self.wording.about_survey(self.campaign, self.survey, language)

    def _with_opening(self, text: str, language: str) -> str:
        return f"{text}\n\n{self.wording.opening(self.opens, language)}" if self.opens else text

    def _buttons(self, language: str) -> tuple[LetterButton, ...]:
        if self.campaign.purpose is Purpose.MESSAGE:
            return ()
        return self.wording.buttons(self.campaign, language, self.short)

    def _of_language(self, language: str) -> tuple[Filling, str]:
        if language not in self._shared:
            points = self.campaign.points
            filling = Filling(
                segment=self._segment(language),
                house=self.wording.house(language),
            )
            gift = self.wording.gift(points, language) if points else ""
            self._shared[language] = filling, gift
        return self._shared[language]

    def _segment(self, language: str) -> str | None:
        if self.segment is None:
            return self.named
        return self.wording.segment(self.segment, self.run, language)


async def open_letters(work: UnitOfWork, campaign: Campaign, wording: Wording) -> Letters:
    """Make ready to write the letters of a campaign, whose draft was found to have no faults."""
    if campaign.survey_key is not None:
        return await _letters_about_survey(work, campaign, wording)
    template = read_template(campaign.template)
    if isinstance(template, list):
        raise ValueError(f"campaign {campaign.id} cannot be written: {template}")  # noqa: TRY004
    translated = _translated(campaign)
    if campaign.segment_id is None:
        rule = await work.rules.get(campaign.rule_id or 0)
        named = rule.name if rule else None
        return Letters(campaign, template, None, None, wording, translated=translated, named=named)
    segment = await standing_for(work, campaign.segment_id)
    if segment is None:
        raise ValueError(f"campaign {campaign.id} cannot be written: no segment")
    run = await work.segments.latest_run(segment.scheme_id)
    return Letters(campaign, template, segment, run, wording, translated=translated)


def _translated(campaign: Campaign) -> dict[str, Template]:
    """The text in other languages; each was found to have no faults when it was written."""
    read = {language: read_template(text) for language, text in campaign.translations.items()}
    return {language: each for language, each in read.items() if not isinstance(each, list)}


async def _letters_about_survey(work: UnitOfWork, campaign: Campaign, wording: Wording) -> Letters:
    stored = await work.surveys.latest(campaign.survey_key or "")
    template = read_template(campaign.template) if campaign.template else None
    if stored is None or isinstance(template, list):
        raise ValueError(f"campaign {campaign.id} cannot be written: {template}, {stored}")
    settings = await work.fields.get(stored.survey.key)
    early = settings.is_early(campaign.launched_at or campaign.created_at)
    opens = settings.opens if early else None
    translated = _translated(campaign)
    return Letters(
        campaign,
        template,
        None,
        None,
        wording,
        stored.survey,
        opens,
        short=await short_of(work, stored.survey.key),
        translated=translated,
    )


async def write_all(work: UnitOfWork, letters: Letters, people: Sequence[Person]) -> list[Letter]:
    """The letters to these people, in their order."""
    ids = [person.id for person in people]
    balances = await work.points.balances(ids) if letters.needs_balances else {}
    return [letters.write(person, balances.get(person.id, 0)) for person in people]
