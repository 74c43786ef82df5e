"""What people read in place of the keys that rules write."""

from bot.views.schemes import grounds_words
from bot.words import Words
from segmentation.grounds import Grounds
from segmentation.rules.tree import Field, Quantity, Value
from surveys.text import LANGUAGES
from use_cases.rules.naming import BY_SCHEME, BY_SURVEY, Names

NO_NAMES: Names = {}
NAME_CHARS_MAX = 60
SECOND_OF = {"score": "scale", "percentile": "scale"}
"""What the second argument of a field is, where it is no question."""


def called(named: tuple[str, ...], words: Words, names: Names) -> str:
    """What people call it, shortened; its key where nobody does."""
    text = names.get(named)
    said = text.in_language(words.language) if text is not None else named[-1]
    return said if len(said) <= NAME_CHARS_MAX else said[: NAME_CHARS_MAX - 1] + "…"


def scheme_called(name: str, words: Words, names: Names) -> str:
    """ "The house: how people live" for house/psychographic."""
    survey, _, grounds = name.rpartition("/")
    try:
        by = grounds_words(Grounds.read(grounds), words)
    except ValueError:  # A rule may name what is no longer there.
        return name
    return f"{called(('survey', survey), words, names)}: {by}" if survey else by


def segment_called(key: str, words: Words, names: Names) -> str:
    """A rule's or a manager's name; else the number that /segments shows, and of which scheme."""
    if ("segment", key) in names or "/" not in key:
        return called(("segment", key), words, names)
    scheme, _, number = key.rpartition("/")
    return f"{words('segment-number', number=number)} · {scheme_called(scheme, words, names)}"


def argument_called(
    field: str, argument: str, before: tuple[str, ...], value: str, words: Words, names: Names
) -> str:
    """What stands in the brackets of a field, in words."""
    match argument:
        case "question" | "scale":
            return called((argument, before[0], value), words, names)
        case "scheme":
            return scheme_called(value, words, names)
        case "segment":
            return segment_called(value, words, names)
        case "survey" | "need":
            return called((argument, value), words, names)
    return value


def arguments_called(of: Field, words: Words, names: Names) -> tuple[str, ...]:
    """All that stands in the brackets of a field, in words."""
    if of.name == "need":
        return tuple(called(("need", each), words, names) for each in of.arguments)
    if of.name in BY_SCHEME:
        return tuple(scheme_called(each, words, names) for each in of.arguments)
    if of.name == "days_in":
        return tuple(segment_called(each, words, names) for each in of.arguments)
    if of.name not in BY_SURVEY or not of.arguments:
        return of.arguments
    survey, *asked = of.arguments
    kind = SECOND_OF.get(of.name, "question")
    said = [called((kind, survey, key), words, names) for key in asked]
    return (called(("survey", survey), words, names), *said)


def event_called(kind: str, words: Words) -> str:
    """A payment, a visit ...; kinds that a table brought in under names of its own keep them."""
    return words(f"rule-event-{kind}") if words.has(f"rule-event-{kind}") else kind


def value_called(of: Quantity, value: Value, words: Words, names: Names) -> Value:
    """A value in words: an option's, a language's, a state's; as it is written where it has none.

    Numbers and texts of people's own stay.
    """
    if not isinstance(of, Field) or not isinstance(value, str):
        return value
    match of.name:
        case "answer" | "picks":
            return called(("choice", *of.arguments, value), words, names)
        case "top_need":
            return called(("need", value), words, names)
        case "missing" if words.has(f"rule-field-{value}"):
            return words(f"rule-field-{value}")
        case "language" if value in LANGUAGES:
            return Words(value)("language-name")
        case "group":
            if ("segment", f"{of.arguments[0]}/{value}") in names:
                return called(("segment", f"{of.arguments[0]}/{value}"), words, names)
            return words("segment-number", number=value)
    key = f"rule-value-{of.name.replace('_', '-')}-{value}"
    return words(key) if words.has(key) else value
