"""Random surveys and replies for property tests: everything an author may write, nothing else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from surveys.expressions.tree import Compare, Comparison, Given, Literal
from surveys.media import MediaFile, MediaKind
from surveys.questions import (
    GAUGE_ENDS,
    Basis,
    Choice,
    ChoiceKey,
    ContactQuestion,
    DateQuestion,
    Gauge,
    LocationQuestion,
    MaxDiff,
    MediaQuestion,
    MultipleChoice,
    Note,
    NumberQuestion,
    OpenQuestion,
    Question,
    QuestionKey,
    Ranking,
    Scale,
    SingleChoice,
    Survey,
    TimeQuestion,
    YesNo,
)
from surveys.replies import (
    Reply,
    SentContact,
    SentFile,
    SentPlace,
    TappedChoice,
    TappedDay,
    TappedDone,
    TappedDontKnow,
    TappedItem,
    TappedPreferNot,
    TappedScale,
    TappedSkip,
    TappedStillTrue,
    Typed,
    Unreadable,
)
from surveys.text import Text
from surveys.ticks import places_of
from tests.surveys.random_expressions import calculations, conditions

LANGUAGES = ("ru", "uk", "en")

keys = st.from_regex(r"[a-z0-9_-]{1,32}", fullmatch=True).map(str)
MAY = date(2026, 5, 3)
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
words = (
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=40)
    .map(str.strip)
    .filter(lambda text: text and not {"\ufeff", "$"} & set(text) and text.isprintable())
)
texts = words.map(lambda said: Text({each: f"{said} {each}" for each in LANGUAGES}))
maybe_text = st.none() | texts


@st.composite
def choice_lists(
    draw: st.DrawFn, *, exclusive: bool = False, other: bool = True, least: int = 1
) -> tuple[Choice, ...]:
    """At least one choice that can stand with others; labels that tell the choices apart."""
    names = draw(st.lists(keys, min_size=least, max_size=6, unique=True))
    said = draw(words)
    asks_for_words = draw(st.integers(1, 9)) if other else 9
    return tuple(
        Choice(
            key=ChoiceKey(name),
            label=Text({each: f"{said} {each} {place}"[:64] for each in LANGUAGES}),
            exclusive=exclusive and 0 < place != asks_for_words and draw(st.booleans()),
            other=place == asks_for_words,
        )
        for place, name in enumerate(names)
    )


FORGOTTEN = (Note, MaxDiff, MediaQuestion)


@st.composite
def questions(draw: st.DrawFn, key: str, earlier: tuple[Question, ...] = ()) -> Question:
    """A question of any kind; asked by a condition on `earlier` ones, if there are any."""
    said: dict[str, Any] = {
        "key": QuestionKey(key),
        "prompt": draw(texts),
        "hint": draw(maybe_text),
        "relevant": draw(st.none() | conditions(earlier)) if earlier else None,
        "optional": draw(st.booleans()),
        "dont_know": draw(st.booleans() | texts),
        "prefer_not": draw(st.booleans() | texts),
        "basis": draw(st.none() | st.sampled_from(Basis)),
        "construct": draw(st.none() | keys),
        "reversed": draw(st.booleans()),
        "remembers": draw(st.none() | st.sampled_from(("birthday", "job"))),
    }
    make: Callable[[dict[str, Any]], st.SearchStrategy[Question]] = draw(st.sampled_from(KINDS))
    made = draw(make(said))
    # What says nothing that could be still true another day is not remembered.
    return replace(made, remembers=None) if isinstance(made, FORGOTTEN) else made


@st.composite
def _choice_questions(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    return SingleChoice(**said, choices=draw(choice_lists()))


@st.composite
def _multiple_questions(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    choices = draw(choice_lists(exclusive=True))
    together = sum(not (choice.exclusive or choice.other) for choice in choices)
    least = draw(st.integers(0, together))
    most = draw(st.none() | st.integers(max(least, 1), max(together, 1)))
    return MultipleChoice(**said, choices=choices, picks_min=least, picks_max=most)


@st.composite
def _rankings(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    choices = draw(choice_lists(other=False))
    places = draw(st.none() | st.integers(1, len(choices)))
    return Ranking(**said, choices=choices, places=places)


@st.composite
def _scales(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    gauge = draw(st.sampled_from(Gauge))
    low = draw(st.integers(-5, 5))
    high = low + draw(st.integers(1, 10))
    if gauge is Gauge.STARS:
        low, high = 1, draw(st.integers(2, 10))
    low, high = GAUGE_ENDS.get(gauge, (low, high))
    said |= {"low_label": draw(maybe_text), "high_label": draw(maybe_text)}
    return Scale(**said, low=low, high=high, gauge=gauge)


@st.composite
def _numbers(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    low = draw(st.none() | st.integers(-999, 999))
    reach = draw(st.none() | st.integers(0, 999))
    high = None if reach is None else (low or 0) + reach
    whole, unit = draw(st.booleans()), draw(st.none() | st.just(Text({"ru": "м²"})))
    constraint = None
    if high is None and draw(st.booleans()):
        constraint = Compare(Comparison.UNEQUAL, Given(said["key"]), Literal(7.0))
    message = draw(maybe_text) if constraint else None
    return NumberQuestion(
        **said,
        minimum=low,
        maximum=high,
        whole=whole,
        unit=unit,
        constraint=constraint,
        constraint_message=message,
    )


@st.composite
def _dates(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    earliest = draw(st.none() | days)
    latest = draw(st.none() | days.filter(lambda day: earliest is None or day >= earliest))
    return DateQuestion(**said, earliest=earliest, latest=latest)


@st.composite
def _media(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    kinds = draw(st.lists(st.sampled_from(MediaKind), min_size=1, unique=True))
    files, megabytes = draw(st.integers(1, 3)), draw(st.integers(1, 20))
    return MediaQuestion(**said, accepted=tuple(kinds), files=files, megabytes=megabytes)


@st.composite
def _maxdiffs(draw: st.DrawFn, said: dict[str, Any]) -> Question:
    choices = draw(choice_lists(other=False, least=3))
    sets = draw(st.integers(1, 3))
    said |= {"best": draw(maybe_text), "worst": draw(maybe_text)}
    return MaxDiff(**said, choices=choices, per_set=3, sets=sets)


KINDS: tuple[Callable[[dict[str, Any]], st.SearchStrategy[Question]], ...] = (
    lambda said: st.builds(OpenQuestion, **{k: st.just(v) for k, v in said.items()}),
    lambda said: st.builds(YesNo, **{k: st.just(v) for k, v in said.items()}),
    lambda said: st.builds(TimeQuestion, **{k: st.just(v) for k, v in said.items()}),
    lambda said: st.builds(Note, **{k: st.just(v) for k, v in said.items()}),
    _choice_questions,
    _multiple_questions,
    _rankings,
    _scales,
    _numbers,
    _dates,
    _media,
    _maxdiffs,
    lambda said: st.builds(LocationQuestion, **{k: st.just(v) for k, v in said.items()}),
    lambda said: st.builds(ContactQuestion, **{k: st.just(v) for k, v in said.items()}),
)


@st.composite
def surveys(draw: st.DrawFn) -> Survey:
    asked = draw(st.lists(keys, min_size=1, max_size=5, unique=True))
    listed: list[Question] = []
    for key in asked:
        listed.append(draw(questions(key, tuple(listed))))
    return Survey(
        key=draw(keys),
        version=draw(st.integers(1, 99)),
        title=draw(texts),
        welcome=draw(maybe_text),
        thanks=draw(maybe_text),
        points=draw(st.integers(0, 500)),
        minutes=draw(st.none() | st.integers(1, 60)),
        questions=tuple(listed),
        calculated=tuple(draw(calculations(tuple(listed), asked))),
        languages=LANGUAGES,
    )


def files_of(kind: MediaKind, album: st.SearchStrategy[str | None]) -> st.SearchStrategy[Reply]:
    """A file of that kind."""
    name = st.integers(0, 9).map(str)
    made = st.builds(MediaFile, kind=st.just(kind), file_id=name, unique_id=name, album=album)
    return made.map(SentFile)


def fitting_replies(question: Question) -> st.SearchStrategy[Reply]:
    """Replies that answer the question, typed or tapped."""
    match question:
        case OpenQuestion():
            return words.map(Typed)
        case SingleChoice(choices=choices):
            index = st.sampled_from([i for i, choice in enumerate(choices) if not choice.other])
            return index.map(TappedChoice) | index.map(
                lambda i: Typed(choices[i].label.in_language("uk"))
            )
        case YesNo():
            return st.sampled_from((TappedChoice(0), TappedChoice(1), Typed("да"), Typed("Ні")))
        case MultipleChoice():
            return _fitting_picks(question)
        case Ranking(choices=choices):
            places = places_of(question)
            orders = st.permutations(range(len(choices)))
            return orders.map(lambda order: TappedDone(tuple(order[:places])))
        case Scale(low=low, high=high):
            point = st.integers(low, high)
            return point.map(TappedScale) | point.map(lambda value: Typed(str(value)))
        case NumberQuestion(minimum=minimum, maximum=maximum):
            least = -999 if minimum is None else int(minimum)
            most = max(least, 999) if maximum is None else int(maximum)
            least = min(least, most)
            numbers = st.integers(least, most)
            if question.constraint is not None:
                numbers = numbers.filter(lambda value: value != 7)
            return numbers.map(lambda value: Typed(str(value)))
        case DateQuestion(earliest=earliest, latest=latest):
            some = st.dates(
                earliest or min(latest or MAY, MAY), latest or max(earliest or MAY, MAY)
            )
            return some.map(TappedDay) | some.map(lambda day: Typed(day.isoformat()))
        case TimeQuestion():
            return st.times().map(lambda moment: Typed(moment.isoformat("minutes")))
        case Note():
            return st.just(TappedDone())
        case MaxDiff():
            raise AssertionError("answered tap by tap: by what stands there now")
        case MediaQuestion(accepted=accepted):
            return st.sampled_from(accepted).flatmap(lambda kind: files_of(kind, st.none()))
        case LocationQuestion():
            return st.builds(SentPlace, st.integers(-90, 90), st.integers(-180, 180)) | st.just(
                Typed("50.4501, 30.5234")
            )
        case ContactQuestion():
            return st.integers(10**9, 10**12).map(lambda number: SentContact(f"+{number}", True))


def _fitting_picks(question: MultipleChoice) -> st.SearchStrategy[Reply]:
    listed = list(enumerate(question.choices))
    together = [i for i, choice in listed if not (choice.exclusive or choice.other)]
    least, most = question.picks_min, question.picks_max
    ticks = st.sampled_from(together) if together else st.nothing()
    some = st.sets(ticks, min_size=least, max_size=most).map(
        lambda picked: TappedDone(frozenset(picked))
    )
    one = [TappedDone(frozenset({i})) for i, choice in listed if choice.exclusive]
    return some | st.sampled_from(one) if one else some


any_reply: st.SearchStrategy[Reply] = st.one_of(
    st.text(max_size=20).map(Typed),
    st.integers(0, 99).map(lambda value: Typed(str(value))),
    st.sampled_from(("завтра", "3 мая", "18:30", "да", "⭐⭐")).map(lambda said: Typed(said, MAY)),
    st.builds(TappedChoice, st.integers(-1, 7), st.none() | st.booleans()),
    st.integers(-6, 16).map(TappedScale),
    days.map(TappedDay),
    st.builds(TappedDone, st.none() | st.frozensets(st.integers(-1, 7), max_size=4)),
    st.sampled_from((TappedSkip(), TappedDontKnow(), TappedPreferNot(), TappedStillTrue())),
    st.sampled_from(("sticker", "poll")).map(Unreadable),
    st.sampled_from(MediaKind).flatmap(lambda kind: files_of(kind, st.none() | st.just("a"))),
    st.builds(TappedItem, st.integers(-1, 7), st.none() | st.integers(0, 6)),
    st.builds(SentPlace, st.integers(-90, 90), st.integers(-180, 180)),
    st.builds(SentContact, st.just("+380501234567"), st.booleans()),
)
