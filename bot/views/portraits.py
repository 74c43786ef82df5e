"""A segment's portrait in the chat: a few lines on who these people are."""

from collections.abc import Sequence
from html import escape

from bot.views.traits import agreed_words, trait_proof, trait_words
from bot.words import Words
from use_cases.reporting.portraits import Portrait, Trait


def portrait_lines(portrait: Portrait, words: Words) -> list[str]:
    """Telegram HTML: what they are more and less than others, what else, what all agree on."""
    if not portrait.size.shown:
        return [words("portrait-few")]
    parts = [
        _part("portrait-more", portrait.more, "▲", words),
        _part("portrait-less", portrait.less, "▽", words),
    ]
    shown = {*map(_about, portrait.more), *map(_about, portrait.less)}
    rest = [trait for trait in portrait.about if _about(trait) not in shown]
    parts.append(_part("portrait-about", rest, "·", words))
    if portrait.agreed:
        said = "\n".join(f"= {agreed_words(each, words)}" for each in portrait.agreed)
        parts.append(f"<b>{words('portrait-agreed')}</b>\n{escape(said, quote=False)}")
    found = [part for part in parts if part]
    if not portrait.more and not portrait.less:
        found.insert(0, words("portrait-like-all"))
    return [*found, *_legend((*portrait.more, *portrait.less, *rest), portrait.guessed, words)]


def _legend(shown: Sequence[Trait], guessed: bool, words: Words) -> list[str]:
    """What the marks mean that are there."""
    said = []
    if any(trait_proof(trait, words) for trait in shown):
        said.append(words("portrait-note-proof"))
    if shown and guessed:
        said.append(words("portrait-note-placed"))
    if any(trait.p is None for trait in shown):
        said.append(words("portrait-note-built"))
    return [f"<i>{' '.join(said)}</i>"] if said else []


def _about(trait: Trait) -> tuple[str, str]:
    return str(trait.question.key), str(trait.label)


def _part(title: str, traits: Sequence[Trait], mark: str, words: Words) -> str:
    if not traits:
        return ""
    lines = [f"<b>{words(title)}</b>"]
    for trait in traits:
        star = "" if trait.p is not None else "*"
        lines.append(f"{mark} {escape(trait_words(trait, words), quote=False)}{star}")
        if proof := trait_proof(trait, words):
            lines.append(f"<i>{proof}</i>")
    return "\n".join(lines)
