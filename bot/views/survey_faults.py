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
    said = [f"<b>{_where(fault, words)}.</b> {problem_text(fault, words)}"]
    if fault.suggestion is not None:
        said.append(words("fault-suggestion", suggestion=_quoted(fault.suggestion)))
    return " ".join(said)


def problem_text(fault: Fault, words: Words) -> str:
    """What is wrong, without the place. Telegram HTML."""
    facts = {name: _shown(fact) for name, fact in fault.facts.items() if name != "inside"}
    if "first" in facts:
        facts["first"] = str(facts["first"])  # A line number takes no thousands separator.
    in_sheets = f"fault-{fault.code}-in-sheets"
    return words.say(
        in_sheets if fault.sheet and words.has(in_sheets) else f"fault-{fault.code}", facts
    )


def _where(fault: Fault, words: Words) -> str:
    line, inside = str(fault.line), _quoted(str(fault.facts.get("inside", "")))
    place = {"line": line, "sheet": fault.sheet, "column": _quoted(fault.header or "—")}
    if fault.sheet:
        if inside:
            return words("fault-cell-question", question=inside, **place)
        return words("fault-cell", **place)
    if inside:
        return words("fault-line-question", line=line, question=inside)
    return words("fault-line", line=line)


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
