"""The pictures of a scheme: profile, stability, who moved, sizes; one in the place of another."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardMarkup

from bot.drawing.png import png
from bot.drawing.scene import Scene
from bot.handlers.managing.segment_page import opinions_of, portraits_of
from bot.page_buttons import PictureButton, PictureKind
from bot.screen import Screen, View
from bot.services import Services
from bot.views.faults import fault_view
from bot.views.keyboards import buttons
from bot.views.opinions import opinions_caption, opinions_scene
from bot.views.pictures import (
    ROWS_IN_CHAT,
    growth_scene,
    heat_scene,
    stability_scene,
    streams_scene,
    tells_of_time,
)
from bot.views.segments import rests_on_votes, titles
from bot.words import Words
from use_cases.ports import Clock, UnitOfWork
from use_cases.records import Person
from use_cases.segments.following import FollowSegments
from use_cases.segments.segmenting import ListSegments, SchemeView

router = Router(name="pictures")


@router.callback_query(PictureButton.filter())
async def show(
    _: CallbackQuery,
    callback_data: PictureButton,
    work: UnitOfWork,
    person: Person,
    screen: Screen,
    words: Words,
    clock: Clock,
    services: Services,
) -> None:
    """Answer at once; the picture follows from the worker."""
    view = await ListSegments(work, clock).one(person, callback_data.scheme)
    kind = callback_data.kind
    await screen.tell(words("picture-wait"))
    later = Screen(screen.bot, screen.chat_id, screen.callback)

    async def go() -> None:
        scene, caption = None, words(f"picture-about-{kind.name.lower()}")
        if kind is PictureKind.OPINIONS:
            found = await opinions_of(services, person, view.scheme.id)
            if found is not None:
                scene = opinions_scene(found, titles(view, words), words)
                caption = opinions_caption(found, titles(view, words), words)
        else:
            scene = await _scene(kind, view, person, words, services)
        if scene is None:
            await later.say(words(f"picture-none-{kind.name.lower()}"))
            return
        picture = await services.worker.run(png, scene)
        await later.show_picture(picture, caption, _row(view, kind, words))

    async def sorry(fault: Exception) -> None:
        await later.say(fault_view(fault, words) or View(words("report-failed")))

    services.background.start(go(), sorry=sorry)


async def _scene(
    kind: PictureKind, view: SchemeView, person: Person, words: Words, services: Services
) -> Scene | None:
    names = titles(view, words)
    match kind:
        case PictureKind.HEAT:
            portraits = await portraits_of(services, person, view.scheme.id)
            return heat_scene(portraits, names, words, ROWS_IN_CHAT)
        case PictureKind.STABILITY:
            return stability_scene(view.run, words)
    follow = FollowSegments(services.open_work, services.clock, services.worker.follow)
    flows = await follow.flows(person, view.scheme.id)
    if not tells_of_time(flows):
        return None
    drawn = streams_scene if kind is PictureKind.STREAMS else growth_scene
    return drawn(flows, names, words)


def _row(view: SchemeView, kind: PictureKind, words: Words) -> InlineKeyboardMarkup:
    """The other pictures of the scheme."""
    votes = rests_on_votes(view)
    others = [
        (
            words(f"button-picture-{each.name.lower()}"),
            PictureButton(kind=each, scheme=view.scheme.id),
        )
        for each in PictureKind
        if each is not kind and (votes or each is not PictureKind.OPINIONS)
    ]
    return buttons(*([each] for each in others))
