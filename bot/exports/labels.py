"""What columns and codes are called in one language."""

from bot.words import Words
from use_cases.exporting.values import Code, Column, Missing, Says

BETWEEN = " — "


class Labels:
    """The author's words in the language, and the bot's own where the author has none."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.words = Words(language)

    def says(self, what: Says) -> str:
        """The bot's own words for a column or a code."""
        return self.words(f"export-says-{what}")

    def reason(self, reason: Missing) -> str:
        """Why there is no answer."""
        return self.words(f"export-reason-{reason.name.lower().replace('_', '-')}")

    def column(self, column: Column) -> str:
        """ "What should the yard have? — Benches" """
        parts = [text.in_language(self.language) for text in (column.label, column.item) if text]
        if column.also is Says.CALCULATED:
            parts.append(column.question)
        if column.also is not None:
            parts.append(self.says(column.also))
        return BETWEEN.join(parts)

    def code(self, code: Code) -> str:
        """What a number stands for."""
        if isinstance(code.label, Says):
            return self.says(code.label)
        return code.label.in_language(self.language)

    def codes(self, column: Column) -> dict[int, str]:
        """Every number of the column that stands for something, in rising order."""
        told = {code.value: self.code(code) for code in column.codes}
        if column.takes_reasons:
            told |= {number: self.reason(why) for number, why in column.reasons.items()}
        return dict(sorted(told.items()))
