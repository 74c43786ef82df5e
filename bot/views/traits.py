"""What sets people of a segment apart, in a few words each."""

from bot.reports.numbers import ABOUT_SIGN, HIDDEN_SIGN, Numbers
from bot.words import Words
from segmentation.votes.asked import VOTED
from surveys.piping import without_answers
from surveys.questions import NumberQuestion, Question, Ranking, Scale, SingleChoice, YesNo
from surveys.text import Text
from use_cases.reporting.portraits import Agreed, Trait
from use_cases.reporting.suppression import FEW, Kind

PHRASE_CHARS_MAX = 90
P_LEAST = 0.001


def asked_phrase(question: Question, label: Text | None, words: Words, *, more: bool = True) -> str:
    """As `phrase`, an option with its question: "Yes" says nothing by itself."""
    said = phrase(question, label, words, more=more)
    prompt = without_answers(question.prompt).in_language(words.language).rstrip(" .!")
    if label is None or not prompt or _is_vote_on(question):
        return said
    return f"{said} ({_short(prompt)})"


def _is_vote_on(question: Question) -> bool:
    return isinstance(question, SingleChoice) and _is_vote(question)


def phrase(question: Question, label: Text | None, words: Words, *, more: bool = True) -> str:
    """The option, or the statement in quotes: the figure beside it is of just these words, also
    where they are turned round. What nobody was asked has the words of its trait."""
    if label is not None and _is_vote_on(question):
        said = without_answers(question.prompt).in_language(words.language).rstrip(" .!")
        return f"{words.quoted(_short(said))}: {label.in_language(words.language)}"
    if label is not None and not isinstance(question, Ranking):
        return _short(label.in_language(words.language))
    if label is not None:
        first = words("trait-first", label=label.in_language(words.language))
        return _short(first)
    prompt = without_answers(question.prompt).in_language(words.language)
    known = f"trait-{question.construct}-{'more' if more else 'less'}"
    if not prompt and words.has(known):
        return words(known)
    return words.quoted(_short(prompt.rstrip(" .!")))


def _is_vote(question: SingleChoice) -> bool:
    """Whether the options say nothing without the statement that they are for or against."""
    return all(choice.key in VOTED for choice in question.choices)


def trait_words(trait: Trait, words: Words) -> str:
    """ "Quiet evenings: 62 %, everybody 31 %", without a figure that would tell of a few."""
    about = asked_phrase(trait.question, trait.label, words, more=trait.more)
    here, everybody = figure_here(trait, words), figure_of_all(trait, words)
    return words("trait-against", about=about, here=here, everybody=everybody)


def figure_here(trait: Trait, words: Words, *, bare: bool = False) -> str:
    """The segment's figure as far as it may be told: "≈ 62 %", "nearly all", a dash."""
    if trait.few or trait.most:
        return words("trait-few" if trait.few else "trait-most", least=FEW)
    return _told(trait.kind, figure(trait, trait.value, words, bare=bare))


def figure_of_all(trait: Trait, words: Words) -> str:
    """Everybody's, likewise: the same as in the report."""
    return _told(trait.kind_of_all, figure(trait, trait.everybody, words, bare=True))


def _told(kind: Kind, shown: str) -> str:
    if kind is Kind.EXACT:
        return shown
    return f"{ABOUT_SIGN}{shown}" if kind is Kind.ABOUT else HIDDEN_SIGN


def trait_proof(trait: Trait, words: Words) -> str:
    """The difference and the effect with their intervals; nothing where a few would show."""
    if not trait.told or trait.kind_of_all not in (Kind.EXACT, Kind.ABOUT):
        return ""
    numbers = Numbers(words)
    unit, digits = (100.0, 0) if trait.share else (1.0, 1)
    low, high = (numbers.signed(unit * each, digits) for each in (trait.low, trait.high))
    least, most = sorted((abs(trait.effect_low), abs(trait.effect_high)))
    return words(
        "trait-proof-points" if trait.share else "trait-proof",
        difference=numbers.signed(unit * trait.difference, digits),
        low=low,
        high=high,
        effect=numbers.plain(abs(trait.effect), 1),
        least=numbers.plain(least, 1),
        most=numbers.plain(most, 1),
    )


def trait_chance(trait: Trait, words: Words) -> str:
    """How easily chance alone makes the difference; of what made the segments, that it does not
    count."""
    if trait.p is None:
        return words("trait-built")
    numbers = Numbers(words)
    shown = f"< {numbers.plain(P_LEAST, 3)}" if trait.p < P_LEAST else numbers.plain(trait.p, 3)
    return words("trait-chance", p=shown)


def figure(trait: Trait, value: float, words: Words, *, bare: bool = False) -> str:
    """A share, a step of a scale, or a number in its unit; the unit left out where it is `bare`."""
    numbers = Numbers(words)
    if trait.share:
        return numbers.percent(value)
    match trait.question:
        case Scale(high=high) if not bare:
            shown = numbers.plain(value, 1)
            return words("trait-step", value=shown, high=numbers.plain(high))
        case NumberQuestion(unit=Text() as unit) if not bare:
            return f"{numbers.plain(value, 1)} {unit.in_language(words.language)}"
        case Ranking():
            return numbers.percent(value)
    return numbers.plain(value, 1)


def agreed_words(agreed: Agreed, words: Words) -> str:
    """What all segments say, and how many of each at least: who gives a scale its upper steps, who
    says yes, or who answers just so."""
    numbers, question = Numbers(words), agreed.question
    facts = {"how": "so", "from": "", "high": ""}
    match question:
        case Scale(high=high) if agreed.label is None:
            facts = {"how": "step", "from": numbers.plain(high - 1), "high": numbers.plain(high)}
        case YesNo():
            facts["how"] = "yes"
    about = asked_phrase(question, agreed.label, words)
    return words.say(
        "trait-agreed", facts | {"about": about, "least": numbers.percent(agreed.least)}
    )


def shortened(said: str, chars: int) -> str:
    """Cut between words, with an ellipsis, where it is longer."""
    if len(said) <= chars:
        return said
    return said[: chars - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"


def _short(said: str) -> str:
    return shortened(said, PHRASE_CHARS_MAX)
