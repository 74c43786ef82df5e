"""Names proposed for segments."""

from bot.views.segment_names import NAME_CHARS_MAX, propose_names
from segmentation.run import Direction, Marker
from surveys.questions import (
    Basis,
    Choice,
    ChoiceKey,
    MultipleChoice,
    QuestionKey,
    Scale,
    SingleChoice,
    Survey,
    YesNo,
)
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
                basis=Basis.NEEDS,
                choices=(
                    Choice(
                        key=ChoiceKey("lift"),
                        label=Text({"ru": "Лифт", "uk": "Ліфт", "en": "The lift"}),
                    ),
                    Choice(key=ChoiceKey("ramp"), label=Text({"ru": "Пандус", "en": "A ramp"})),
                    Choice(key=ChoiceKey("yard"), label=Text({"ru": "Новая детская площадка"})),
                    Choice(key=ChoiceKey("warmth"), label=Text({"ru": "Тепло зимой"})),
                    Choice(
                        key=ChoiceKey("none"),
                        label=Text({"ru": "И так всё хорошо"}),
                        exclusive=True,
                    ),
                ),
            ),
            Scale(key=QuestionKey("warm"), prompt=Text({"ru": "Тепло?"}), construct="warmth"),
            SingleChoice(
                key=QuestionKey("goes"),
                prompt=Text({"ru": "Как вы ездите?"}),
                choices=(
                    Choice(key=ChoiceKey("car"), label=Text({"ru": "🚗 На машине (своей)."})),
                    Choice(key=ChoiceKey("net"), label=Text({"ru": "Wi-Fi дома"})),
                ),
            ),
            YesNo(key=QuestionKey("pram"), prompt=Text({"ru": "Есть ли у вас коляска?"})),
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

    assert named(*markers) == "Главное — лифт и пандус"
    assert named(*markers, language="en") == "The lift and a ramp first"
    assert named(a_marker("needs", "lift", more=False)) == "Лифт — не главное"
    assert named(a_marker("goes", "car", more=False)) == "Реже других — на машине"
    assert named(a_marker("goes", "car")) == "На машине"


def test_what_people_are_for_comes_first() -> None:
    """Whatever is strongest; and one thing is not said twice."""
    warm = a_marker("warm", more=False, effect=2.0)

    assert named(warm, a_marker("needs", "lift")) == "Главное — лифт, тепла хватает"
    assert named(warm, a_marker("needs", "lift"), language="uk") == "Головне — ліфт, тепла вистачає"
    assert named(warm, a_marker("needs", "lift"), language="en") == "The lift first, warm enough"
    both = (a_marker("warm"), a_marker("needs", "warmth", effect=2.0), a_marker("needs", "lift"))
    assert named(*both) == "Главное — тепло зимой и лифт"
    long = (a_marker("quiet"), a_marker("needs", "yard", effect=0.5))
    assert named(*long) == "Ценят тишину, новая детская площадка"
    assert named(a_marker("needs", "none"), warm) == "И так всё хорошо, тепла хватает"


def test_an_option_lends_no_pictures_and_no_brackets() -> None:
    """Nor its full stop; names with capitals inside keep them."""
    assert (
        named(a_marker("goes", "net", effect=0.5), a_marker("quiet")) == "Ценят тишину, Wi-Fi дома"
    )


def test_yes_and_no_are_said_of_the_question() -> None:
    """Not "higher" or "lower" than others."""
    assert named(a_marker("pram", "yes")) == "«Есть ли у вас коляска?» — да"
    assert named(a_marker("pram", "no")) == "«Есть ли у вас коляска?» — нет"


def test_a_trait_is_named_once() -> None:
    """Two statements of one trait do not make a double name."""
    assert named(a_marker("quiet"), a_marker("lively", more=False)) == "Ценят тишину"


def test_long_statements_are_cut() -> None:
    """A statement without a known trait lends its first words."""
    name = named(a_marker("long"))

    assert name.startswith("Согласны: «Мне важно")
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
