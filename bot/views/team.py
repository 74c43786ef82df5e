"""Who answers for the data: the team, and what its members hear about their roles."""

from collections.abc import Sequence
from html import escape

from bot.callbacks import Team
from bot.screen import View
from bot.views.keyboards import buttons
from bot.words import Words
from use_cases.records import Person


def team_view(team: Sequence[Person], reader: Person, words: Words) -> View:
    """Admins and managers, with a button for each but the reader to take the role away."""
    lines = [
        words(f"team-{member.role}", name=person_text(member), id=str(member.telegram_id))
        for member in team
    ]
    rows = [
        [(words("button-dismiss", name=_plain_name(m)), Team(telegram_id=m.telegram_id))]
        for m in team
        if m.id != reader.id
    ]
    return View("\n".join([*lines, "", words("team-how")]), buttons(*rows) if rows else None)


def role_told(person: Person) -> str:
    """What somebody hears when their role has changed, in their own language."""
    return Words(person.language)(f"role-now-{person.role}")


def person_text(person: Person) -> str:
    """A person's name (kept after consent only), else their number, for Telegram HTML."""
    return escape(_plain_name(person), quote=False)


def _plain_name(person: Person) -> str:
    return person.name or f"№ {person.telegram_id}"
