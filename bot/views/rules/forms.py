"""A condition on what people did, or where they stood, put together piece by piece."""

from collections.abc import Sequence
from html import escape

from bot.callbacks import RuleStep
from bot.screen import View
from bot.views.rules.building import KNOWN_SHOWN, WINDOWS, SoFar, choosing, field_name, how_named
from bot.views.rules.naming import event_called, segment_called
from bot.views.rules.windows import span_said, window_said
from bot.words import Words
from segmentation.rules.built import BUILT, Piece
from segmentation.rules.stream import Stream
from segmentation.rules.times import Span
from segmentation.rules.tree import Comparison
from segmentation.rules.window_words import read_window, write_window
from use_cases.rules.naming import Names

PAST = tuple(write_window(each) for each in WINDOWS)
TYPED = frozenset({Piece.EVENT, Piece.SEGMENT, Piece.WORD, Piece.NUMBER, Piece.MONEY})
"""Pieces that may be typed too, or only."""


def windows_offered(piece: Piece) -> Sequence[str]:
    """Windows as rules write them; the empty one is: whenever."""
    return {Piece.WHEN: ("", *PAST), Piece.PAST: PAST}.get(piece, ())


def piece_view(
    name: str, said: Sequence[str], offered: Sequence[str], so_far: SoFar, words: Words
) -> View:
    """The question for the next piece, below what was chosen of the form."""
    pieces = BUILT[name].pieces
    piece = pieces[len(said)]
    again = "again-" if piece in pieces[: len(said)] else ""
    chosen = [
        escape(piece_called(one, each, words, so_far.names), quote=False)
        for one, each in zip(pieces, said, strict=False)
    ]
    question = words(f"rules-piece-{again}{piece}", known="yes" if offered else "no")
    asked = " · ".join([field_name(name, words), *chosen])
    shown = offered[:KNOWN_SHOWN]
    labels = [piece_called(piece, each, words, so_far.names) for each in shown]
    keys = [(label, RuleStep.ARGUMENT) for label in labels]
    return choosing(so_far, f"{asked} — {question}", keys, words, back=True)


def piece_called(piece: Piece, key: str, words: Words, names: Names) -> str:
    """A piece in words."""
    match piece:
        case Piece.EVENT:
            return event_called(key, words)
        case Piece.SEGMENT:
            return segment_called(key, words, names)
        case Piece.WHEN | Piece.PAST:
            return window_said(read_window(Stream(key)), words) if key else words("rules-whenever")
        case Piece.SPAN | Piece.FIXED_SPAN:
            return span_said(Stream(key).span(), words)
        case Piece.TIMES:
            times, _, periods = key.partition(" of ")
            span: Span = Stream(periods).span()
            return words("rules-times", times=int(times), span=span_said(span, words, "of-last"))
        case Piece.TRAIT:
            return words(f"rule-trait-{key}")
        case Piece.HOW:
            return how_named(Comparison(key), words)
    return key
