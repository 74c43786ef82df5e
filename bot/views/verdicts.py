"""Why nothing is said of segments yet: it is not that people differ by degrees."""

from bot.words import Words


def too_early(hasty: bool, held_under: int | None, words: Words) -> str:
    """Nearly all answers are hasty, or every part would be smaller than `held_under` people."""
    said = [words("verdict-hasty")] if hasty else []
    if held_under is None:
        return " ".join([*said, words("verdict-early")])
    return " ".join([*said, words("verdict-under-floor", floor=held_under)])
