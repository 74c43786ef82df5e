"""Conditions of a draft in people's words."""

from html import escape

from bot.views.editor.parts import prompt_text, said
from bot.words import Words
from surveys.drafting.conditions import TellsOf, earlier_questions, label_of_choice, read_back
from surveys.drafting.documents import Document, key_of, kind_of, questions_of
from surveys.questions import YES
from use_cases.records import Draft


def condition_text(draft: Draft, at: int, words: Words) -> str:
    """ "Asked only if …"; a condition that no button makes is shown as it is written."""
    question = questions_of(draft.document)[at]
    written = str(question.get("relevant", ""))
    found = read_back(earlier_questions(draft.document, key_of(question)), written)
    if found is None:
        shown = f"<code>{escape(written, quote=False)}</code>"
        return words("editor-condition-written", condition=shown)
    asked, tells = found
    prompt = prompt_text(dict(asked), draft, words)
    answer = escape(tells_text(draft, dict(asked), tells, words), quote=False)
    return words("editor-condition-is", question=prompt, answer=answer)


def tells_text(draft: Draft, question: Document, tells: TellsOf, words: Words) -> str:
    """One answer that a condition may ask for; plain."""
    what, value = tells
    match what:
        case "choice" if kind_of(question) == "yes_no":
            return words("button-editor-yes" if value == YES else "button-editor-no")
        case "choice":
            return said(label_of_choice(question, value), draft, words)
        case "least":
            return words("editor-least", point=value)
        case "most":
            return words("editor-most", point=value)
    return words("editor-answered")
