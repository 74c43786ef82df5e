"""The words that a campaign's letters need: segment names, the house, the line about points."""

from dataclasses import dataclass

from bot.words import Words
from use_cases.records import StoredRun, StoredSegment


@dataclass(frozen=True, slots=True)
class BotWording:
    """use_cases.letters.Wording in the catalogues' words."""

    house_name: str

    def segment(self, segment: StoredSegment, run: StoredRun | None, language: str) -> str:
        """The manager's name, or a neutral one: a proposed name is not for the people it is of."""
        return segment.name or Words(language)("segment-number", number=segment.number)

    def house(self, language: str) -> str | None:
        return self.house_name or None

    def gift(self, points: int, language: str) -> str:
        return Words(language)("letter-points", points=points)
