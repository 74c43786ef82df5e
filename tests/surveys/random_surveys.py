"""Random surveys and replies for property tests: everything an author may write, nothing else."""

from hypothesis import strategies as st

from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    MultipleChoice,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
)
from surveys.replies import (
    Reply,
    TappedChoice,
    TappedDone,
    TappedScale,
    TappedSkip,
    Typed,
    Unreadable,
)
from surveys.text import Text

LANGUAGES = ("ru", "uk", "en")

keys = st.from_regex(r"[a-z0-9_-]{1,32}", fullmatch=True).map(str)
words = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=40)
    .map(str.strip)
    .filter(lambda text: text and "\ufeff" not in text and text.isprintable())
)
texts = st.fixed_dictionaries(dict.fromkeys(LANGUAGES, words)).map(Text)
maybe_text = st.none() | texts


@st.composite
def choice_lists(draw: st.DrawFn, *, exclusive: bool) -> tuple[Choice, ...]:
    """At least one choice that can stand with others; labels that tell the choices apart."""
    names = draw(st.lists(keys, min_size=1, max_size=6, unique=True))
    return tuple(
        Choice(
            key=ChoiceKey(name),
            label=Text({each: f"{draw(words)} {place}"[:64] for each in LANGUAGES}),
            exclusive=exclusive and place > 0 and draw(st.booleans()),
        )
        for place, name in enumerate(names)
    )


@st.composite
def questions(draw: st.DrawFn, key: str) -> Question:
    prompt, hint, optional = draw(texts), draw(maybe_text), draw(st.booleans())
    basis = draw(st.none() | st.sampled_from(Basis))
    construct, is_reversed = draw(st.none() | keys), draw(st.booleans())
    common = (QuestionKey(key), prompt, hint, optional, basis, construct, is_reversed)
    names = ("key", "prompt", "hint", "optional", "basis", "construct", "reversed")
    said = dict(zip(names, common, strict=True))
    kind = draw(st.sampled_from(("open", "single", "multiple", "scale", "number")))
    match kind:
        case "open":
            return OpenQuestion(**said)  # type: ignore[arg-type]
        case "single":
            choices = draw(choice_lists(exclusive=False))
            return SingleChoice(**said, choices=choices)  # type: ignore[arg-type]
        case "multiple":
            choices = draw(choice_lists(exclusive=True))
            together = sum(not choice.exclusive for choice in choices)
            least = draw(st.integers(0, together))
            most = draw(st.none() | st.integers(max(least, 1), together))
            return MultipleChoice(**said, choices=choices, picks_min=least, picks_max=most)  # type: ignore[arg-type]
        case "scale":
            low = draw(st.integers(-5, 5))
            high = low + draw(st.integers(1, 10))
            ends = {"low_label": draw(maybe_text), "high_label": draw(maybe_text)}
            return Scale(**said, low=low, high=high, **ends)  # type: ignore[arg-type]
        case _:
            low_bound = draw(st.none() | st.integers(-999, 999))
            reach = draw(st.none() | st.integers(0, 999))
            most_bound = None if reach is None else (low_bound or 0) + reach
            whole, unit = draw(st.booleans()), draw(st.none() | st.just(Text({"ru": "м²"})))
            return NumberQuestion(
                **said,  # type: ignore[arg-type]
                minimum=low_bound,
                maximum=most_bound,
                whole=whole,
                unit=unit,
            )


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    asked = draw(st.lists(keys, min_size=1, max_size=6, unique=True))
    return Survey(
        key=draw(keys),
        version=draw(st.integers(1, 99)),
        title=draw(texts),
        welcome=draw(maybe_text),
        thanks=draw(maybe_text),
        points=draw(st.integers(0, 500)),
        minutes=draw(st.none() | st.integers(1, 60)),
        questions=tuple(draw(questions(key)) for key in asked),
        languages=LANGUAGES,
    )


def fitting_replies(question: Question) -> st.SearchStrategy[Reply]:
    """Replies that answer the question, typed or tapped."""
    match question:
        case OpenQuestion():
            return words.map(Typed)
        case SingleChoice(choices=choices):
            index = st.integers(0, len(choices) - 1)
            return index.map(TappedChoice) | index.map(
                lambda i: Typed(choices[i].label.in_language("uk"))
            )
        case MultipleChoice(choices=choices, picks_min=least, picks_max=most):
            together = [i for i, choice in enumerate(choices) if not choice.exclusive]
            alone = [i for i, choice in enumerate(choices) if choice.exclusive]
            some = st.sets(st.sampled_from(together), min_size=least, max_size=most).map(
                lambda ticks: TappedDone(frozenset(ticks))
            )
            one = [TappedDone(frozenset({i})) for i in alone]
            return some | st.sampled_from(one) if one else some
        case Scale(low=low, high=high):
            point = st.integers(low, high)
            return point.map(TappedScale) | point.map(lambda value: Typed(str(value)))
        case NumberQuestion(minimum=minimum, maximum=maximum):
            least = -999 if minimum is None else int(minimum)
            most = max(least, 999) if maximum is None else int(maximum)
            least = min(least, most)
            return st.integers(least, most).map(lambda value: Typed(str(value)))


any_reply: st.SearchStrategy[Reply] = st.one_of(
    st.text(max_size=20).map(Typed),
    st.integers(0, 99).map(lambda value: Typed(str(value))),
    st.builds(TappedChoice, st.integers(-1, 7), st.none() | st.booleans()),
    st.integers(-6, 16).map(TappedScale),
    st.builds(TappedDone, st.none() | st.frozensets(st.integers(-1, 7), max_size=4)),
    st.just(TappedSkip()),
    st.sampled_from(("photo", "sticker", "voice")).map(Unreadable),
)
