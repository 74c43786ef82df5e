"""The words that a campaign's letters need: segment names, the house, the line about points."""

from dataclasses import dataclass
from datetime import datetime
from html import escape

from bot.field_callbacks import Invitee, InviteeAct
from bot.views.field import day_text
from bot.words import Words
from surveys.questions import Survey
from use_cases.ports import LetterButton
from use_cases.records import Campaign, Purpose, ShortSurvey, StoredRun, StoredSegment


@dataclass(frozen=True, slots=True)
class BotWording:
    """use_cases.broadcasting.letters.Wording in the catalogues' words."""

    house_name: str

    def segment(self, segment: StoredSegment, run: StoredRun | None, language: str) -> str:
        """The manager's name, or a neutral one: a proposed name is not for the people it is of."""
        return segment.name or Words(language)("segment-number", number=segment.number)

    def house(self, language: str) -> str | None:
        return self.house_name or None

    def gift(self, points: int, language: str) -> str:
        return Words(language)("letter-points", points=points)

    def about_survey(self, campaign: Campaign, survey: Survey, language: str) -> str:
        words = Words(language)
        title = escape(survey.title.in_language(language), quote=False)
        said = words(f"survey-{campaign.purpose.value}", title=title)
        if campaign.purpose in (Purpose.CLOSING, Purpose.FOLLOW_UP):
            return said
        facts = [words("survey-minutes", minutes=survey.minutes) if survey.minutes else ""]
        facts.append(words("invitation-points", points=survey.points) if survey.points else "")
        return "\n".join([said, " ".join(fact for fact in facts if fact)]).strip()

    def opening(self, opens: datetime, language: str) -> str:
        words = Words(language)
        return words("invitation-opens", day=day_text(opens, words))

    def buttons(
        self, campaign: Campaign, language: str, short: ShortSurvey | None
    ) -> tuple[LetterButton, ...]:
        words = Words(language)
        if campaign.purpose in (Purpose.CLOSING, Purpose.FOLLOW_UP):
            return ()
        acts = [(words("button-answer"), InviteeAct.ANSWER)]
        if short is not None:
            acts.append((words("button-short-brief", most=short.most), InviteeAct.SHORT))
        acts.append((words("button-not-for-me"), InviteeAct.DECLINE))
        return tuple(
            LetterButton(label, Invitee(campaign=campaign.id, act=act).pack())
            for label, act in acts
        )
