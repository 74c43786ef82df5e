"""The roster as managers see it: an import's fates, buildings, a flat with its people."""

from collections.abc import Sequence
from html import escape

from aiogram.filters.callback_data import CallbackData

from bot.home_buttons import Claimed
from bot.print_buttons import Paper, PrintButton
from bot.roster_buttons import (
    FlatAct,
    FlatButton,
    ImportAct,
    ImportButton,
    ResidentButton,
    RosterAct,
    RosterButton,
    ShapeButton,
)
from bot.roster_sheet import why
from bot.screen import View
from bot.views.homes import address_text
from bot.views.keyboards import buttons
from bot.views.team import person_text, plain_name
from bot.words import Words
from use_cases.homes.by_hand import FlatCard, HouseCard, Shape
from use_cases.homes.codes import shown_code
from use_cases.homes.planning import Fate, RosterPlan
from use_cases.records import Home, HomeRole, Person

EXAMPLES_MAX = 6
HOUSES_MAX = 60
CLAIMS_MAX = 20
SHAPES = (
    (1, 2, 3, 4, 5, 6, 7, 8),
    (1, 2, 3, 4, 5, 9, 10, 12, 14, 16, 17, 25),
    (1, 2, 3, 4, 5, 6, 8),
)
QUESTIONS = ("shape-entrances", "shape-floors", "shape-a-floor")

Rows = list[list[tuple[str, CallbackData]]]


def plan_view(
    plan: RosterPlan, ignored: Sequence[str], words: Words, *, guessed: bool = False
) -> View:
    """How many rows of each fate, the first that need a look, and the buttons to say yes."""
    counts = plan.counts
    lines = [words("roster-plan", rows=len(plan.fates) - counts[Fate.ABSENT])]
    lines += [words(f"roster-count-{f}", count=counts[f]) for f in Fate if counts[f]]
    if guessed:
        lines.append(words("import-letters-guessed"))
    look = [f for f in plan.fates if f.fate in {Fate.DOUBTFUL, Fate.REFUSED}]
    if look:
        lines.append("")
        lines += [
            words("roster-example", row=f.row, why=escape(why(f, words)))
            for f in look[:EXAMPLES_MAX]
        ]
    if len(look) > EXAMPLES_MAX:
        lines.append(words("roster-examples-more", count=len(look) - EXAMPLES_MAX))
    if ignored:
        listed = ", ".join(escape(header[:40]) for header in ignored[:8])
        lines += ["", words("roster-ignored", columns=listed), words("roster-people-bound")]
    sure, doubtful = counts[Fate.NEW] + counts[Fate.CHANGED], counts[Fate.DOUBTFUL]
    rows: Rows = []
    if sure:
        rows.append([(words("button-roster-write", count=sure), ImportButton(act=ImportAct.WRITE))])
    if doubtful:
        label = words("button-roster-doubtful", count=sure + doubtful)
        rows.append([(label, ImportButton(act=ImportAct.WRITE_DOUBTFUL))])
    if not rows:
        lines += ["", words("roster-nothing-to-do")]
        return View("\n".join(lines))
    rows.append([(words("button-roster-drop"), ImportButton(act=ImportAct.DROP))])
    return View("\n".join(lines), buttons(*rows))


def houses_view(houses: Sequence[HouseCard], claims: int, words: Words) -> View:
    """All buildings with their flats and known people."""
    rows: Rows = [
        [(_house_label(house, words), RosterButton(act=RosterAct.HOUSE, id=house.building.id))]
        for house in houses[:HOUSES_MAX]
    ]
    if claims:
        rows.insert(0, [(words("button-claims", count=claims), RosterButton(act=RosterAct.CLAIMS))])
    rows.append([(words("button-house-add"), RosterButton(act=RosterAct.ADD))])
    return View(words("houses" if houses else "houses-none"), buttons(*rows))


def house_view(house: HouseCard, words: Words) -> View:
    """One building and what can be done with it."""
    building, place = house.building, house.building.place
    entrances = {flat.facts.entrance for flat in house.flats if flat.facts.entrance}
    where = ", ".join(escape(p) for p in (place.district, place.city, place.region) if p)
    lines = [f"🏢 <b>{escape(building.name)}</b>", *([where] if where else [])]
    lines.append(words("house-flats", count=len(house.flats)))
    if entrances:
        lines.append(words("house-entrances", count=len(entrances)))
    lines.append(words("house-living", count=house.people, flats=len(house.living)))
    codes = sum(1 for flat in house.flats if flat.code)
    if codes:
        lines.append(words("house-codes", count=codes))
    acts = (
        ("button-flat-find", RosterAct.FIND_FLAT),
        ("button-flat-add", RosterAct.ADD_FLAT),
        ("button-house-remove", RosterAct.REMOVE),
    )
    rows: Rows = [[(words(name), RosterButton(act=act, id=building.id))] for name, act in acts]
    if house.flats:
        cards = PrintButton(paper=Paper.DOORS, of=building.id)
        rows.insert(2, [(words("button-print-doors"), cards)])
    rows.append([(words("button-houses"), RosterButton(act=RosterAct.LIST))])
    return View("\n".join(lines), buttons(*rows))


def remove_sure_view(house: HouseCard, words: Words) -> View:
    building = house.building
    keep = RosterButton(act=RosterAct.HOUSE, id=building.id)
    away = RosterButton(act=RosterAct.REMOVE_SURELY, id=building.id)
    text = words(
        "house-remove-sure",
        building=escape(building.name), flats=len(house.flats), people=house.people,
    )  # fmt: skip
    keyboard = buttons(
        [(words("button-house-keep"), keep)], [(words("button-house-remove-surely"), away)]
    )
    return View(text, keyboard)


def shape_view(name: str, so_far: Sequence[int], words: Words) -> View:
    """The next of the three numbers: tapped or written."""
    asked = len(so_far)
    cells: list[tuple[str, CallbackData]] = [
        (str(count), ShapeButton(count=count)) for count in SHAPES[asked]
    ]
    rows = [cells[i : i + 4] for i in range(0, len(cells), 4)]
    return View(words(QUESTIONS[asked], building=escape(name)), buttons(*rows))


def shape_sure_view(name: str, shape: Shape, words: Words) -> View:
    text = words(
        "shape-sure", building=escape(name), entrances=shape.entrances, floors=shape.floors,
        a_floor=shape.a_floor, flats=shape.flats,
    )  # fmt: skip
    return View(text, buttons([(words("button-shape-build"), ShapeButton(count=0))]))


def flat_view(card: FlatCard, words: Words) -> View:
    """A flat: its code, who lives there, and what can be done about both."""
    facts = card.flat.facts
    lines = [
        "🏠 <b>"
        + words("home-address", building=escape(card.building.name), number=escape(facts.number))
        + "</b>"
    ]
    known = (("entrance", facts.entrance), ("floor", facts.floor))
    lines += [words(f"flat-{name}", value=escape(str(v))) for name, v in known if v is not None]
    if facts.area is not None:
        lines.append(words("flat-area", value=words.number(facts.area)))
    code = card.flat.code
    lines.append(words("flat-code", code=shown_code(code)) if code else words("flat-no-code"))
    rows: Rows = [
        [(words("button-code-renew"), FlatButton(act=FlatAct.RENEW, flat=card.flat.id))],
    ]
    if code:
        rows.append(
            [(words("button-code-revoke"), FlatButton(act=FlatAct.REVOKE, flat=card.flat.id))]
        )
    for home, person in card.people:
        role = f" · {words(f'home-role-{home.residence.role}')}" if home.residence.role else ""
        lines.append(f"👤 {person_text(person)}{role}")
        number, name = home.residence.id, plain_name(person)
        if home.residence.role is not HomeRole.COUNCIL:
            council = ResidentButton(residence=number, role=HomeRole.COUNCIL)
            rows.append([(words("button-council", name=name), council)])
        rows.append([(words("button-unbind", name=name), ResidentButton(residence=number))])
    if not card.people:
        lines.append(words("flat-nobody"))
    rows.append(
        [(words("button-house-back"), RosterButton(act=RosterAct.HOUSE, id=card.building.id))]
    )
    return View("\n".join(lines), buttons(*rows))


def claims_view(claims: Sequence[tuple[Home, Person]], words: Words) -> View:
    """Whoever says that they live somewhere, two buttons each."""
    if not claims:
        return View(words("claims-none"))
    lines, rows = [], Rows()
    for place, (home, person) in enumerate(claims[:CLAIMS_MAX], 1):
        lines.append(f"{place}. {person_text(person)} — {address_text(home, words)}")
        number = home.residence.id
        rows.append(
            [
                (f"{place}. {words('button-claim-true')}", Claimed(residence=number, true=True)),
                (f"{place}. {words('button-claim-false')}", Claimed(residence=number, true=False)),
            ]
        )
    return View("\n".join(lines), buttons(*rows))


def _house_label(house: HouseCard, words: Words) -> str:
    return words(
        "house-label",
        building=house.building.name, flats=len(house.flats), people=house.people,
    )  # fmt: skip
