"""Where somebody lives, in their own chat; and what managers read about it."""

from collections.abc import Sequence
from html import escape

from bot.home_buttons import Claimed, HomeAct, HomeButton, MyRole
from bot.screen import View
from bot.views.keyboards import buttons
from bot.views.team import person_text
from bot.words import Words
from use_cases.homes.residing import OWN_ROLES, Whereabouts
from use_cases.records import Building, Home, HomeRole, Person, Place, Standing

BUILDING_BUTTONS_MAX = 24
BUTTONS_A_ROW = 3
ROW_CHARS_MAX = 30  # What the buttons of one row show of their labels on a narrow phone.


def address_text(home: Home, words: Words) -> str:
    """ "12A, flat 45", for Telegram HTML."""
    return words(
        "home-address", building=escape(home.building.name), number=escape(home.flat.number)
    )


def home_line(home: Home, words: Words) -> str:
    """The address, what the person is to it, since when, and whether it is confirmed."""
    living = home.residence
    parts = [address_text(home, words)]
    if living.role is not None:
        parts.append(words(f"home-role-{living.role}"))
    if living.moved_in is not None:
        parts.append(words("home-since", day=living.moved_in.strftime("%d.%m.%Y")))
    line = "🏠 " + " · ".join(parts)
    waits = living.standing is Standing.CLAIMED
    return f"{line}\n{words('home-waits')}" if waits else line


def place_text(place: Place) -> str:
    """ "Podil, Kyiv, Kyiv region", for Telegram HTML."""
    return escape(", ".join(p for p in (place.district, place.city, place.region) if p))


def whereabouts_view(found: Whereabouts, words: Words) -> View:
    """Everything that is known, with what can be done about it."""
    if len(found.homes) == 1:
        return home_view(found.homes[0], words)
    lines = [home_line(home, words) for home in found.homes]
    rows = [
        [(_plain_address(home, words), HomeButton(act=HomeAct.LOOK, id=home.residence.id))]
        for home in found.homes
    ]
    if found.place is not None:
        lines.append("📍 " + place_text(found.place))
    if not lines:
        lines.append(words("home-unknown"))
        if found.buildings:
            lines.append(words("home-just-write"))
    return View("\n".join(lines), buttons(*rows, *_ways(found, words)))


def home_view(home: Home, words: Words, *, opening: str = "") -> View:
    """One home: what they are to it, since when, moved out, another one."""
    number = home.residence.id
    rows: list[list[tuple[str, HomeButton | MyRole]]] = []
    if home.residence.role is not HomeRole.COUNCIL:
        marks = {role: "✓ " if role is home.residence.role else "" for role in OWN_ROLES}
        roles = [
            (marks[role] + words(f"home-role-{role}"), MyRole(residence=number, role=role))
            for role in OWN_ROLES
        ]
        rows += [[*roles[:2]], [*roles[2:]]]  # Three a row would cut words off on a phone.
    rows.append([(words("button-home-since"), HomeButton(act=HomeAct.SINCE, id=number))])
    rows.append([(words("button-home-out"), HomeButton(act=HomeAct.MOVE_OUT, id=number))])
    rows.append([(words("button-home-another"), HomeButton(act=HomeAct.CODE))])
    text = home_line(home, words)
    return View(f"{opening}\n\n{text}" if opening else text, buttons(*rows))


def code_asked_view(found: Whereabouts, words: Words) -> View:
    """Ask for the code; whoever has none says the flat, or the town."""
    rows = [row for row in _ways(found, words) if row[0][1].act is not HomeAct.CODE]
    return View(words("home-code-ask"), buttons(*rows) if rows else None)


def buildings_view(buildings: Sequence[Building], words: Words) -> View:
    """Which house? A few as buttons; among many it is written."""
    if len(buildings) > BUILDING_BUTTONS_MAX:
        return View(words("home-flat-write"))
    return View(words("home-building-ask"), buttons(*_house_rows(buildings)))


def which_house_view(number: str, buildings: Sequence[Building], words: Words) -> View:
    """The flat was written without its house, and there are several."""
    if len(buildings) > BUILDING_BUTTONS_MAX:
        return View(words("home-which-house-write", number=escape(number)))
    text = words("home-which-house", number=escape(number))
    return View(text, buttons(*_house_rows(buildings)))


def _house_rows(buildings: Sequence[Building]) -> list[list[tuple[str, HomeButton]]]:
    """Short names stand three a row; a long one would be cut off there."""
    cells = [(b.name, HomeButton(act=HomeAct.BUILDING, id=b.id)) for b in buildings]
    longest = max((len(name) for name, _ in cells), default=0)
    a_row = next((n for n in (BUTTONS_A_ROW, 2) if longest * n <= ROW_CHARS_MAX), 1)
    return [cells[i : i + a_row] for i in range(0, len(cells), a_row)]


def out_sure_view(home: Home, words: Words) -> View:
    keyboard = buttons(
        [(words("button-home-stay"), HomeButton(act=HomeAct.LOOK, id=home.residence.id))],
        [
            (
                words("button-home-out-surely"),
                HomeButton(act=HomeAct.MOVE_OUT_SURELY, id=home.residence.id),
            )
        ],
    )
    return View(words("home-out-sure", address=address_text(home, words)), keyboard)


def claim_view(home: Home, person: Person, words: Words) -> View:
    """What a manager reads when somebody says where they live."""
    text = words("claim-waits", name=person_text(person), address=address_text(home, words))
    number = home.residence.id
    return View(
        text,
        buttons(
            [(words("button-claim-true"), Claimed(residence=number, true=True))],
            [(words("button-claim-false"), Claimed(residence=number, true=False))],
        ),
    )


def _ways(found: Whereabouts, words: Words) -> list[list[tuple[str, HomeButton]]]:
    rows = []
    if found.buildings:
        rows.append([(words("button-home-code"), HomeButton(act=HomeAct.CODE))])
        rows.append([(words("button-home-say"), HomeButton(act=HomeAct.SAY))])
    rows.append([(words("button-home-place"), HomeButton(act=HomeAct.PLACE))])
    return rows


def _plain_address(home: Home, words: Words) -> str:
    return words("home-address", building=home.building.name, number=home.flat.number)
