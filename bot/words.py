"""The bot's words: Fluent catalogues in `locales/<language>/*.ftl`, with real plurals."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import structlog
from fluent.runtime import FluentBundle, FluentResource

from surveys.text import LANGUAGES

log = structlog.get_logger()

LOCALES = Path(__file__).parent / "locales"
FALLBACK = "en"  # For people whose Telegram speaks a language that the bot does not.

Fact = str | int | float | date | datetime
SENTENCES_REMEMBERED_MAX = 4_096  # "3 of 9" and the buttons under it are said all day long.


def nearest_language(telegram_code: str | None) -> str:
    """The bot's language for Telegram's `language_code` ("uk-UA" -> "uk"); else English."""
    code = (telegram_code or "").split("-")[0].lower()
    if code in LANGUAGES:
        return code
    return "ru" if code in {"be", "kk"} else FALLBACK


@lru_cache(maxsize=len(LANGUAGES))
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((LOCALES / language).glob("*.ftl")):
        bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return bundle


class Words:
    """Sentences in one language: ``words("points-balance", points=5)``.

    Facts are put in as they are: quote people's own words for Telegram HTML before.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else FALLBACK

    def __call__(self, message: str, /, **facts: Fact) -> str:
        """The sentence of that id; raises KeyError for an id that no catalogue has.

        Fact names are written with underscores here and in the catalogues ($points_left).
        """
        if any(isinstance(fact, str) for fact in facts.values()):
            return self.say(message, facts)  # People's words are not kept in memory.
        marked = tuple((name, type(fact), fact) for name, fact in facts.items())
        return _remembered(self.language, message, marked)

    def say(self, message: str, facts: Mapping[str, Any]) -> str:
        """As a call, with the facts in a mapping."""
        bundle = _bundle(self.language)
        found = bundle.get_message(message)
        if found.value is None:
            raise KeyError(message)
        text, faults = bundle.format_pattern(found.value, dict(facts))
        if faults:
            log.warning("words.incomplete", message=message, language=self.language)
        return str(text)

    def number(self, value: float) -> str:
        """A figure as the language writes it, without a needless ".0": 45,5 in Russian."""
        written = f"{value:.15g}"
        return written if self.language == "en" else written.replace(".", ",")

    def quoted(self, said: str) -> str:
        """In the quotation marks of the language."""
        return f"“{said}”" if self.language == "en" else f"«{said}»"

    def has(self, message: str) -> bool:
        """Whether the catalogue has that id."""
        return bool(_bundle(self.language).has_message(message))


@lru_cache(maxsize=SENTENCES_REMEMBERED_MAX)
def _remembered(
    language: str, message: str, marked: tuple[tuple[str, type[Fact], Fact], ...]
) -> str:
    """A sentence said before with the same facts (1 and 1.0 are equal, and written differently)."""
    return Words(language).say(message, {name: fact for name, _, fact in marked})
