"""What sets people apart, in words that fit the figure beside them."""

from bot.views.traits import phrase
from bot.words import Words
from surveys.questions import NumberQuestion, QuestionKey, Scale
from surveys.text import Text

TURNED = Scale(
    key=QuestionKey("board"),
    prompt=Text({"en": "Let the board decide."}),
    construct="community",
    reversed=True,
)


def test_a_figure_stands_beside_the_words_that_were_rated() -> None:
    """1.3 of 5 for a statement turned round says the opposite of its trait."""
    words = Words("en")
    assert phrase(TURNED, None, words, more=False) == "“Let the board decide”"
    assert phrase(TURNED, None, words, more=True) == "“Let the board decide”"


def test_what_nobody_was_asked_has_the_words_of_its_trait() -> None:
    """How lately somebody came is known without a question."""
    recency = NumberQuestion(key=QuestionKey("recency"), prompt=Text({}), construct="recency")
    words = Words("en")
    assert phrase(recency, None, words, more=True) == words("trait-recency-more")
