"""Opinions of a division by votes in words: what a group stands for, and what all agree on."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.drawing.opinions import CELLS, Spot, opinion_map
from bot.drawing.parts import Named
from bot.drawing.scene import Scene
from bot.reports.numbers import Numbers
from bot.views.traits import PHRASE_CHARS_MAX
from bot.words import Words
from campaigns.template import units
from surveys.piping import without_answers
from use_cases.reporting.opining import Camp, Opinion, Opinions, VoteShare

CAPTION_UNITS = 1000  # Telegram takes 1024 under a picture.
CELLS_MIN = 20  # to a side of the map where only a few dots are drawn
TOLD_MAX = 3  # of a group, in a caption: fewer where they do not fit


def opinions_scene(found: Opinions, names: Mapping[int, str], words: Words) -> Scene | None:
    """The map; a group tells its size and the statement that it most stands for. `names` are by
    segment id."""
    says = {
        camp.segment.number: " · ".join(
            [
                names[camp.segment.id],
                _people(camp, words),
                *(f"{about}: {how}" for about, how in opinion_lines(camp.opinions[:1], words)),
            ]
        )
        for camp in found.camps
    }
    spots = [Spot(s.x, s.y, s.number) for s in found.stands for _ in range(s.people)]
    named = [Named(camp.segment.number, names[camp.segment.id]) for camp in found.camps]
    title, note = words("picture-opinions"), words("picture-opinions-together")
    side_cells = min(CELLS, CELLS_MIN + len(found.stands) // 8)
    return opinion_map(spots, named, says, title, note, side_cells)


def opinions_caption(found: Opinions, names: Mapping[int, str], words: Words) -> str:
    """What each group stands for and what all agree on, as much of it as a caption holds."""
    for most in range(TOLD_MAX, 0, -1):
        parts = [
            (f"{names[camp.segment.id]} · {_people(camp, words)}", camp.opinions[:most])
            for camp in found.camps
        ]
        parts.append((words("page-common"), found.agreed[:most]))
        text = "\n\n".join(_part(title, said, words) for title, said in parts if said)
        if units(text) <= CAPTION_UNITS:
            return text or words("picture-about-opinions")
    return words("picture-about-opinions")


def opinion_lines(opinions: Sequence[Opinion], words: Words) -> list[tuple[str, str]]:
    """Each statement, and how it was voted on here and elsewhere."""
    return [
        (
            _statement(each, words),
            words(
                "page-agrees" if each.agree else "page-disagrees",
                share=_share(each.share, words),
                others=_share(each.others, words),
            ),
        )
        for each in opinions
    ]


def common_lines(opinions: Sequence[Opinion], words: Words) -> list[tuple[str, str]]:
    """The same of what all agree on, with the group in which fewest do."""
    return [
        (
            _statement(each, words),
            words(
                "opinions-all-for" if each.agree else "opinions-all-against",
                share=_share(each.share, words),
                least=_share(each.others, words),
            ),
        )
        for each in opinions
    ]


def _part(title: str, opinions: Sequence[Opinion], words: Words) -> str:
    lines = [
        f"{'👍' if each.agree else '👎'} {escape(_statement(each, words), quote=False)}"
        f" — {_share(each.share, words)}"
        for each in opinions
    ]
    return "\n".join([f"<b>{escape(title, quote=False)}</b>", *lines])


def _people(camp: Camp, words: Words) -> str:
    shown = Numbers(words).count(camp.size)
    return words("report-people", count=round(camp.size.value), shown=shown)


def _statement(opinion: Opinion, words: Words) -> str:
    said = without_answers(opinion.question.prompt).in_language(words.language).rstrip(" .")
    return said if len(said) <= PHRASE_CHARS_MAX else said[: PHRASE_CHARS_MAX - 1].rstrip() + "…"


def _share(share: VoteShare, words: Words) -> str:
    if share.value is None:
        return words("trait-most" if share.most else "trait-few")
    return Numbers(words).percent(share.value)
