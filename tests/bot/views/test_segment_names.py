"""Names proposed for segments."""

from bot.views.segment_names import NAME_CHARS_MAX, propose_names
from segmentation.run import Direction, Marker
from surveys.questions import Choice, ChoiceKey, MultipleChoice, QuestionKey, Scale, Survey
from surveys.text import Text

LONG = "Мне важно, чтобы в доме было тихо и чтобы никто не сверлил по выходным"


def a_survey() -> Survey:
    return Survey(
        key="yard",
        title=Text({"ru": "Двор"}),
        questions=(
            Scale(
                key=QuestionKey("quiet"),
                prompt=Text({"ru": "Важна тишина."}),
                construct="quiet",
            ),
            Scale(
                key=QuestionKey("lively"),
                prompt=Text({"ru": "Люблю шумный двор."}),
                construct="quiet",
                reversed=True,
            ),
            Scale(key=QuestionKey("long"), prompt=Text({"ru": LONG})),
            MultipleChoice(
                key=QuestionKey("needs"),
                prompt=Text({"ru": "Что нужно?"}),
                choices=(
                    Choice(key=ChoiceKey("lift"), label=Text({"ru": "Лифт", "en": "The lift"})),
                    Choice(key=ChoiceKey("ramp"), label=Text({"ru": "Пандус", "en": "A ramp"})),
                ),
            ),
        ),
    )


def a_marker(
    item: str, option: str | None = None, *, more: bool = True, effect: float = 1.0
) -> Marker:
    return Marker(
        item=QuestionKey(item),
        option=option,
        direction=Direction.MORE if more else Direction.LESS,
        difference=effect,
        effect=effect,
    )


def named(*markers: Marker, language: str = "ru") -> str:
    return propose_names({1: markers}, a_survey(), language)[1]


def test_known_traits_have_words_of_their_own() -> None:
    """Agreement with a reversed statement is little of the trait."""
    assert named(a_marker("quiet")) == "Ценят тишину"
    assert named(a_marker("lively")) == "Любят живой двор"
    assert named(a_marker("lively", more=False)) == "Ценят тишину"
    assert named(a_marker("quiet"), language="en") == "Quiet matters"


def test_options_lend_their_labels() -> None:
    """The two strongest make the name, the stronger first."""
    markers = (a_marker("needs", "ramp", effect=0.4), a_marker("needs", "lift", effect=0.9))

    assert named(*markers) == "Лифт, пандус"
    assert named(*markers, language="en") == "The lift, a ramp"
    assert named(a_marker("needs", "lift", more=False)) == "Реже: Лифт"


def test_a_trait_is_named_once() -> None:
    """Two statements of one trait do not make a double name."""
    assert named(a_marker("quiet"), a_marker("lively", more=False)) == "Ценят тишину"


def test_long_statements_are_cut() -> None:
    """A statement without a known trait lends its first words."""
    name = named(a_marker("long"))

    assert name.startswith("Выше: «Мне важно")
    assert name.endswith("…»")
    assert len(name) <= NAME_CHARS_MAX


def test_names_are_unlike_each_other_and_those_taken() -> None:
    """Equal markers still make different names."""
    same = {n: (a_marker("quiet"),) for n in range(1, 5)}
    names = propose_names(same, a_survey(), "ru", taken={"ценят ТИШИНУ"})

    assert len({name.casefold() for name in names.values()}) == 4
    assert "Ценят тишину" not in names.values()
    assert all(len(name) <= NAME_CHARS_MAX for name in names.values())


def test_no_markers_still_make_names() -> None:
    """A segment like everybody is called so; unknown items are passed over."""
    names = propose_names({1: (), 2: (a_marker("gone"),)}, a_survey(), "en")

    assert list(names.values()) == ["Closest to everybody", "Closest to everybody · 2"]
