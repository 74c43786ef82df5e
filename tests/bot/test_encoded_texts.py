"""A text is encoded once, whoever asks how often; the memory of it has an end and no words."""

import numpy as np

from bot.encoded_texts import EncodedTexts
from segmentation.coding import Floats


class Lengths:
    """Encodes a text as its length, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: list[str]) -> Floats:
        self.asked.append(texts)
        return np.array([[float(len(text))] for text in texts])


def test_a_text_is_encoded_once() -> None:
    model = Lengths()
    encode = EncodedTexts(model)
    assert encode(["lift", "heating", "lift"]).tolist() == [[4], [7], [4]]
    assert encode(["noise", "lift"]).tolist() == [[5], [4]]
    assert model.asked == [["lift", "heating"], ["noise"]]


def test_what_nobody_asked_for_longest_is_forgotten_first() -> None:
    model = Lengths()
    encode = EncodedTexts(model, most=2)
    encode(["a", "bb"])
    encode(["a"])
    encode(["ccc"])
    assert encode(["a", "bb"]).tolist() == [[1], [2]]
    assert model.asked == [["a", "bb"], ["ccc"], ["bb"]]


def test_more_texts_at_once_than_are_kept() -> None:
    assert EncodedTexts(Lengths(), most=1)(["a", "bb", "ccc"]).tolist() == [[1], [2], [3]]


def test_no_word_of_a_text_is_kept() -> None:
    encode = EncodedTexts(Lengths())
    encode(["Vera cannot sleep"])
    assert "Vera" not in repr(encode)
