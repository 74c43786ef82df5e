"""The checks of a division, and what it foretells, as plain sentences."""

from collections.abc import Mapping

from bot.reports.numbers import Numbers
from bot.words import Words
from segmentation.values import EXPLORATORY_BELOW
from surveys.piping import without_answers
from use_cases.segments.foretelling import Foretold
from use_cases.segments.outcomes import Outcome
from use_cases.segments.usefulness import Usefulness

OUTCOME_CHARS_MAX = 70
MARKS = {True: "✅", False: "⚠️", None: "❔"}
PASSED_SO_FAR = "🔹"  # Of too few people to call it settled.


def mark_of(passed: bool | None, found: Usefulness) -> str:
    """The sign before a check; what an exploratory division passes it has passed so far."""
    return PASSED_SO_FAR if passed and found.exploratory else MARKS[passed]


def check_lines(
    found: Usefulness, names: Mapping[int, str], words: Words
) -> list[tuple[bool | None, str]]:
    """Each check and whether it is passed (None: it could not be made); `names` are by number."""
    numbers = Numbers(words)
    few = words("check-nobody")
    decided = numbers.percent(found.decided) if found.decided is not None else few
    reach = numbers.percent(found.reach) if found.reach is not None else few
    reach = f"≥ {reach}" if found.reach_at_least else reach
    told = sum(each.surely for each in found.foretold)
    differing = "check-differing-nothing"
    if found.hidden:
        differing = "check-differing-hidden"
    elif found.foretold:
        differing = "check-differing" if told else "check-differing-no"
    lines: list[tuple[bool | None, str]] = []
    if found.exploratory:
        lines.append((None, words("check-exploratory", below=EXPLORATORY_BELOW)))
    lines += [
        (found.measurable, words("check-measurable", share=decided)),
        (found.reachable, words("check-reachable", share=reach)),
        (
            found.substantial,
            words("check-substantial", shown=numbers.count(found.smallest), floor=found.floor),
        ),
        (found.differing, words(differing, told=told, tried=len(found.foretold))),
    ]
    if found.too_fine:
        which = dict.fromkeys((*found.thin, *found.loose))
        listed = "; ".join(words.quoted(names[each]) for each in which if each in names)
        lines.append((False, words("check-too-fine", names=listed)))
    return lines


def foretold_said(each: Foretold, words: Words) -> str:
    """ "How likely are you to recommend us? — 12 % (5 to 19 %)", after a question without a mark
    "Money paid: 12 %"."""
    numbers = Numbers(words)
    value, low, high = (percent_said(x, numbers) for x in (each.skill, each.low, each.high))
    about = outcome_said(each.outcome, words)
    said = "check-skill-asked" if about.endswith(("?", "…")) else "check-skill"
    return words(said, about=about, value=value, low=low, high=high)


def outcome_said(outcome: Outcome, words: Words) -> str:
    """The question, with the option where it is about one; money paid. Plain text."""
    if outcome.question is None:
        return words("outcome-money")
    prompt = without_answers(outcome.question.prompt).in_language(words.language).rstrip(" .")
    option = outcome.option.label.in_language(words.language) if outcome.option else ""
    if len(prompt) > OUTCOME_CHARS_MAX:
        prompt = prompt[: OUTCOME_CHARS_MAX - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"
    return f"{prompt} — {option}" if option else prompt


def percent_said(share: float, numbers: Numbers) -> str:
    """A share of error taken away; below nothing is nothing."""
    return numbers.percent(max(share, 0.0))
