"""What sets people apart, in words that fit the figure beside them."""

from bot.views.traits import agreed_words, phrase
from bot.words import Words
from surveys.questions import NumberQuestion, QuestionKey, Scale, YesNo
from surveys.text import Text
from use_cases.reporting.portraits import Agreed

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


def test_what_all_segments_agree_on_says_what_they_do() -> None:
    """88 % of what: of those who say yes, who give a scale its upper steps, who chose an option."""
    words, prompt = Words("en"), Text({"en": "Trees are needed."})
    scale = Scale(key=QuestionKey("trees"), prompt=prompt, low=1, high=5)
    pram = YesNo(key=QuestionKey("pram"), prompt=prompt)
    told = [
        agreed_words(Agreed(question, label, 0.88), words)
        for question, label in ((scale, None), (pram, None), (scale, Text({"en": "Often"})))
    ]

    share = "at least 88\u00a0% of every segment"
    assert told == [
        f"“Trees are needed”: {share} give it 4–5 of 5",
        f"“Trees are needed”: {share} say yes",
        f"Often (Trees are needed): {share} answer so",
    ]
