"""Finding choices in a long list by a part of a word, as people type it."""

from collections.abc import Sequence

from surveys.limits import SHORT_LIST_MAX
from surveys.questions import Choice, MultipleChoice, Question, SingleChoice
from surveys.reading.typed import loose

FOUND_MAX = 8  # More hits than fit on a screen are no help: the best ones come first.
TYPO_FROM = 4  # Signs in a word from which on one of them may be wrong.


def is_long(question: Question) -> bool:
    """Whether the choices are so many that they are leafed through and searched."""
    if not isinstance(question, SingleChoice | MultipleChoice):
        return False
    return len(question.choices) > SHORT_LIST_MAX


def search(choices: Sequence[Choice], text: str) -> tuple[int, ...]:
    """The indexes of the choices that the text may mean, the likeliest first.

    Every word of the text begins a word of the label, in any language; or stands somewhere inside;
    or would, but for one wrong, missing or needless sign.
    """
    asked = loose(text).split()
    if not asked:
        return ()
    ranked = []
    for place, choice in enumerate(choices):
        labels = [loose(words) for words in choice.label.by_language.values()]
        rank = min((_rank(asked, label) for label in labels), default=_NEVER)
        if rank < _NEVER:
            ranked.append((rank, place))
    best = min(ranked, default=(_NEVER, 0))[0]
    near = [place for rank, place in sorted(ranked) if rank < _TYPO or best == _TYPO]
    return tuple(near[:FOUND_MAX])


_BEGINS, _WORD, _INSIDE, _TYPO, _NEVER = range(5)


def _rank(asked: Sequence[str], label: str) -> int:
    """How well the label fits, 0 the best."""
    if label.startswith(" ".join(asked)):
        return _BEGINS
    words = label.split()
    return max(_rank_of_word(each, words) for each in asked)


def _rank_of_word(asked: str, words: Sequence[str]) -> int:
    if any(word.startswith(asked) for word in words):
        return _WORD
    if any(asked in word for word in words):
        return _INSIDE
    slips = len(asked) >= TYPO_FROM and any(_begins_nearly(word, asked) for word in words)
    return _TYPO if slips else _NEVER


def _begins_nearly(word: str, asked: str) -> bool:
    """Whether the word begins with what is asked but for one sign, or two that changed places."""
    for size in (len(asked) - 1, len(asked), len(asked) + 1):
        if size <= len(word) and _one_slip(word[:size], asked):
            return True
    return False


def _one_slip(one: str, other: str) -> bool:
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    if left[1:] == right[1:] or left == right[1:] or left[1:] == right:
        return True
    return left[:2] == right[:2][::-1] and left[2:] == right[2:]
