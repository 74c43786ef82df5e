"""Segments found anew that wait for a decision: what would change, and what came of a tap."""

from html import escape

from aiogram.filters.callback_data import CallbackData
from babel.numbers import format_decimal

from bot.field_callbacks import Mute
from bot.screen import View
from bot.segment_buttons import Change, ChangeAct, Decide
from bot.views.changes import drift_text
from bot.views.counts import count_text
from bot.views.keyboards import buttons
from bot.views.segment_names import propose_names
from bot.views.segments import challenge_text, heading, titles
from bot.words import Words
from use_cases.records import AlertKind
from use_cases.reporting.suppression import parts
from use_cases.segments.approving import Outcome, Proposal
from use_cases.segments.segmenting import SchemeView


def proposal_view(
    view: SchemeView, proposal: Proposal, words: Words, *, told: bool = False
) -> View:
    """What the new run would change, with the two buttons; `told`: it came by itself."""
    change = proposal.change
    lines = [
        f"<b>{heading(view, words)}</b>",
        words("proposal-found" if proposal.run.chosen else "proposal-none"),
        _people(proposal, words),
    ]
    if proposal.now != proposal.then:
        why = words("proposal-count-size" if proposal.resized else "proposal-count-won")
        lines.append(f"{words('proposal-count', now=proposal.now, then=proposal.then)} {why}")
    elif challenge := challenge_text(view, proposal.count, words):
        lines.append(challenge)
    lines += _comings_and_goings(view, proposal, words)
    if change.agreement is not None:
        agreed = format_decimal(max(change.agreement, 0.0), "0.00", locale=words.language)
        lines.append(words("proposal-agreement", value=agreed))
    if proposal.drifted:
        lines.append(words("changes-drift", what=drift_text(proposal.drifted, view.asked, words)))
    lines.append(f"<i>{words('proposal-until')}</i>")
    rows: list[list[tuple[str, CallbackData]]] = [
        [(words(_approve(proposal)), Decide(run=proposal.run_id, approve=True))],
        [(words("button-keep-old"), Decide(run=proposal.run_id, approve=False))],
    ]
    if told:
        rows.append([(words("mute-proposal"), Mute(kind=AlertKind.PROPOSAL.value, on=True))])
    return View("\n\n".join(lines), buttons(*rows))


def _approve(proposal: Proposal) -> str:
    return "button-approve" if proposal.run.chosen else "button-approve-none"


def decided_view(outcome: Outcome, view: SchemeView, words: Words) -> View:
    """What came of the decision, with the way to the segments; there may be none any more."""
    scheme, said = view.scheme.id, f"decided-{outcome.value}"
    if outcome in {Outcome.APPROVED, Outcome.WAS_APPROVED} and not view.segments:
        said = "decided-none"
    back = (words("button-to-segments"), Change(act=ChangeAct.SHOW, scheme=scheme))
    return View(words(said), buttons([back]))


def _people(proposal: Proposal, words: Words) -> str:
    change = proposal.change
    counts = [change.stay, change.moved, change.joined, change.left]
    stay, moved, joined, left = (count_text(each) for each in parts(counts, sum(counts)))
    lines = [words("proposal-people", shown=stay)]
    told = (("moved", moved), ("joined", joined), ("left", left))
    lines += [
        words(f"proposal-{name}", shown=shown)
        for (name, shown), true in zip(told, counts[1:], strict=True)
        if true
    ]
    return "\n".join(lines)


def _comings_and_goings(view: SchemeView, proposal: Proposal, words: Words) -> list[str]:
    """Segments that would end, by their names, and those that would begin, by proposed ones."""
    change, lines = proposal.change, []
    living = titles(view, words)
    by_key = {key: living[each.id] for each in view.segments for key in each.keys}
    if change.disappears:
        gone = dict.fromkeys(by_key[key] for key in change.disappears if key in by_key)
        names = ", ".join(words.quoted(name) for name in gone)
        lines.append(words("proposal-disappears", names=_safe(names)))
    if change.appears:
        fresh = {
            segment.id: segment.more + segment.less
            for segment in proposal.run.segments
            if str(segment.id) in change.appears
        }
        found = propose_names(fresh, view.asked, words.language, tuple(living.values()))
        names = ", ".join(words.quoted(name) for name in found.values())
        lines.append(words("proposal-appears", names=_safe(names)))
    return lines


def _safe(names: str) -> str:
    return escape(names, quote=False)
