"""What the editor asks for: kinds and conditions by buttons, words by a message."""

from html import unescape

from bot.screen import View
from bot.views.editor.acts import Act
from bot.views.editor.parts import Button, edit, kind_name, language_name, prompt_text
from bot.views.editor.phrases import condition_text, tells_text
from bot.views.keyboards import buttons
from bot.words import Words
from surveys.drafting.conditions import answers_to, earlier_questions
from surveys.drafting.documents import KINDS, key_of, questions_of
from surveys.drafting.languages import languages_of
from surveys.questions import Basis
from use_cases.records import Draft

CONDITIONS_SHOWN_MAX = 40  # The nearest earlier questions, and the answers to one.


ROWS_BY_CHARS = ((6, 5), (12, 3), (20, 2))
"""How many buttons stand beside each other, by the longest of their labels."""


def kinds_view(draft: Draft, after: int, words: Words) -> View:
    """Which kind of question shall it be?"""
    listed: list[Button] = [
        (kind_name(kind, words), edit(draft, Act.KIND, after, more=kind)) for kind in KINDS
    ]
    rows = [listed[start : start + 2] for start in range(0, len(listed), 2)]
    return View(words("editor-kinds"), buttons(*rows, [_back(draft, after, words)]))


def ask_view(
    draft: Draft, at: int, place: str, language: str, now: str, words: Words, *, passed: int = -1
) -> View:
    """Asks for words; `now` is what stands there (Telegram HTML, may be empty).

    `passed` is how many missing texts were passed over, where one after another is asked for.
    """
    name = f"editor-ask-{place.replace('_', '-')}"
    text = words.say(name if words.has(name) else "editor-ask-words", {})
    if language:
        text += "\n" + words("editor-ask-in", language=language_name(language))
    if now:
        text += f"\n\n{now}"
    rows: list[list[Button]] = []
    if passed >= 0:
        pass_over = edit(draft, Act.TRANSLATE, value=passed + 1)
        rows.append([(words("button-editor-pass"), pass_over)])
    elif now and place in CLEARABLE:
        rows.append([(words("button-editor-clear"), edit(draft, Act.CLEAR, at, more=place))])
    return View(text, buttons(*rows, [_back(draft, at, words)]))


CLEARABLE = (
    "hint", "low", "high", "unit", "best", "worst", "sets", "per_set", "files", "megabytes",
    "picks", "places", "from", "to", "construct", "welcome", "thanks", "points", "minutes",
)  # fmt: skip
"""What a survey or a question may go without."""


def languages_view(draft: Draft, at: int, place: str, words: Words) -> View:
    """In which language shall the words be written?"""
    rows: list[list[Button]] = [
        [(language_name(each), edit(draft, Act.ASK, at, more=place, value=number))]
        for number, each in enumerate(languages_of(draft.document), 1)
    ]
    return View(words("editor-which-language"), buttons(*rows, [_back(draft, at, words)]))


def conditions_view(draft: Draft, at: int, words: Words) -> View:
    """On which earlier question does this one hang?"""
    listed = questions_of(draft.document)
    before = earlier_questions(draft.document, key_of(listed[at]))
    text = words("editor-condition-ask")
    rows: list[list[Button]] = []
    if "relevant" in listed[at]:
        text = f"{condition_text(draft, at, words)}\n\n{text}"
        rows.append([(words("button-editor-always"), edit(draft, Act.CLEAR, at, more="relevant"))])
    for place in range(len(listed[:at])):
        if listed[place] in before:
            label = f"{place + 1}. {_plain(prompt_text(listed[place], draft, words))}"
            rows.append([(label, edit(draft, Act.CONDITION_ON, at, value=place))])
    kept = rows[-CONDITIONS_SHOWN_MAX:]
    return View(text, buttons(*kept, [_back(draft, at, words)]))


def answers_view(draft: Draft, at: int, on: int, words: Words) -> View:
    """Which answer to that question shall lead to this one?"""
    asked = questions_of(draft.document)[on]
    keys: list[Button] = []
    for number, tells in enumerate(answers_to(asked)[:CONDITIONS_SHOWN_MAX]):
        label = tells_text(draft, asked, tells, words)
        data = edit(draft, Act.CONDITION_SET, at, value=on, more=str(number))
        keys.append((label, data))
    longest = max((len(label) for label, _ in keys), default=0)
    a_row = next((n for chars, n in ROWS_BY_CHARS if longest <= chars), 1)
    rows = [keys[start : start + a_row] for start in range(0, len(keys), a_row)]
    prompt = prompt_text(asked, draft, words)
    text = words("editor-condition-answer", question=prompt)
    return View(text, buttons(*rows, [_back(draft, at, words)]))


def basis_view(draft: Draft, at: int, words: Words) -> View:
    """What does the question tell of a person?"""
    now = questions_of(draft.document)[at].get("basis")
    rows: list[list[Button]] = [
        [
            (
                ("• " if basis == now else "") + words(f"editor-basis-{basis.value}"),
                edit(draft, Act.BASIS, at, more=basis.value),
            )
        ]
        for basis in Basis
    ]
    if now:
        rows.append([(words("button-editor-no-basis"), edit(draft, Act.CLEAR, at, more="basis"))])
    return View(words("editor-basis-ask"), buttons(*rows, [_back(draft, at, words)]))


def delete_view(draft: Draft, at: int, words: Words) -> View:
    """A question that is taken out takes its words along: ask first."""
    prompt = prompt_text(questions_of(draft.document)[at], draft, words)
    surely = [(words("button-editor-delete-surely"), edit(draft, Act.DELETE_SURELY, at))]
    text = words("editor-delete-sure", question=prompt)
    return View(text, buttons(surely, [_back(draft, at, words)]))


def _back(draft: Draft, at: int, words: Words) -> Button:
    """To the question, or to the whole where there is none."""
    if at < 0:
        return words("button-editor-back"), edit(draft, Act.PAGE, 0)
    return words("button-editor-back-question"), edit(draft, Act.QUESTION, at)


def _plain(markup: str) -> str:
    return unescape(markup)
