"""Words of an author in as many languages as the author gives."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("ru", "uk", "en")  # The bot's own languages; a survey may carry others besides.


@dataclass(frozen=True, slots=True)
class Text:
    """One thing said in one or more languages, e.g. ``Text({"ru": "Лифт", "en": "The lift"})``."""

    by_language: Mapping[str, str]

    def in_language(self, language: str) -> str:
        """The words in `language`; else in the first language that the author wrote."""
        if language in self.by_language:
            return self.by_language[language]
        return next(iter(self.by_language.values()), "")

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages given, in the author's order."""
        return tuple(self.by_language)
