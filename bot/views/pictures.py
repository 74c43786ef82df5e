"""Pictures of a scheme from what is known of it, with their words: for the chat and for pages."""

from collections.abc import Mapping, Sequence

from bot.drawing.growth import Course, Point, growth
from bot.drawing.heat import Cell, HeatRow, heat_map, strongest
from bot.drawing.parts import Named
from bot.drawing.scene import Scene
from bot.drawing.stability import stability
from bot.drawing.streams import Column, Stream, streams
from bot.reports.numbers import FEW_SIGN, HIDDEN_SIGN, Numbers
from bot.views.traits import (
    PHRASE_CHARS_MAX,
    figure_here,
    figure_of_all,
    shortened,
    trait_chance,
    trait_proof,
)
from bot.words import Words
from segmentation.run import SegmentationRun
from surveys.field.rates import wilson
from surveys.piping import without_answers
from use_cases.records import StoredSegment
from use_cases.reporting.portraits import Portrait, Trait
from use_cases.reporting.suppression import Kind
from use_cases.segments.following import Flows

ROWS_IN_CHAT, ROWS_ON_PAGE = 10, 15


def heat_scene(
    portraits: Sequence[Portrait], names: Mapping[int, str], words: Words, rows: int
) -> Scene | None:
    """The lines on which segments differ most; None where nothing may be told of any."""
    told = [each for each in portraits if each.rows]
    segments = [Named(each.segment.number, names[each.segment.id]) for each in told]
    found = [
        _row([portrait.rows[place] for portrait in told], segments, words)
        for place in range(min((len(each.rows) for each in told), default=0))
    ]
    if not found:
        return None
    title, note = words("picture-heat"), words("picture-heat-note")
    return heat_map(strongest(found, rows), segments, title, note, words("picture-all"))


def _row(traits: Sequence[Trait], segments: Sequence[Named], words: Words) -> HeatRow:
    first = traits[0]
    label = row_label(first, words)
    everybody = figure_of_all(first, words)
    return HeatRow(
        label=label,
        everybody=everybody,
        cells=tuple(
            _cell(trait, named, label, everybody, words)
            for trait, named in zip(traits, segments, strict=True)
        ),
    )


def row_label(trait: Trait, words: Words) -> str:
    """The option with its question, or the statement alone."""
    said = without_answers(trait.question.prompt).in_language(words.language).rstrip(" .")
    said = said or words(f"report-doing-{trait.item}")  # Of what nobody was asked.
    if trait.label is None:
        return shortened(said, PHRASE_CHARS_MAX)
    option = trait.label.in_language(words.language)
    return shortened(f"{option} · {said}", 2 * PHRASE_CHARS_MAX)


def _cell(trait: Trait, named: Named, label: str, everybody: str, words: Words) -> Cell:
    shown = figure_here(trait, words, bare=True)
    if not trait.told or not trait.people:
        signs = {Kind.FEW: FEW_SIGN, Kind.AT_LEAST: words("picture-most")}
        sign = signs.get(trait.kind, HIDDEN_SIGN) if trait.people else HIDDEN_SIGN
        told = shown if trait.people else HIDDEN_SIGN
        effect = trait.effect if sign != HIDDEN_SIGN else 0.0
        return Cell(sign, effect, f"{named.name} · {label}: {told}")
    proof = trait_proof(trait, words)
    against = words("trait-against", about=label, here=shown, everybody=everybody)
    chance = trait_chance(trait, words)
    return Cell(shown, trait.effect, f"{named.name} · {against}; {proof}; {chance}")


def stability_scene(run: SegmentationRun | None, words: Words) -> Scene | None:
    """How stable each number of segments is; None where it was not measured."""
    if run is None:
        return None
    title, note = words("page-stability"), words("page-stability-note")
    return stability(run.evidence, run.chosen, words, title, note)


def streams_scene(flows: Flows, names: Mapping[int, str], words: Words) -> Scene:
    """Who went where between the waves; streams of fewer than five people are left out."""
    numbers, roots = Numbers(words), _roots(flows)
    known = _named(flows, roots, names, words)
    by_number = {each.number: each for each in known}
    shares: dict[tuple[int, int, int], float] = {}
    for link in flows.links:
        if link.share is not None:
            where = link.step, roots[link.before].number, roots[link.after].number
            shares[where] = shares.get(where, 0.0) + link.share
    found = [
        Stream(step, a, b, share, words(
            "picture-stays" if a == b else "picture-goes",
            before=by_number[a].name, after=by_number[b].name, share=numbers.percent(share),
        ))
        for (step, a, b), share in sorted(shares.items())
        if a in by_number and b in by_number  # Else they were few at every time.
    ]  # fmt: skip
    columns = [
        Column(when, mine, {n: f"{when} · {by_number[n].name}: {numbers.percent(share)}"
                            for n, share in mine.items()})
        for when, mine in _shares(flows, roots, numbers)
    ]  # fmt: skip
    steps = [step for step in flows.steps if step is not None]
    last = steps[-1] if steps else None
    title = words("picture-streams")
    if last is not None:
        title = words(
            "picture-streams-moved",
            moved=numbers.percent(last.moved),
            low=numbers.plain(100 * last.low),
            high=numbers.percent(last.high),
        )
    return streams(columns, found, known, title, words("picture-streams-note"))


def tells_of_time(flows: Flows) -> bool:
    """Whether its waves are of different days: one day is no story yet."""
    return len({wave.at.date() for wave in flows.waves}) > 1


def growth_scene(flows: Flows, names: Mapping[int, str], words: Words) -> Scene:
    """The share of each segment from wave to wave."""
    numbers, roots = Numbers(words), _roots(flows)
    moments = [wave.at for wave in flows.waves]
    span = (moments[-1] - moments[0]).total_seconds() or 1.0
    waves = _shares(flows, roots, numbers)
    courses = []
    for named in _named(flows, roots, names, words):
        points = [
            _point((wave.at - moments[0]).total_seconds() / span, mine[named.number],
                   f"{named.name} · {when}", wave.people, numbers)
            for wave, (when, mine) in zip(flows.waves, waves, strict=True)
            if named.number in mine
        ]  # fmt: skip
        courses.append(Course(named, tuple(points)))
    days = waves[0][0], waves[-1][0]
    title, note = words("picture-growth"), words("picture-growth-note")
    return growth(courses, days, title, note, numbers)


def _point(at: float, share: float, about: str, people: float, numbers: Numbers) -> Point:
    """A share with its interval after Wilson, where it is known of how many it is."""
    said = f"{about}: {numbers.percent(share)}"
    if not people:
        return Point(at, share, said)
    low, high = wilson(share * people, people)
    told = f"{said} ({numbers.plain(100 * low)}…{numbers.percent(high)})"
    return Point(at, share, told, low, high)


def _roots(flows: Flows) -> dict[str, StoredSegment]:
    """The segment that each key shows as: itself, or the one that it is merged into."""
    by_id = {each.id: each for each in flows.segments.values()}
    return {key: by_id.get(each.stands_as, each) for key, each in flows.segments.items()}


def _shares(
    flows: Flows, roots: Mapping[str, StoredSegment], numbers: Numbers
) -> list[tuple[str, dict[int, float]]]:
    """The day of each wave and the shares by number, merged ones together."""
    found = []
    for wave in flows.waves:
        mine: dict[int, float] = {}
        for key, share in wave.shares.items():
            if key in roots:
                number = roots[key].number
                mine[number] = mine.get(number, 0.0) + share
        found.append((numbers.day(wave.at), mine))
    return found


def _named(
    flows: Flows, roots: Mapping[str, StoredSegment], names: Mapping[int, str], words: Words
) -> list[Named]:
    """The segments of any wave, by number; those that are gone have what they were called."""
    there = {roots[key].id: roots[key] for w in flows.waves for key in w.shares if key in roots}
    return [
        Named(
            each.number,
            names.get(each.id) or each.name or words("segment-number", number=each.number),
        )
        for each in sorted(there.values(), key=lambda one: one.number)
    ]
