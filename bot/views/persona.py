"""A persona in words: each line follows from answers, and what they do not say is said so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from bot.reports.numbers import Numbers
from bot.views.counts import count_text
from bot.views.persona_names import proposed_name
from bot.views.traits import asked_phrase, figure_here, figure_of_all, phrase
from bot.words import Words
from surveys.questions import SingleChoice, YesNo
from surveys.text import Text
from use_cases.reporting.portraits import Portrait, Trait
from use_cases.segments.personas import Persona

TOLD_MAX = 2
FULL_FROM = 4  # With fewer headings a card says what else sets its people apart.
SILENT_NAMED = 3
OF_AGE = 55.0
QUOTE_CHARS_MAX = 150


@dataclass(frozen=True, slots=True)
class PersonaWords:
    """What a card says: `facts` are headings with their lines, `silent` what answers do not say."""

    name: str
    title: str
    size: str
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    quotes: tuple[str, ...]
    silent: str


def persona_words(portrait: Portrait, persona: Persona, title: str, words: Words) -> PersonaWords:
    """The card of a segment that is called `title`."""
    numbers = Numbers(words)
    size = words("segment-size", shown=count_text(portrait.size)).replace("&lt;", "<")
    share = portrait.share
    if share.value is not None and share.low is not None and share.high is not None:
        low, high = numbers.plain(100 * share.low), numbers.percent(share.high)
        size += " · " + words(
            "persona-share", share=numbers.percent(share.value), low=low, high=high
        )
    lines = _lines(portrait, words)
    told = [(words(f"persona-{key}"), tuple(said)) for key, said in lines.items() if said]
    if len(told) < FULL_FROM and (apart := _apart(portrait, words)):
        told.insert(1 if lines["age"] else 0, (words("persona-apart"), tuple(apart)))
    return PersonaWords(
        name=persona.name or proposed_name(portrait.segment.id, persona.face, words.language),
        title=title,
        size=size,
        facts=tuple(told),
        quotes=tuple(words.quoted(_cut(quote.words)) for quote in portrait.quotes[:TOLD_MAX]),
        silent=_silent(lines, words) if told else words("persona-like-all"),
    )


def _silent(lines: Mapping[str, Sequence[str]], words: Words) -> str:
    """What the answers do not say: a few headings, and how many more there are."""
    silent = [words(f"persona-{key}").lower() for key, said in lines.items() if not said]
    if not silent:
        return ""
    more = len(silent) - SILENT_NAMED
    what = ", ".join(silent[:SILENT_NAMED])
    if more < 2:
        return words("persona-silent", what=", ".join(silent))
    return words("persona-silent-more", what=what, count=more)


def _about(trait: Trait) -> tuple[str, str]:
    return str(trait.question.key), str(trait.label)


def _apart(portrait: Portrait, words: Words) -> list[str]:
    """The strongest differences of all that have no heading of their own."""
    named = (*portrait.values, *portrait.needs, *portrait.goals, *portrait.problems)
    known = {_about(trait) for trait in (*named, *portrait.channels)}
    both = [*portrait.more[:TOLD_MAX], *portrait.less[:TOLD_MAX]]
    return _told([t for t in both if _about(t) not in known], words)


def is_of_age(portrait: Portrait) -> bool:
    """Whether most of those who told their age are 55 or older."""
    low = portrait.ages.low if portrait.ages else None
    return not isinstance(low, Text | None) and low >= OF_AGE


def caption(said: PersonaWords) -> str:
    """What stands under the card, as Telegram HTML: who it is, and that it is nobody."""
    lines = [f"<b>{escape(said.name, quote=False)}</b> · {escape(said.title, quote=False)}"]
    lines.append(escape(said.size, quote=False))
    return "\n".join(lines)


def _lines(portrait: Portrait, words: Words) -> dict[str, list[str]]:
    """By the heading's key; empty where the answers do not say."""
    start = (*portrait.goals, *portrait.needs)[:1]
    offer = [words("persona-start-with", about=_phrase(t, words)) for t in start]
    return {
        "age": _age(portrait, words),
        "values": _told(portrait.values, words),
        "needs": _told(portrait.needs, words),
        "goals": _told(portrait.goals, words),
        "problems": _told(portrait.problems, words),
        "explain": [_unsure(trait, words) for trait in portrait.unsure[:TOLD_MAX]],
        "channel": _told(portrait.channels, words),
        "hour": _hour(portrait, words),
        "offer": offer,
        "tone": _tone(portrait, words),
    }


def _phrase(trait: Trait, words: Words) -> str:
    """An option of one question means nothing without it; those of a list speak for themselves."""
    alone = isinstance(trait.question, SingleChoice | YesNo)
    named = asked_phrase if alone else phrase
    return named(trait.question, trait.label, words, more=trait.more)


def _told(traits: Sequence[Trait], words: Words) -> list[str]:
    """Each with the figure, everybody's beside it, and the interval of the difference."""
    said = []
    for trait in traits[:TOLD_MAX]:
        said.append(
            words(
                "persona-fact",
                about=_phrase(trait, words),
                here=figure_here(trait, words, bare=True),
                everybody=figure_of_all(trait, words),
                sure=_sure(trait, words),
            )
        )
    return said


def _sure(trait: Trait, words: Words) -> str:
    """The interval of the difference; a tilde's worth where a figure would tell of a few."""
    if not trait.told:
        return "—"
    numbers, unit, digits = Numbers(words), 100.0 if trait.share else 1.0, int(not trait.share)
    low, high = (numbers.signed(unit * each, digits) for each in (trait.low, trait.high))
    return f"{low}…{high}"


def _unsure(trait: Trait, words: Words) -> str:
    prompt = phrase(trait.question, None, words)
    if not trait.told:
        return prompt
    here, everybody = figure_here(trait, words), figure_of_all(trait, words)
    return words("persona-unsure", about=prompt, here=here, everybody=everybody)


def _age(portrait: Portrait, words: Words) -> list[str]:
    ages = portrait.ages
    if ages is None:
        return []
    ends = [
        each.in_language(words.language) if isinstance(each, Text) else f"{each:.0f}"
        for each in (ages.low, ages.high)
    ]
    both = " … " if isinstance(ages.low, Text) else "–"
    shown = both.join(dict.fromkeys(ends))
    return [words("persona-ages", ages=shown, people=ages.people)]


def _hour(portrait: Portrait, words: Words) -> list[str]:
    hours = portrait.hours
    if hours is None or hours.share.value is None:
        return []
    numbers = Numbers(words)
    return [
        words(
            "persona-hours",
            start=f"{hours.start}:00",
            end=f"{hours.end}:00",
            share=numbers.percent(hours.share.value),
            low=numbers.plain(100 * (hours.share.low or 0.0)),
            high=numbers.percent(hours.share.high or 0.0),
        )
    ]


def _tone(portrait: Portrait, words: Words) -> list[str]:
    """From how much they write themselves, which is all that answers tell of it."""
    wordy = portrait.wordy
    if wordy is None:
        return []
    numbers = Numbers(words)
    key = "persona-tone-long" if wordy.more else "persona-tone-short"
    here, everybody = numbers.plain(wordy.value), numbers.plain(wordy.everybody)
    if here == everybody:
        return []
    return [words(key, here=here, everybody=everybody)]


def _cut(quote: str) -> str:
    if len(quote) <= QUOTE_CHARS_MAX:
        return quote
    return quote[: QUOTE_CHARS_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"
