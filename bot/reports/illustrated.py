"""Pictures and personas of a scheme on the HTML page."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from bot.drawing.avatar import avatar, look_of
from bot.drawing.scene import LIGHT, Scene
from bot.drawing.svg import svg
from bot.reports.charts import colour_class
from bot.views.opinions import common_lines, opinion_lines, opinions_scene
from bot.views.persona import PersonaWords, is_of_age, persona_words
from bot.views.pictures import (
    ROWS_ON_PAGE,
    growth_scene,
    heat_scene,
    stability_scene,
    streams_scene,
    tells_of_time,
)
from bot.words import Words
from use_cases.reporting.illustrating import Illustration


@dataclass(frozen=True, slots=True)
class PersonaCard:
    """A face and what answers tell."""

    face: Markup
    said: PersonaWords


def persona_cards(
    found: Illustration, names: Mapping[int, str], words: Words
) -> dict[int, PersonaCard]:
    """By the segment's number; none of fewer than five people. `names` are by number."""
    cards = {}
    for portrait in found.portraits:
        segment = portrait.segment
        if not portrait.size.shown or segment.number not in names:
            continue
        persona = found.personas[segment.id]
        said = persona_words(portrait, persona, names[segment.number], words)
        look = look_of(segment.id, persona.face, older=is_of_age(portrait))
        face = avatar(look, LIGHT[colour_class(segment.number)], said.name)
        cards[segment.number] = PersonaCard(svg(face, "face"), said)
    return cards


def pictures(found: Illustration, names: Mapping[int, str], words: Words) -> list[Markup]:
    """Whatever there is to draw, in the order in which it is read. `names` are by number."""
    by_id = {
        each.segment.id: names[each.segment.number]
        for each in found.portraits
        if each.segment.number in names
    }
    known = [each for each in found.portraits if each.segment.id in by_id]
    scenes: list[Scene | None] = [_map(found, by_id, words)]
    scenes.append(heat_scene(known, by_id, words, ROWS_ON_PAGE))
    scenes.append(stability_scene(found.run, words))
    if found.flows is not None and tells_of_time(found.flows):
        scenes.append(growth_scene(found.flows, by_id, words))
        scenes.append(streams_scene(found.flows, by_id, words))
    return [svg(scene) for scene in scenes if scene is not None]


def _map(found: Illustration, by_id: Mapping[int, str], words: Words) -> Scene | None:
    """The map of opinions, where everybody who is to be named has a name."""
    opinions = found.opinions
    if opinions is None or any(camp.segment.id not in by_id for camp in opinions.camps):
        return None
    return opinions_scene(opinions, by_id, words)


def statements(
    found: Illustration, names: Mapping[int, str], words: Words
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Of a division by votes: what each group stands for, and what all agree on."""
    if found.opinions is None:
        return []
    told = [
        (names[camp.segment.number], opinion_lines(camp.opinions, words))
        for camp in found.opinions.camps
        if camp.segment.number in names
    ]
    told.append((words("page-common"), common_lines(found.opinions.agreed, words)))
    return [(title, lines) for title, lines in told if lines]
