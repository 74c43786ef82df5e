"""Which languages a letter's readers speak, and the texts that it has for them."""

from collections.abc import Sequence

from bot.callbacks import Translate
from bot.words import Words
from surveys.text import LANGUAGES
from use_cases.records import Campaign

HAVE, HAVE_NOT = "✅", "🌐"


def languages_warning(campaign: Campaign, languages: Sequence[str], words: Words) -> str:
    """Who gets a text that is not in their language; empty where nobody does.

    The text that was written first is taken to be in the manager's own language.
    """
    lacking = [each for each in _others(languages, words) if each not in campaign.translations]
    if not lacking:
        return ""
    named = ", ".join(Words(language)("language-name") for language in lacking)
    return f"⚠️ {words('translate-lacking', languages=named)}"


def translation_buttons(
    campaign: Campaign, languages: Sequence[str], words: Words
) -> list[tuple[str, Translate]]:
    """A button for each language but the manager's own that readers speak."""
    return [
        (
            f"{HAVE if each in campaign.translations else HAVE_NOT} "
            + Words(each)("language-name"),
            Translate(campaign=campaign.id, language=each),
        )
        for each in _others(languages, words)
    ]


def _others(languages: Sequence[str], words: Words) -> list[str]:
    return [each for each in languages if each != words.language and each in LANGUAGES]
