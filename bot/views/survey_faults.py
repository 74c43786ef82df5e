"""What is wrong with a survey file, line by line, in as many messages as it takes."""

from collections.abc import Sequence
from html import escape

from bot.views.lengths import in_messages
from bot.words import Words
from surveys.faults import Fault
from surveys.rejections import Fact

FAULTS_SHOWN_MAX = 40
QUOTE_CHARS_MAX = 80  # Of whatever the author wrote in the wrong place.


def faults_texts(faults: Sequence[Fault], words: Words) -> list[str]:
    """All faults, the first ones only where there are very many."""
    lines = [words("survey-faults", count=len(faults)), *_lines(faults, words)]
    return in_messages(lines)


def warnings_texts(warnings: Sequence[Fault], words: Words) -> list[str]:
    """What works, and may not be meant."""
    return in_messages([words("survey-warnings"), *_lines(warnings, words)]) if warnings else []


def fault_text(fault: Fault, words: Words) -> str:
    """One fault: where, what, and what to write instead if that is known."""
    facts = {name: _shown(fact) for name, fact in fault.facts.items()}
    inside = facts.pop("inside", "")
    line = str(fault.line)
    where = (
        words("fault-line-question", line=line, question=inside)
        if inside
        else words("fault-line", line=line)
    )
    if "first" in facts:
        facts["first"] = str(facts["first"])  # A line number takes no thousands separator.
    said = [f"<b>{where}.</b> {words.say(f'fault-{fault.code}', facts)}"]
    if fault.suggestion is not None:
        said.append(words("fault-suggestion", suggestion=_quoted(fault.suggestion)))
    return " ".join(said)


def _lines(faults: Sequence[Fault], words: Words) -> list[str]:
    lines = [fault_text(fault, words) for fault in faults[:FAULTS_SHOWN_MAX]]
    more = len(faults) - FAULTS_SHOWN_MAX
    return [*lines, words("survey-faults-more", count=more)] if more > 0 else lines


def _shown(fact: Fact) -> Fact:
    if isinstance(fact, str):
        return _quoted(fact)
    return int(fact) if float(fact).is_integer() else fact


def _quoted(text: str) -> str:
    short = text if len(text) <= QUOTE_CHARS_MAX else text[: QUOTE_CHARS_MAX - 1] + "…"
    return escape(short, quote=False)
