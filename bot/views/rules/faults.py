"""What is wrong with a rule: the sentence, the place, what can stand there, what was meant."""

from collections.abc import Mapping
from functools import lru_cache
from html import escape

from bot.callbacks import RuleAct, RuleBuild, RuleButton, RuleStep
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.rules.explaining import explained
from bot.words import Words
from segmentation.rules.catalogue import FIELDS
from segmentation.rules.faults import Expect, RuleFault
from segmentation.rules.guessing import SAID, Guess
from segmentation.rules.parsing import parse

AROUND_CHARS = 30  # Of the text before and after a fault.
JOINTS = ("and", "or", "not")
SIGNS = {"more": ">", "less": "<", "at-least": ">=", "at-most": "<=", "equal": "="}
RULE_SIGNS = '=<>!≤≥≠()"“„«_'


def fault_view(fault: RuleFault, text: str, words: Words, mended: str | None = None) -> View:
    """What is wrong, where, and what to write there; `mended` is the rule as it was meant."""
    facts = {
        "found": escape(fault.found, quote=False),
        "suggestion": escape(fault.suggestion or "", quote=False),
    }
    lines = [words(f"rule-fault-{fault.code}", **facts)]
    if text:
        before = escape(text[max(0, fault.at - AROUND_CHARS) : fault.at], quote=False)
        after = escape(text[fault.at : fault.at + AROUND_CHARS], quote=False)
        lines.append(words("rules-place", before=_marked(before), after=_marked(after)))
    if mended is not None:
        lines.append(words("rules-mended", rule=escape(mended, quote=False)))
        return View("\n".join(lines), buttons(_meant(words), _built(words), _back(words)))
    if fault.suggestion and fault.code != "wrong-arguments":
        lines.append(words("rules-did-you-mean", suggestion=facts["suggestion"]))
    elif fault.expects is not None:
        lines.append(_expected(fault.expects, fault.choices, words))
    lines.append(words("rules-try-again"))
    return View("\n".join(lines), buttons(_built(words), _back(words)))


def plain_view(guess: Guess | None, words: Words) -> View:
    """A plain sentence was typed: the rule that it probably means, or how rules are written."""
    if guess is None:
        return View(words("rules-plain"), buttons(_built(words), _back(words)))
    lines = [words("rules-guessed", rule=escape(guess.text, quote=False))]
    lines.append(explained(parse(guess.text), words))
    if guess.left:
        left = escape(", ".join(guess.left), quote=False)
        lines.append(words("rules-guessed-left", words=left))
    return View("\n".join(lines), buttons(_meant(words), _built(words), _back(words)))


def is_plain(text: str) -> bool:
    """Whether nothing in the text says that it was meant as a rule."""
    return not any(sign in text for sign in RULE_SIGNS)


def names_a_field(text: str) -> bool:
    """Whether a word of it is the name of a field: then it was meant as a rule, not quite right."""
    return any(word in FIELDS for word in text.split())


def _expected(expects: Expect, choices: tuple[str, ...], words: Words) -> str:
    written = ", ".join(f"<code>{escape(each, quote=False)}</code>" for each in choices)
    return words(f"rule-expect-{expects}", choices=written)


def _marked(text: str) -> str:
    return f"<code>{text}</code>" if text.strip() else ""


def _meant(words: Words) -> list[tuple[str, RuleButton]]:
    return [(words("rules-meant"), RuleButton(act=RuleAct.MENDED))]


def _built(words: Words) -> list[tuple[str, RuleBuild]]:
    return [(words("rules-build"), RuleBuild(step=RuleStep.START))]


def _back(words: Words) -> list[tuple[str, RuleButton]]:
    return [(words("rules-back"), RuleButton(act=RuleAct.LIST))]


@lru_cache
def meant_by(language: str) -> Mapping[str, str]:
    """The words of that language, in small letters, that a rule has words of its own for."""
    words = Words(language)
    found = {
        words(f"rule-field-{name.replace('_', '-')}", one="", two="").lower(): name
        for name, kind in FIELDS.items()
        if not kind.arguments
    }
    for joint in JOINTS:
        found |= {said.strip(): joint for said in words(f"rules-say-{joint}").lower().split(",")}
    for name, sign in SIGNS.items():
        found |= {said.strip(): sign for said in words(f"rules-say-{name}").lower().split(",")}
    return {said: written for said, written in found.items() if said != written}


@lru_cache
def guess_words(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words of that language by the conditions that they say."""
    words = Words(language)
    return {each: tuple(words(f"rules-guess-{each}").split(",")) for each in SAID}
